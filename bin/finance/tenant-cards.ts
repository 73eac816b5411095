/** Which cards a tenant has: those of a file that the command names, those that were planted, or an example. */
import { rateCardDocuments } from '../../functions/core/aws/dynamo/rate-cards.ts';
import type { AssignedCard } from '../../functions/core/rating/card/agreement.ts';
import { cardsIn, exampleCard, readJson } from './cards.ts';
import type { Finance } from './open-ledger.ts';

export const tenantCards = async (
  { dynamo, tenantsTable }: Pick<Finance, 'dynamo' | 'tenantsTable'>,
  tenant: string,
  file: string | undefined,
): Promise<readonly AssignedCard[]> => {
  if (file !== undefined) return cardsIn(file, readJson(file), tenant);
  const planted = await rateCardDocuments({ dynamo, table: tenantsTable }, tenant);
  if (planted.length > 0) return cardsIn('the tenant’s cards', planted, tenant);
  console.error(`no rate card was given to ${tenant}: rated with the example card "both"`);
  return exampleCard('both', tenant);
};
