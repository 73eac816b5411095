/** What building indexes needs: the articles, the bucket of indexes, and the region for its embedding model. */
import * as z from 'zod/mini';
import { homeRegion, name } from '../core/parse/environment.ts';

export const indexKnowledgeEnv = z.object({
  HOME_REGION: homeRegion,
  TENANTS_TABLE: name,
  /** One object for each tenant. */
  KNOWLEDGE_BUCKET: name,
});
export type IndexKnowledgeEnv = z.input<typeof indexKnowledgeEnv>;
