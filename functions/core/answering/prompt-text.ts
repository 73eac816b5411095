/** Whether a text gives away what models are asked: runs of words that stand in a prompt. */
import { wordsOf } from './text.ts';

/** Words in a row: fewer may stand in any two texts by chance. */
const run = 6;

const runsOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text);
  return new Set(
    words.flatMap((_, at) => (at + run <= words.length ? [words.slice(at, at + run).join(' ')] : [])),
  );
};

export const tellsPrompt = (text: string, prompts: readonly string[]): boolean => {
  const said = runsOf(text);
  return said.size > 0 && prompts.some((prompt) => [...runsOf(prompt)].some((words) => said.has(words)));
};
