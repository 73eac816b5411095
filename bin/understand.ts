/** `npm run -s understand < in.jsonl > out.jsonl`: the first tier alone, a line in, a line out. */
import { readFile } from 'node:fs/promises';
import { createFirstTier } from '../functions/core/understanding/first-tier.ts';
import { understand } from '../functions/core/understanding/understand.ts';
import { answerLines } from './json-lines.ts';
import { tableFile } from './training-files.ts';

const tier = createFirstTier(await readFile(tableFile));

await answerLines(({ text, rest }) => {
  const language = rest['conversationLanguage'];
  return understand(tier, {
    text,
    conversationLanguage: typeof language === 'string' ? language : undefined,
  });
});
