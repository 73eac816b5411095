/** Sealing of what is personal: a buyer's key wrapped by the tenant's, wrapped by the region's key. */
import type { BuyerId, TenantId } from '../domain/ids.ts';

export type Seal = {
  /** Makes the buyer's key on first use. */
  seal(tenant: TenantId, buyer: BuyerId, plain: string): Promise<string>;
  /** `null` when the buyer's key was erased: the words are gone for good. */
  open(tenant: TenantId, buyer: BuyerId, sealed: string): Promise<string | null>;
};
