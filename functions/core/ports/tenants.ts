/** Sellers, their connected accounts, and the emergency stop. */
import type { ChannelId } from '../domain/channel.ts';
import type { AccountId, RegistrationId, TenantId } from '../domain/ids.ts';
import type { Account, Tenant } from '../domain/tenant.ts';

export type TenantDirectory = {
  tenant(id: TenantId): Promise<Tenant | null>;
  /** The account as connected, or null: nobody connected it. */
  account(channel: ChannelId, account: AccountId): Promise<Account | null>;
  /** Every tenant of the deployment: for operators, never for tenants. */
  tenants(): Promise<readonly Tenant[]>;
};

/** The emergency stop: known to every worker within 5 seconds. */
export type PauseSwitch = {
  paused(tenant: TenantId, channel: ChannelId): Promise<boolean>;
};

export type Registration = {
  readonly channel: ChannelId;
  readonly id: RegistrationId;
  /** The one account that the registration serves, or null when calls name theirs. */
  readonly account: AccountId | null;
  /** Newest first. */
  readonly secrets: readonly string[];
};

export type RegistrationDirectory = {
  registration(channel: ChannelId, id: RegistrationId): Promise<Registration | null>;
};
