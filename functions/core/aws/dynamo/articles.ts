/**
 * Articles of a tenant, `ARTICLE#<id>` in its own partition of the tenants table, and what the index holds of them.
 *
 * Every change of an article raises the tenant's count of changes in the same transaction: an index that lags behind is
 * seen by whoever looks, and no notice can be lost.
 */
import { GetCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { articleAudiences, articleScenes } from '../../domain/article.ts';
import { markets } from '../../domain/channel.ts';
import { tenantId, type TenantId } from '../../domain/ids.ts';
import type { ArticleStore } from '../../ports/knowledge.ts';

export type ArticleParts = { readonly dynamo: DynamoDBDocumentClient; readonly table: string };

export const articlePrefix = 'ARTICLE#';
export const articleSort = (id: string): string => `${articlePrefix}${id}`;
/** One partition for all tenants: whoever builds indexes sees in one query which lag behind. */
export const statePartition = 'KNOWLEDGE';

const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
const articleRow = z.object({
  pk: z.pipe(z.string(), z.transform(tenantId)),
  id: z.string(),
  language: z.string(),
  market: z.nullable(z.enum(markets)),
  validFrom: day,
  validTo: day,
  category: z.nullable(z.string()),
  scene: z.nullable(z.enum(articleScenes)),
  audience: z.enum(articleAudiences),
  title: z.string(),
  body: z.string(),
});
const stateRow = z.object({
  sk: z.pipe(z.string(), z.transform(tenantId)),
  changes: z.number(),
  built: z._default(z.nullable(z.number()), null),
  form: z._default(z.nullable(z.number()), null),
  builtAt: z._default(z.nullable(z.string()), null),
  withoutVector: z._default(z.number(), 0),
});

const stateOf = (row: unknown) => {
  const { sk: tenant, builtAt, ...rest } = z.parse(stateRow, row);
  return { tenant, ...rest, builtAt: builtAt === null ? null : new Date(builtAt) };
};

/** All pages, as a list may be longer than one. */
export const rowsIn = async (
  { dynamo, table }: ArticleParts,
  pk: string,
  prefix: string | null,
  projection?: string,
): Promise<readonly Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await dynamo.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: prefix === null ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ...(prefix === null ? {} : { ':prefix': prefix }) },
        ConsistentRead: true,
        ...(projection === undefined ? {} : { ProjectionExpression: projection }),
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    );
    rows.push(...(Items ?? []));
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
};

export const dynamoArticles = (parts: ArticleParts): ArticleStore => {
  const stateKey = (tenant: TenantId) => ({ pk: statePartition, sk: tenant });
  return {
    async articles(tenant) {
      const rows = await rowsIn(parts, tenant, articlePrefix);
      return rows.map((row) => {
        const { pk, ...article } = z.parse(articleRow, row);
        return { tenant: pk, ...article };
      });
    },
    async state(tenant) {
      const { Item } = await parts.dynamo.send(
        new GetCommand({ TableName: parts.table, Key: stateKey(tenant) }),
      );
      return Item === undefined ? null : stateOf(Item);
    },
    states: async () => (await rowsIn(parts, statePartition, null)).map(stateOf),
    async noteBuilt(tenant, { changes, form, at, withoutVector }) {
      const update = new UpdateCommand({
        TableName: parts.table,
        Key: stateKey(tenant),
        UpdateExpression: 'SET #built = :changes, #form = :form, #at = :at, #without = :without',
        ConditionExpression: 'attribute_not_exists(#built) OR #built <= :changes OR #form <> :form',
        ExpressionAttributeNames: {
          '#built': 'built',
          '#form': 'form',
          '#at': 'builtAt',
          '#without': 'withoutVector',
        },
        ExpressionAttributeValues: {
          ':changes': changes,
          ':form': form,
          ':at': at.toISOString(),
          ':without': withoutVector,
        },
      });
      await parts.dynamo.send(update).catch((error: unknown) => {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      });
    },
  };
};
