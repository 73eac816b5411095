/** What calls to a platform are made with: opened secrets and tokens, and the asking for new ones. */
import type { ChannelId } from '../domain/channel.ts';
import type { AccountId } from '../domain/ids.ts';
import type { Account } from '../domain/tenant.ts';
import type { Access } from './channel.ts';

export type AccessDirectory = {
  /** `null`: the account has no access stored; a person must connect it. A token that ends soon is asked to be renewed. */
  access(channel: ChannelId, account: Account): Promise<Access | null>;
  /**
   * The platform refused `refused`: asks for a new token and waits a few seconds for it. `null`: it did not come in
   * time, or the account has none that could be renewed.
   */
  renew(channel: ChannelId, account: Account, refused: Access): Promise<Access | null>;
};

/** A wish that the pair of this version be replaced; when it is no longer the stored one, somebody was faster. */
export type RefreshRequest = {
  readonly channel: ChannelId;
  readonly account: AccountId;
  readonly version: number;
};

/** The same wish within minutes is one; those of one account are heard one after the other. */
export type RefreshRequests = { ask(request: RefreshRequest): Promise<void> };
