/** Articles from the seller's change to the buyer's answer: indexed, loaded once, renewed, and never a reason to fail. */
import { describe, expect, it } from 'vitest';
import type { Article } from '../../../functions/core/domain/article.ts';
import type { TenantId } from '../../../functions/core/domain/ids.ts';
import { failed, found } from '../../../functions/core/domain/outcome.ts';
import { findPassages } from '../../../functions/core/flows/find-passages.ts';
import { indexKnowledge } from '../../../functions/core/flows/index-knowledge.ts';
import type {
  ArticleStore,
  Embedder,
  IndexStore,
  KnowledgeState,
} from '../../../functions/core/ports/knowledge.ts';
import { fakeTools } from '../../fakes/tools.ts';
import { anArticle, asked } from '../knowledge/shop/index.ts';

const { tenant } = anArticle();

/** Articles, indexes and a model in memory. */
const shop = () => {
  const fake = fakeTools();
  let articles: readonly Article[] = [];
  let state: KnowledgeState = {
    tenant,
    changes: 0,
    built: null,
    form: null,
    builtAt: null,
    withoutVector: 0,
  };
  const objects = new Map<TenantId, Uint8Array>();
  const embedded: string[] = [];
  let model: 'there' | 'throttled' = 'there';
  let broken = false;
  const reads = { index: 0, state: 0 };
  const store: ArticleStore = {
    articles: async () => {
      if (broken) throw new Error('the table is gone');
      return articles;
    },
    state: async () => {
      reads.state += 1;
      if (broken) throw new Error('the table is gone');
      return state;
    },
    states: async () => [state],
    noteBuilt: async (_, { changes, form, at, withoutVector }) => {
      state = { ...state, built: changes, form, builtAt: at, withoutVector };
    },
  };
  const indexes: IndexStore = {
    read: async (of) => {
      reads.index += 1;
      return objects.get(of) ?? null;
    },
    write: async (of, bytes) => {
      objects.set(of, bytes);
    },
  };
  const embedder: Embedder = {
    embed: async (texts) => {
      if (model === 'throttled') return failed({ kind: 'unavailable', because: 'throttled' });
      embedded.push(...texts);
      return found(texts.map((text) => [text.length, 1, -1, 1]));
    },
  };
  const deps = { ...fake.tools, articles: store, indexes, embedder };
  return {
    ...fake,
    run: indexKnowledge(deps),
    knowledge: () => findPassages(deps),
    embedded,
    reads,
    state: () => state,
    change: (now: readonly Article[]) => {
      articles = now;
      state = { ...state, changes: state.changes + 1 };
    },
    model: (now: typeof model) => {
      model = now;
    },
    breakTable: (now: boolean) => {
      broken = now;
    },
  };
};

const question = { ...asked('garantía de fábrica'), tenant };
const ids = (passages: readonly { readonly article: string }[]): readonly string[] =>
  passages.map(({ article }) => article);

describe('the index', () => {
  it('is built when articles changed, and not again until they change', async () => {
    const { run, change, state } = shop();
    change([anArticle()]);
    expect([await run(null), await run(null)]).toEqual([1, 0]);
    expect(state()).toMatchObject({ changes: 1, built: 1 });
    change([anArticle(), anArticle({ id: 'two' })]);
    expect(await run(null)).toBe(1);
  });

  it('pays the model for new words only', async () => {
    const { run, change, embedded } = shop();
    change([anArticle()]);
    await run(null);
    change([anArticle(), anArticle({ id: 'two', title: 'Envío', body: 'Cinco días.' })]);
    await run(null);
    expect(embedded).toEqual([`Garantía\n${anArticle().body}`, 'Envío\nCinco días.']);
  });

  it('is there without the model, which is asked again after ten minutes', async () => {
    const { run, change, model, pass, state, knowledge } = shop();
    model('throttled');
    change([anArticle()]);
    expect([await run(null), await run(null)]).toEqual([1, 0]);
    expect(ids(await knowledge().find(question))).toEqual(['one']);
    model('there');
    pass(601);
    expect([await run(null), state().withoutVector]).toEqual([1, 0]);
  });

  it('that cannot be built fails the run, after all were tried', async () => {
    const { run, change, breakTable } = shop();
    change([anArticle()]);
    breakTable(true);
    await expect(run(null)).rejects.toThrow('the table is gone');
  });
});

describe('what a buyer asks', () => {
  it('is looked up in an index that is read once, and renewed in the background', async () => {
    const { run, change, knowledge, reads, pass } = shop();
    change([anArticle()]);
    await run(null);
    const before = reads.index;
    const { find } = { find: async () => open.find(question) };
    const open = knowledge();
    expect([ids(await find()), ids(await find())]).toEqual([['one'], ['one']]);
    expect(reads.index - before).toBe(1);
    change([anArticle({ id: 'new' })]);
    await run(null);
    pass(31);
    expect(ids(await find())).toEqual(['one']);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(ids(await find())).toEqual(['new']);
  });

  it('finds nothing where there are no articles, and where they cannot be read', async () => {
    const empty = shop();
    expect(await empty.knowledge().find(question)).toEqual([]);
    const broken = shop();
    broken.breakTable(true);
    expect(await broken.knowledge().find(question)).toEqual([]);
    expect(broken.logged.map(({ name }) => name)).toContain('knowledge-unavailable');
  });

  it('goes on with the index that stands when a newer one cannot be read', async () => {
    const { run, change, knowledge, breakTable, pass } = shop();
    change([anArticle()]);
    await run(null);
    const open = knowledge();
    await open.find(question);
    breakTable(true);
    pass(31);
    expect(ids(await open.find(question))).toEqual(['one']);
    expect(ids(await open.find(question))).toEqual(['one']);
  });
});
