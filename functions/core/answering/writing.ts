/** What a model is shown to write a reply from, and how its slots are filled: facts as the buyer may read them. */
import type { Item } from '../domain/facts.ts';
import { plainLabel } from './attribute-match.ts';
import { withoutEmoji } from './emoji.ts';
import { money, type Reader } from './format.ts';
import { speaksToMachine } from './machine-talk.ts';
import { fold, sayable } from './text.ts';
import { variantName } from './variant-match.ts';
import { isFree } from './wording.ts';

export type ShownFact = { readonly name: string; readonly value: string };

/** Variants named one by one; more than these are told as a number. */
const mostVariants = 10;

const nameOf = (label: string): string =>
  fold(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

/** An item's facts; what cannot be said to a buyer is not shown to a model either. */
export const shownFacts = (item: Item, reader: Reader): readonly ShownFact[] => {
  const amount = (written: string): string => money(written, item.currency, reader) ?? written;
  const facts: readonly (readonly [string, string | null])[] = [
    ['title', sayable(item.title)],
    ['price', amount(item.price)],
    ['stock', String(item.stock)],
    ['freight', item.freight === undefined || isFree(item.freight) ? null : amount(item.freight)],
    ...Object.entries(item.attributes).map(([key, value]) => [plainLabel(key), sayable(value, 160)] as const),
    ...item.variants
      .slice(0, mostVariants)
      .map(
        (variant, at) =>
          [`variant ${String(at + 1)}`, `${variantName(variant)}: ${String(variant.stock)}`] as const,
      ),
  ];
  return facts.flatMap(([label, value]) => {
    const name = nameOf(label);
    return value === null || name === '' || speaksToMachine(`${label} ${value}`) ? [] : [{ name, value }];
  });
};

/** Slots that the model wrote become the facts themselves; a slot that names none stays, and the guard holds the text. */
const withFacts = (text: string, facts: readonly ShownFact[]): string =>
  text.replaceAll(/\{{1,2}\s*(?:fact\.)?([\w.]+)\s*\}{1,2}/g, (slot, name: string) => {
    const fact = facts.find((one) => one.name === name.toLowerCase());
    return fact?.value ?? slot;
  });

/** The text with its slots filled; without the model's emoji where none is wanted. */
export const filled = (text: string, facts: readonly ShownFact[], emoji: boolean): string =>
  withFacts(emoji ? text : withoutEmoji(text), facts);
