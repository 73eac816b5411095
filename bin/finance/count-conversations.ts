/** The conversations that a counted run holds: the repository's own, of the web shop channel. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const cases = join(import.meta.dirname, '..', '..', 'tests', 'evaluation', 'answers');
/** Their shops, orders and items. */
export const conversationSeeds = join(cases, 'seeds.json');

const conversation = z.object({
  channel: z.string(),
  account: z.string(),
  thread: z.string(),
  buyer: z.string(),
  order: z.string().optional(),
  item: z.string().optional(),
  turns: z.array(z.object({ text: z.string() })),
});
export type ShopConversation = z.output<typeof conversation>;

/** Every language, market and kind of question; at most so many, taken evenly from all. */
export const shopConversations = (most: number): readonly ShopConversation[] => {
  const all = readFileSync(join(cases, 'conversations.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => conversation.parse(JSON.parse(line)))
    .filter(({ channel, thread }) => channel === 'rest' && thread === 'private');
  const wanted = Math.min(most, all.length);
  return all.filter(
    (_, index) =>
      Math.floor((index * wanted) / all.length) !== Math.floor(((index - 1) * wanted) / all.length),
  );
};

/** Each turn is written once all turns before it have been dealt with, as buyers do. Returns how many messages. */
export const converse = async (
  sandbox: string,
  all: readonly ShopConversation[],
  quiet: () => Promise<void>,
): Promise<number> => {
  const longest = Math.max(...all.map(({ turns }) => turns.length));
  let messages = 0;
  for (let turn = 0; turn < longest; turn += 1) {
    for (const [index, { account, buyer, order, item, turns }] of all.entries()) {
      const text = turns[turn]?.text;
      if (text === undefined) continue;
      const words = { account, conversation: `count-${String(index)}`, buyer, text, order, item };
      const response = await fetch(`${sandbox}/rest/messages`, {
        method: 'POST',
        body: JSON.stringify(words),
      });
      if (!response.ok) throw new Error(`the sandbox did not take a message: ${await response.text()}`);
      messages += 1;
    }
    await quiet();
  }
  return messages;
};
