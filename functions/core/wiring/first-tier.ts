/** The first tier as flows want it, from the trained table that ships beside the bundle. */
import { readFileSync } from 'node:fs';
import type { FirstTier } from '../ports/understanding.ts';
import { createFirstTier } from '../understanding/first-tier.ts';
import { mask } from '../understanding/masking/mask.ts';
import { understand } from '../understanding/understand.ts';

/** Reads the table once, at start. */
export const firstTierPort = (): FirstTier => {
  const tier = createFirstTier(
    readFileSync(new URL('../understanding/model/first-tier.bin', import.meta.url)),
  );
  return {
    understand: ({ text, conversationLanguage, layer }) =>
      understand(layer === undefined ? tier : { ...tier, layer }, {
        text,
        conversationLanguage: conversationLanguage ?? undefined,
      }),
    mask: (text) => mask(text).text,
  };
};
