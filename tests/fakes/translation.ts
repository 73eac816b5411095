/** A translator that knows the sentences that a test teaches it, a cache in memory, and who answered whom. */
import { contentHash } from '../../functions/core/aws/content-hash.ts';
import type { BuyerAgents } from '../../functions/core/ports/buyer-agents.ts';
import type { TranslationCache, Translator } from '../../functions/core/ports/translation.ts';

export type FakeTranslator = Translator & {
  /** `⟦1⟧` stands for a fact, as it is asked. */
  readonly knows: (text: string, into: string, translation: string) => void;
  readonly asked: readonly string[];
};

export const fakeTranslator = (): FakeTranslator => {
  const known = new Map<string, string>();
  const asked: string[] = [];
  return {
    asked,
    knows: (text, into, translation) => {
      known.set(`${into}|${text}`, translation);
    },
    translate: async ({ text, from, into }) => {
      asked.push(text);
      const said = known.get(`${into.split('-')[0] ?? into}|${text}`);
      return said === undefined
        ? { ok: false, problem: { kind: 'unavailable', because: 'throttled' } }
        : {
            ok: true,
            value: {
              text: said,
              from: from ?? 'zh',
              use: { by: 'model', model: 'a-model', tokensIn: 10, tokensOut: 5 },
            },
          };
    },
  };
};

export const memoryTranslations = (): TranslationCache => {
  const kept = new Map<string, string>();
  return {
    find: async ({ tenant, conversation }, hash) => kept.get(`${tenant}#${conversation}#${hash}`) ?? null,
    keep: async ({ tenant, conversation }, hash, text) => {
      kept.set(`${tenant}#${conversation}#${hash}`, text);
    },
  };
};

export const memoryBuyerAgents = (): BuyerAgents => {
  const kept = new Map<string, string>();
  return {
    previous: async (tenant, buyer) => kept.get(`${tenant}#${buyer}`) ?? null,
    remember: async (tenant, buyer, agent) => {
      kept.set(`${tenant}#${buyer}`, agent);
    },
  };
};

/** What every desk of a test translates with. */
export const translationParts = () => ({
  translator: fakeTranslator(),
  translations: memoryTranslations(),
  contentHash,
  buyerAgents: memoryBuyerAgents(),
});
