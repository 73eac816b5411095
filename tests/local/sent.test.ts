/** What the played platforms were sent is one list, and an entry keeps its number. */
import { expect, it } from 'vitest';
import { sentJournal } from '../../bin/local/sent.ts';
import type { Sandbox, SentEntry } from '../../functions/core/channels/kit/sandbox.ts';

const played = (channel: string) => {
  const entries: SentEntry[] = [];
  const sandbox: Sandbox = {
    creates: [],
    handle: async () => ({ status: 200, body: '' }),
    create: async () => ({ id: '' }),
    sent: (after) => entries.slice(after),
    fault: () => undefined,
    close: async () => undefined,
  };
  const say = (second: number, repeats = 0): void => {
    const at = new Date(second * 1000).toISOString();
    const request = { method: 'POST', path: '/', headers: {}, body: '' };
    const place = {
      channel,
      account: 'a',
      conversation: 'c',
      inReplyTo: 'm',
      text: `${channel} ${String(second)}`,
    };
    entries.push({ n: entries.length + 1, at, ...place, repeats, request });
  };
  return { sandbox, say, entries };
};
const texts = (entries: readonly SentEntry[]) => entries.map(({ n, text }) => `${String(n)} ${text}`);

it('counts over all channels by time, without gaps, and goes on where a reader stopped', () => {
  const [shop, market] = [played('shop'), played('market')];
  const journal = sentJournal(
    new Map([
      ['shop', shop.sandbox],
      ['market', market.sandbox],
    ]),
  );
  shop.say(2);
  market.say(1);
  expect(texts(journal(0))).toEqual(['1 market 1', '2 shop 2']);
  // Of the same moment, but noticed later: the numbers that were given stay.
  market.say(2);
  shop.say(3);
  expect(texts(journal(2))).toEqual(['3 market 2', '4 shop 3']);
  expect(texts(journal(0)).slice(0, 2)).toEqual(['1 market 1', '2 shop 2']);
});

it('shows how often a reply was repeated since', () => {
  const shop = played('shop');
  const journal = sentJournal(new Map([['shop', shop.sandbox]]));
  shop.say(1);
  expect(journal(0)).toMatchObject([{ repeats: 0 }]);
  shop.entries.splice(0);
  shop.say(1, 4);
  expect(journal(0)).toMatchObject([{ n: 1, repeats: 4 }]);
});
