/** Articles in DynamoDB: the same words are no change, and no change is ever lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleWriter } from '../../../functions/core/aws/dynamo/article-writer.ts';
import { dynamoArticles } from '../../../functions/core/aws/dynamo/articles.ts';
import { tenantId } from '../../../functions/core/domain/ids.ts';
import { anArticle } from '../knowledge/shop/index.ts';
import { localRegion, type LocalRegion } from './local-region.ts';

let region: LocalRegion;
beforeAll(async () => {
  region = await localRegion();
});
afterAll(async () => region.close());

const at = new Date('2026-11-20T12:00:00Z');
const open = () => {
  const parts = { dynamo: region.dynamo, table: 'tenants' };
  return { writer: articleWriter(parts), store: dynamoArticles(parts) };
};
const articlesOf = (tenant: string, count: number) =>
  Array.from({ length: count }, (_, one) => anArticle({ tenant: tenantId(tenant), id: `a${String(one)}` }));

describe('articles', () => {
  it('come back as they were written, however many', async () => {
    const { writer, store } = open();
    const tenant = tenantId('manyarticl');
    const put = [
      ...articlesOf(tenant, 130),
      anArticle({
        tenant,
        id: 'full',
        market: 'MX',
        validTo: '2026-12-31',
        scene: 'after-sale',
        body: 'x'.repeat(90_000),
      }),
    ];
    await writer.write(tenant, { put, remove: [] }, at);
    const byId = (one: { id: string }, other: { id: string }): number => one.id.localeCompare(other.id);
    expect([...(await store.articles(tenant))].sort(byId)).toEqual([...put].sort(byId));
    expect((await store.state(tenant))?.changes).toBe(131);
  });

  it('written twice are one version; a changed one is told, and one that is gone', async () => {
    const { writer, store } = open();
    const tenant = tenantId('twicetwice');
    const put = articlesOf(tenant, 2);
    await writer.write(tenant, { put, remove: [] }, at);
    expect(await writer.write(tenant, { put, remove: ['nobody'] }, at)).toEqual({
      added: [],
      changed: [],
      removed: [],
      unchanged: ['a0', 'a1'],
    });
    expect((await store.state(tenant))?.changes).toBe(2);
    const [first = anArticle()] = put;
    const changes = { put: [{ ...first, title: 'Otra' }], remove: ['a1'] };
    const plan = { added: [], changed: ['a0'], removed: ['a1'], unchanged: [] };
    expect(await writer.plan(tenant, changes)).toEqual(plan);
    expect(await writer.write(tenant, changes, at)).toEqual(plan);
    expect((await store.articles(tenant)).map(({ title }) => title)).toEqual(['Otra']);
    expect((await store.state(tenant))?.changes).toBe(4);
  });
});

describe('the state of an index', () => {
  it('is noted, and never set back by an older build that ends later', async () => {
    const { writer, store } = open();
    const tenant = tenantId('statestate');
    await writer.write(tenant, { put: articlesOf(tenant, 2), remove: [] }, at);
    expect(await store.state(tenant)).toEqual({
      tenant,
      changes: 2,
      built: null,
      form: null,
      builtAt: null,
      withoutVector: 0,
    });
    const built = { form: 1, at, withoutVector: 3 };
    await store.noteBuilt(tenant, { ...built, changes: 2 });
    await store.noteBuilt(tenant, { ...built, changes: 1 });
    expect((await store.states()).find((state) => state.tenant === tenant)).toEqual({
      tenant,
      changes: 2,
      built: 2,
      form: 1,
      builtAt: at,
      withoutVector: 3,
    });
  });

  it('is null where nobody ever wrote an article', async () => {
    expect(await open().store.state(tenantId('nobodynobo'))).toBeNull();
  });
});
