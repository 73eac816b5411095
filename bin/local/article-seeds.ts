/** Articles of the seeds as the rest of us knows them. */
import type { Article } from '../../functions/core/domain/article.ts';
import { tenantId } from '../../functions/core/domain/ids.ts';
import type { Seeds } from './seeds.ts';

export const articleOfSeed = (seed: Seeds['articles'][number]): Article => ({
  tenant: tenantId(seed.tenant),
  id: seed.id,
  language: seed.language,
  market: seed.market ?? null,
  validFrom: seed.validFrom ?? null,
  validTo: seed.validTo ?? null,
  category: seed.category ?? null,
  scene: seed.scene ?? null,
  audience: seed.audience ?? 'buyers',
  title: seed.title,
  body: seed.body,
});
