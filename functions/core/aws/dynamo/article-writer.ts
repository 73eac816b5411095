/** Writes articles as the seller's people hand them in: what is there already, word for word, is no change. */
import { createHash } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Article } from '../../domain/article.ts';
import type { TenantId } from '../../domain/ids.ts';
import { articlePrefix, articleSort, rowsIn, statePartition, type ArticleParts } from './articles.ts';

/** What a tenant's articles become: those to write, and ids to take away. */
export type ArticleChanges = { readonly put: readonly Article[]; readonly remove: readonly string[] };
export type ArticleResult = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
};

/**
 * A transaction takes 100 actions and 4 MB:
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
const mostActions = 50;
const mostBytes = 3_000_000;

const known = z.object({ id: z.string(), digest: z.string(), version: z.number() });
type Known = ReadonlyMap<string, z.output<typeof known>>;

/** The order of fields is ours, so that the same article has the same digest. */
const digestOf = (article: Article): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        article.language,
        article.market,
        article.validFrom,
        article.validTo,
        article.category,
        article.scene,
        article.audience,
        article.title,
        article.body,
      ]),
    )
    .digest('base64url');

type Action =
  | { readonly Put: { readonly TableName: string; readonly Item: Record<string, unknown> } }
  | { readonly Delete: { readonly TableName: string; readonly Key: { pk: string; sk: string } } };
type Sized = { readonly action: Action; readonly bytes: number };

const batched = (actions: readonly Sized[]): readonly (readonly Action[])[] => {
  const batches: { readonly actions: Action[]; bytes: number }[] = [];
  for (const { action, bytes } of actions) {
    const last = batches.at(-1);
    if (last === undefined || last.actions.length >= mostActions || last.bytes + bytes > mostBytes)
      batches.push({ actions: [action], bytes });
    else {
      last.actions.push(action);
      last.bytes += bytes;
    }
  }
  return batches.map((batch) => batch.actions);
};

const isChanged = (there: Known, article: Article): boolean =>
  there.get(article.id)?.digest !== digestOf(article);

const putOf = (table: string, there: Known, article: Article, at: Date): Sized => {
  const { tenant, ...rest } = article;
  const Item = {
    pk: tenant,
    sk: articleSort(article.id),
    ...rest,
    digest: digestOf(article),
    version: (there.get(article.id)?.version ?? 0) + 1,
    changedAt: at.toISOString(),
  };
  return { action: { Put: { TableName: table, Item } }, bytes: Buffer.byteLength(JSON.stringify(Item)) };
};

export type ArticleWriter = {
  /** What writing would do, without writing. */
  plan(tenant: TenantId, changes: ArticleChanges): Promise<ArticleResult>;
  write(tenant: TenantId, changes: ArticleChanges, at: Date): Promise<ArticleResult>;
};

export const articleWriter = (parts: ArticleParts): ArticleWriter => {
  const knownOf = async (tenant: TenantId): Promise<Known> => {
    const rows = await rowsIn(parts, tenant, articlePrefix, 'id, digest, version');
    return new Map(rows.map((row) => z.parse(known, row)).map((row) => [row.id, row]));
  };
  const resultOf = (there: Known, { put, remove }: ArticleChanges): ArticleResult => {
    const ids = (articles: readonly Article[]): readonly string[] => articles.map(({ id }) => id);
    return {
      added: ids(put.filter(({ id }) => !there.has(id))),
      changed: ids(put.filter((article) => there.has(article.id) && isChanged(there, article))),
      removed: remove.filter((id) => there.has(id)),
      unchanged: ids(put.filter((article) => !isChanged(there, article))),
    };
  };
  return {
    plan: async (tenant, changes) => resultOf(await knownOf(tenant), changes),
    async write(tenant, changes, at) {
      const there = await knownOf(tenant);
      const result = resultOf(there, changes);
      const actions = [
        ...changes.put
          .filter((article) => isChanged(there, article))
          .map((article) => putOf(parts.table, there, article, at)),
        ...result.removed.map((id) => ({
          action: { Delete: { TableName: parts.table, Key: { pk: tenant, sk: articleSort(id) } } },
          bytes: 0,
        })),
      ];
      for (const batch of batched(actions)) {
        const Update = {
          TableName: parts.table,
          Key: { pk: statePartition, sk: tenant },
          UpdateExpression: 'ADD #changes :count',
          ExpressionAttributeNames: { '#changes': 'changes' },
          ExpressionAttributeValues: { ':count': batch.length },
        };
        await parts.dynamo.send(new TransactWriteCommand({ TransactItems: [...batch, { Update }] }));
      }
      return result;
    },
  };
};
