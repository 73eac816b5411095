/** What calls to a platform are made with: opened channel tokens and addresses. */
import type { ChannelId } from '../domain/channel.ts';
import type { Account } from '../domain/tenant.ts';
import type { Access } from './channel.ts';

export type AccessDirectory = {
  /** `null`: the account has no access stored; a person must connect it. */
  access(channel: ChannelId, account: Account): Promise<Access | null>;
};
