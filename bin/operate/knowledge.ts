/** A tenant's articles as operators write them: the same rows on a stage and on the local machine, indexed at once. */
import {
  articleWriter,
  type ArticleChanges,
  type ArticleResult,
} from '../../functions/core/aws/dynamo/article-writer.ts';
import { dynamoArticles } from '../../functions/core/aws/dynamo/articles.ts';
import type { TenantId } from '../../functions/core/domain/ids.ts';
import type { ArticleStore } from '../../functions/core/ports/knowledge.ts';
import { CommandFault, type Connection } from './connection.ts';

export type ArticleDesk = {
  readonly articles: ArticleStore;
  plan(tenant: TenantId, changes: ArticleChanges): Promise<ArticleResult>;
  /** Writes, and has the index built when anything changed. */
  write(tenant: TenantId, changes: ArticleChanges): Promise<ArticleResult>;
};

export const openArticles = async (connection: Connection, now: () => Date): Promise<ArticleDesk> => {
  const { TENANTS_TABLE: table } = await connection.environment('index-knowledge');
  if (table === undefined)
    throw new CommandFault('index-knowledge is not deployed there: deploy this version first');
  const parts = { dynamo: connection.dynamo, table };
  const writer = articleWriter(parts);
  return {
    articles: dynamoArticles(parts),
    plan: async (tenant, changes) => writer.plan(tenant, changes),
    async write(tenant, changes) {
      const result = await writer.write(tenant, changes, now());
      const { added, changed, removed } = result;
      if (added.length + changed.length + removed.length > 0)
        await connection.invoke('index-knowledge', { tenant });
      return result;
    },
  };
};
