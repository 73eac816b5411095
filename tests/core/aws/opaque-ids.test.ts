/** Ids that tell nothing of a platform's: the same for the same, for ever, and never the same for another. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedIds, opaqueIds } from '../../../functions/core/aws/opaque-ids.ts';
import { accountId, isOpaqueId } from '../../../functions/core/domain/ids.ts';
import { anyText } from '../../fakes/texts.ts';

const key = 'a key for tests only, long enough to be one';
const ids = opaqueIds(key);
const luna = accountId('luna');

it('have 26 characters of base32, whatever the platform calls its things', () => {
  fc.assert(
    fc.property(anyText(300), (name) => {
      expect(isOpaqueId(ids.conversation('rest', luna, name))).toBe(true);
      expect(isOpaqueId(ids.unknown('rest', name, name))).toBe(true);
    }),
    { seed: 20_261_120 },
  );
});

it('stay what they are: rows that were stored under them must be found again', () => {
  expect([
    ids.conversation('rest', luna, 'conversation-1'),
    ids.buyer('rest', luna, 'buyer-1'),
    ids.message('rest', luna, 'message-1'),
  ]).toMatchInlineSnapshot(`
    [
      "nyr4dx6dtdsecqyt7szy3ozf2r",
      "e766vu3kaf7lu3c3mkazmly73v",
      "2spdav4puu47ja2sctu5rzczny",
    ]
  `);
});

it('differ for another key, and a short key is refused', () => {
  const other = opaqueIds(`${key}!`);
  expect(other.buyer('rest', luna, 'b')).not.toBe(ids.buyer('rest', luna, 'b'));
  expect(() => opaqueIds('short')).toThrow('32 characters');
});

describe('parts', () => {
  it('that are others never make the same id', () => {
    const part = anyText(8, 1);
    // Cut the same characters elsewhere: what lists of parts that are merely joined would confuse.
    const cut = fc.record({
      text: fc.string({ minLength: 3, maxLength: 20 }),
      first: fc.nat(),
      second: fc.nat(),
    });
    fc.assert(
      fc.property(cut, ({ text, first, second }) => {
        const [one, other] = [1 + (first % (text.length - 1)), 1 + (second % (text.length - 1))];
        const made = (at: number) => ids.unknown('rest', text.slice(0, at), text.slice(at));
        expect(made(one) === made(other)).toBe(one === other);
      }),
      { seed: 20_261_120 },
    );
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, d) => {
        const same = a === c && b === d;
        expect(ids.unknown('rest', a, b) === ids.unknown('rest', c, d)).toBe(same);
      }),
      { seed: 20_261_120 },
    );
  });

  it('that are the same make other ids for other kinds of things', () => {
    const all = [
      ids.conversation('rest', luna, 'x'),
      ids.buyer('rest', luna, 'x'),
      ids.message('rest', luna, 'x'),
      ids.unknown('rest', luna, 'x'),
    ];
    expect(new Set<string>(all).size).toBe(4);
    expect(ids.group('rest', luna, 'x')).toBe(ids.conversation('rest', luna, 'x'));
  });
});

it('that follow from others are the same when a stage runs twice, and differ by purpose', () => {
  const message = ids.message('rest', luna, 'm');
  expect(derivedIds.reply(message, 'answer')).toBe(derivedIds.reply(message, 'answer'));
  const made = [
    derivedIds.reply(message, 'answer'),
    derivedIds.reply(message, 'holding'),
    derivedIds.escalation(message),
    derivedIds.escalation(`${message}#1`),
  ];
  expect(new Set<string>(made).size).toBe(4);
  expect(made.every(isOpaqueId)).toBe(true);
});
