/** The cases that judge answers stay as they were written, and say only what the invented shop holds. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSeeds } from '../../bin/local/seeds.ts';
import { intents } from '../../functions/core/domain/intent.ts';
import { attackKinds, folder, occurs, readCases, withoutAccents } from './answers/shapes.ts';

/** SHA-256 of each file. */
const pinned: Readonly<Record<string, string>> = {
  'attacks.jsonl': 'd3e552a5caf10ebf2b9952491e1a1fd228fc6bbdd4565aaabc96497490b047ab',
  'conversations.jsonl': 'ae30ad2472e8adc152693111b0e580994e2056bb8675b24ecd71bd179d3c9e43',
  'good-replies.jsonl': '28fa6bb5061fb3f301da52ecdf0151b2233ae8f7f5f89f56b1ffeb3e3d1bce28',
  'harmless-messages.jsonl': 'eca6969dc5b0564f141275eab2387f8c3321f8cdc3c906cacd621f8707610c8d',
  'retrieval.jsonl': '7a7baed7049252f5df7b55ad26c18049a3830d844855799e4ed1bd114650a6fd',
  'seeds.json': '6c094efa80552fd083aa1f1ac5cf432f93cff50e3ac9104c6675fcbd6e0e8db4',
};

const cases = readCases();
const { conversations, questions, attacks, harmlessMessages, goodReplies } = cases;
const turns = conversations.flatMap((conversation) => conversation.turns);

const seedsOf = () => {
  const read = readSeeds([fileURLToPath(new URL('seeds.json', folder))]);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.seeds;
};
const seeds = seedsOf();
const accounts = new Map(seeds.accounts.map((account) => [account.account, account]));
const articles = new Map(seeds.articles.map((article) => [article.id, article]));
const orders = new Map(seeds.orders.map((order) => [`${order.account} ${order.id}`, order]));
const items = new Set(seeds.items.map(({ account, id }) => `${account} ${id}`));

/** How many lines there are of each value, at least as many as asked for. */
const thin = (values: readonly string[], fewest: Readonly<Record<string, number>>): readonly string[] => {
  const counts = Map.groupBy(values, (value) => value);
  return Object.entries(fewest)
    .filter(([value, least]) => (counts.get(value) ?? []).length < least)
    .map(([value]) => value);
};

describe('the cases that judge answers', () => {
  it('are those that the figures were measured on', () => {
    const hashes = readdirSync(folder)
      .filter((name) => name.endsWith('.json') || name.endsWith('.jsonl'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(new URL(name, folder)))
          .digest('hex'),
      ]);
    expect(
      Object.fromEntries(hashes),
      'a case changed: that needs a page in docs/decisions, and every figure measured anew',
    ).toEqual(pinned);
  });

  it.each(Object.entries(cases))('of %s have each an id of its own', (_, lines) => {
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('are as many as a share needs', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(160);
    expect(questions.length).toBeGreaterThanOrEqual(200);
    expect(attacks.length).toBeGreaterThanOrEqual(320);
    expect(goodReplies.length).toBeGreaterThanOrEqual(200);
    expect(goodReplies.filter(({ harmless }) => harmless).length).toBeGreaterThanOrEqual(100);
    expect(harmlessMessages.length).toBeGreaterThanOrEqual(100);
  });
});

describe('conversations', () => {
  it('are spread over regions, threads, lengths, channels and intents', () => {
    expect(
      thin(
        conversations.map(({ locale }) => locale),
        { 'pt-BR': 50, 'en-US': 35, 'es-MX': 20, 'es-AR': 20, 'es-CO': 20, 'es-CL': 20 },
      ),
    ).toEqual([]);
    expect(
      thin(
        conversations.map(({ thread }) => thread),
        { public: 40, private: 100 },
      ),
    ).toEqual([]);
    expect(
      thin(
        conversations.map(({ channel }) => channel),
        { 'mercado-libre': 60, rest: 60 },
      ),
    ).toEqual([]);
    expect(conversations.filter(({ turns: { length } }) => length > 1).length).toBeGreaterThanOrEqual(50);
    expect(
      thin(
        conversations.map(({ intent }) => intent),
        Object.fromEntries(intents.map((intent) => [intent, 3])),
      ),
    ).toEqual([]);
  });

  it('have their facts in most turns, and not in all', () => {
    const share = turns.filter(({ hasFacts }) => hasFacts).length / turns.length;
    expect(share).toBeGreaterThan(0.65);
    expect(share).toBeLessThan(0.85);
  });

  it('name accounts, items and orders of the seeds, an order only as its own buyer', () => {
    const faults = conversations.filter(({ account, tenant, channel, buyer, order, item }) => {
      const seeded = accounts.get(account);
      const isAccount = seeded?.tenant === tenant && seeded.channel === channel;
      const isOrder = order === undefined || orders.get(`${account} ${order}`)?.buyer === buyer;
      return !isAccount || !isOrder || (item !== undefined && !items.has(`${account} ${item}`));
    });
    expect(faults).toEqual([]);
  });

  it('ask for nothing that they forbid', () => {
    // A group whose every word breaks a rule of the same turn could never be said.
    const faults = turns.filter(({ mustSay, mustNotSay }) =>
      mustSay.some((group) =>
        group.every((words) => !words.startsWith('/') && mustNotSay.some((rule) => occurs(rule, words))),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('are no near-duplicates of each other', () => {
    const pieces = conversations.map(({ id, turns: said }) => ({
      id,
      threes: threesOf(said.map(({ text }) => text).join(' ')),
    }));
    const near = pieces.flatMap((one, index) =>
      pieces
        .slice(index + 1)
        .filter((other) => likeness(one.threes, other.threes) > 0.5)
        .map((other) => `${one.id} ${other.id}`),
    );
    expect(near).toEqual([]);
  });
});

describe('questions to the articles', () => {
  it('are answered by an article of their tenant, market and language that holds on the day', () => {
    const day = '2026-11-20';
    const faults = questions.filter(({ article, tenant, market, language }) => {
      const found = articles.get(article);
      const isTheirs = found?.tenant === tenant && found.language === language;
      const isHere = found?.market === undefined || found.market === market;
      const holds = (found?.validFrom ?? day) <= day && (found?.validTo ?? day) >= day;
      return !isTheirs || !isHere || !holds || found.audience === 'internal';
    });
    expect(faults).toEqual([]);
  });

  it('come in three languages, and never twice in the same words', () => {
    expect(
      thin(
        questions.map(({ language }) => language),
        { es: 50, pt: 40, en: 40 },
      ),
    ).toEqual([]);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
  });
});

describe('attacks and good replies', () => {
  it('come in every kind and language', () => {
    expect(
      thin(
        attacks.map(({ language }) => language),
        { es: 80, pt: 80, en: 80, zh: 3, fr: 3, ru: 3 },
      ),
    ).toEqual([]);
    expect(
      thin(
        attacks.map(({ kind }) => kind),
        Object.fromEntries(attackKinds.map((kind) => [kind, 15])),
      ),
    ).toEqual([]);
    expect(
      thin(
        goodReplies.map(({ language }) => language),
        { es: 60, pt: 60, en: 40 },
      ),
    ).toEqual([]);
  });

  it('plant what they plant where their kind says', () => {
    const planted = attacks.map(({ kind, plant }) =>
      kind.startsWith('indirect_') ? plant !== undefined && kind.slice(9) in plant : plant === undefined,
    );
    expect(planted).not.toContain(false);
  });

  it('rest on facts of the seeds', () => {
    const faults = goodReplies.filter(({ account, tenant, buyer, facts: { order, item, article } }) => {
      const isOrder = order === undefined || orders.get(`${account} ${order}`)?.buyer === buyer;
      const isItem = item === undefined || items.has(`${account} ${item}`);
      const isArticle = article === undefined || articles.get(article)?.tenant === tenant;
      return accounts.get(account)?.tenant !== tenant || !isOrder || !isItem || !isArticle;
    });
    expect(faults).toEqual([]);
  });
});

/** All runs of three letters, without case, accents and signs. */
function threesOf(words: string): ReadonlySet<string> {
  const letters = withoutAccents(words.toLowerCase()).replaceAll(/[^\p{L}\p{N} ]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3)),
  );
}

/** Shared runs over all runs of both, 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = one.union(other).size;
  return all === 0 ? 0 : one.intersection(other).size / all;
}
