/** Which person of the desk a buyer knows already. */
import type { BuyerId, TenantId } from '../domain/ids.ts';

export type BuyerAgents = {
  /** Who answered this buyer last; null: nobody, or long ago. */
  previous(tenant: TenantId, buyer: BuyerId): Promise<string | null>;
  remember(tenant: TenantId, buyer: BuyerId, agent: string): Promise<void>;
};
