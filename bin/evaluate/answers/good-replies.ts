/** Right replies in usual spellings, each with what it rests on: the guard may hold none of them. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { ReplyContext } from '../../../functions/core/answering/guard.ts';
import { buyerTimeZone } from '../../../functions/core/answering/voice.ts';
import { threadRules } from '../../../functions/core/channels/manifests.ts';
import { channelIds } from '../../../functions/core/domain/channel.ts';
import type { Facts } from '../../../functions/core/domain/facts.ts';
import { answeredLanguages } from '../../../functions/core/domain/language.ts';
import { readSeeds, type Seeds } from '../../local/seeds.ts';
import { shopOf, type Shop } from './shop.ts';

export const casesFolder = new URL('../../../tests/evaluation/answers/', import.meta.url);

const text = z.string();
const goodReply = z.object({
  id: text,
  language: z.enum(answeredLanguages),
  channel: z.enum(channelIds),
  account: text,
  thread: z.enum(['public', 'private']),
  buyer: text.optional(),
  now: z.iso.datetime(),
  asked: text.optional(),
  facts: z.object({ order: text.optional(), item: text.optional(), article: text.optional() }),
  reply: text,
});
type GoodReply = z.output<typeof goodReply>;

/** The lines of one of the files of cases. Throws at a line that has not the form. */
export const linesOf = <T>(file: string, form: z.ZodType<T>): readonly T[] =>
  readFileSync(new URL(file, casesFolder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => form.parse(JSON.parse(line)));

/** The seeds of the invented shop. Throws where they cannot be read. */
export const caseSeeds = (): Seeds => {
  const read = readSeeds([new URL('seeds.json', casesFolder).pathname]);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.seeds;
};

const factsOf = async (shop: Shop, one: GoodReply): Promise<Facts> => {
  const account = shop.account(one.channel, one.account);
  if (account === null) throw new Error(`${one.id}: there is no account ${one.account}`);
  const { sources } = shop;
  const access = shop.access(account);
  const order =
    one.facts.order === undefined
      ? null
      : await sources[one.channel].order(one.facts.order, one.buyer ?? '', access);
  // An answer about an order may speak of what was bought.
  const id = one.facts.item ?? (order?.ok === true ? order.value.items[0]?.item : undefined);
  const item = id === undefined ? null : await sources[one.channel].item(id, null, access);
  return {
    ...(order?.ok === true ? { order: order.value } : {}),
    ...(item?.ok === true ? { item: item.value } : {}),
  };
};

export type GivenReply = {
  readonly id: string;
  readonly language: string;
  readonly reply: string;
  readonly context: ReplyContext;
};

/** Each reply in the place that the guard judges it in. */
export const goodReplies = async (): Promise<readonly GivenReply[]> => {
  const seeds = caseSeeds();
  const shop = shopOf(seeds);
  return Promise.all(
    linesOf('good-replies.jsonl', goodReply).map(async (one): Promise<GivenReply> => {
      const account = shop.account(one.channel, one.account);
      const market = account?.market ?? 'BR';
      const article = seeds.articles.find(({ id }) => id === one.facts.article);
      return {
        id: one.id,
        language: one.language,
        reply: one.reply,
        context: {
          facts: await factsOf(shop, one),
          quotes: article === undefined ? [] : [`${article.title}. ${article.body}`],
          asked: one.asked ?? '',
          language: one.language,
          market,
          audience: one.thread,
          rules: threadRules(one.channel, one.thread),
          now: new Date(one.now),
          timeZone: buyerTimeZone(market),
        },
      };
    }),
  );
};
