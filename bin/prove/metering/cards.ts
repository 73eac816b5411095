/** Rate cards that are wrong in one known place: each is refused by that place, and the running card stays. */
import { readFileSync } from 'node:fs';
import { adopt, readRateCard, type CardBook } from '../../../functions/core/rating/card/read-card.ts';
import { exampleCards, exampleFile } from '../../finance/cards.ts';
import { chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';

/** A path of the document, and what stands there then. */
type Damage = { readonly what: string; readonly at: readonly (string | number)[]; readonly now: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document with one place changed. */
const changed = (value: unknown, [first, ...rest]: readonly (string | number)[], now: unknown): unknown => {
  if (first === undefined) return now;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.map((one, index) => (index === first ? changed(one, rest, now) : one));
  }
  return isRecord(value) ? { ...value, [first]: changed(value[String(first)], rest, now) } : value;
};

type Place = { readonly at: readonly (string | number)[]; readonly value: unknown };

const placesIn = (value: unknown, at: readonly (string | number)[] = []): readonly Place[] => {
  const below: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one: unknown, index) => [index, one] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return [{ at, value }, ...below.flatMap(([name, one]) => placesIn(one, [...at, name]))];
};

const isMoney = (value: unknown): boolean => typeof value === 'string' && /^\d+\.\d+$/.test(value);
const last = ({ at }: Place): string | number | undefined => at.at(-1);

/** Every kind of fault that a place of a card can have. */
const damagesAt = (place: Place): readonly Damage[] => {
  const { at, value } = place;
  const one = (what: string, now: unknown): Damage => ({ what, at, now });
  if (isMoney(value))
    return [
      one('float', Number(value)),
      one('negative', `-${String(value)}`),
      one('exponent', '1e-2'),
      one('empty', ''),
    ];
  if (last(place) === 'unit') return [one('unknown unit', 'sesion'), one('no unit', null)];
  if (last(place) === 'currency') return [one('unknown currency', 'BRX'), one('small currency', 'usd')];
  if (last(place) === 'from' && typeof value === 'string') return [one('no day', '2026-13-01')];
  if (last(place) === 'from' && typeof value === 'number')
    return [one('gap', value + 1), one('overlap', value > 1 ? value - 1 : 0)];
  if (last(place) === 'to' && typeof value === 'number') return [one('end', value + 1), one('end', 0)];
  if (last(place) === 'value') return [one('unknown value', 'nowhere')];
  if (last(place) === 'of' && Array.isArray(value)) return [one('discount of nothing', ['nothing'])];
  if (last(place) === 'id') return [one('no name', ''), one('no text', 7)];
  return isRecord(value) ? [one('unknown field', { ...value, prize: '1' }), one('no object', 'x')] : [];
};

/** The fault names the place itself, what holds it, or, for tiers, a neighbour whose bounds no longer fit. */
const isNamed = (path: string, { at }: Damage): boolean => {
  const place = at.join('.');
  const holder = at.slice(0, -1).join('.');
  const list = at.slice(0, -2).join('.');
  return (
    path === place ||
    path.startsWith(`${place}.`) ||
    path === holder ||
    path.startsWith(list === '' ? '\n' : list)
  );
};

export const badCards = (scope: Scope): readonly Figure[] => {
  const cards = exampleCards.map((name): unknown => JSON.parse(readFileSync(exampleFile(name), 'utf8')));
  const damaged = cards.flatMap((card) =>
    placesIn(card).flatMap((place) => damagesAt(place).map((damage) => ({ card, damage }))),
  );
  const circles = cards.flatMap((card) => {
    const discount = (id: string, of: string) => ({ id, title: id, of: [of], share: '0.1' });
    return [
      [discount('a', 'a')],
      [discount('a', 'b'), discount('b', 'a')],
      [discount('a', 'b'), discount('b', 'c'), discount('c', 'a')],
    ].map((discounts) => ({ card, damage: { what: 'circle', at: ['discounts'], now: discounts } }));
  });
  const chance = chanceOf(scope.seed);
  const all = [...damaged, ...circles];
  const tried = all.filter(() => scope.scale >= 1 || chance() < scaled(scope, all.length, 100) / all.length);
  const running = readRateCard(cards[0]);
  const book: CardBook = running.ok ? [running.value] : [];
  const missed = tried.filter(({ card, damage }) => {
    const { book: after, faults } = adopt(book, changed(card, damage.at, damage.now));
    const found = faults.some(({ path }) => damage.at.length === 0 || isNamed(path, damage));
    const isRight = after === book && found;
    if (!isRight)
      console.error(
        `not refused by path: ${damage.what} at ${damage.at.join('.')}: ${JSON.stringify(faults)}`,
      );
    return !isRight;
  });
  const overlapping = adopt(book, {
    ...(isRecord(cards[0]) ? cards[0] : {}),
    version: 2,
    from: '2026-06-01',
  });
  return [
    { name: 'metering.bad-cards', value: tried.length, bound: '>= 1', ok: tried.length >= 1 },
    exactly('metering.bad-cards-taken', missed.length, 0),
    exactly('metering.overlapping-versions-taken', overlapping.book === book ? 0 : 1, 0),
  ];
};
