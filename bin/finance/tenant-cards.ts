/** Which cards a tenant has: those of a file that the command names, those that were planted, or an example. */
import type { AssignedCard } from '../../functions/core/rating/card/agreement.ts';
import { cardsIn, exampleCard, readJson } from './cards.ts';
import type { Finance } from './open-ledger.ts';

export const tenantCards = async (
  _finance: Finance,
  tenant: string,
  file: string | undefined,
): Promise<readonly AssignedCard[]> => {
  if (file !== undefined) return cardsIn(file, readJson(file), tenant);
  console.error(`no rate card was given to ${tenant}: rated with the example card "both"`);
  return exampleCard('both', tenant);
};
