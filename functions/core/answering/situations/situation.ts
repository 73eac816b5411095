/** What the facts say about one question of a buyer: which fixed answer fits, with what filled in, and who must act. */
import type { AsksFor } from '../../domain/decision.ts';
import type { Facts, Order } from '../../domain/facts.ts';
import type { Entity, Intent } from '../../domain/intent.ts';
import type { AnswerKey } from '../fixed-answers/catalogue.ts';
import { dayOf, daysFromToday, money, spokenDay, type Moment, type Reader } from '../format.ts';
import type { Slots } from '../template.ts';
import { sayable, sayableCode } from '../text.ts';

/** One thing that the buyer wants, in the words that said it. */
export type Question = {
  readonly intent: Intent;
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly attachments: number;
  /** What was asked before, where this goes on with it ("and in green?"). */
  readonly earlier?: string;
};

/** All that an answer may rest on. */
export type Background = Moment &
  Reader & {
    readonly facts: Facts;
    /** The buyer is annoyed: what a calm buyer is offered, this one gets at once. */
    readonly upset: boolean;
  };

export type Situation = {
  readonly key: AnswerKey;
  readonly slots: Slots;
  /** Paths of the facts that chose it. */
  readonly basis: readonly string[];
  /** A person must decide or do something: words alone do not settle it. */
  readonly person: boolean;
  readonly asksFor: AsksFor | null;
  /** What its slot `{details}` lists, one by one: what another sentence says already is left out. */
  readonly details?: readonly { readonly words: string; readonly fact: string }[];
};

type Particulars = {
  readonly slots?: Slots;
  readonly basis?: readonly string[];
  readonly person?: boolean;
  readonly asksFor?: AsksFor;
};

export const situation = (
  key: AnswerKey,
  { slots = {}, basis = [], person = false, asksFor }: Particulars = {},
): Situation => ({
  key,
  slots,
  basis,
  person,
  asksFor: asksFor ?? null,
});

/** A slot for a text from the facts, or none when there is nothing that may be said. */
export const textSlot = (name: string, value: string | null | undefined, fact: string): Slots => {
  const text = sayable(value ?? undefined);
  return text === null ? {} : { [name]: { text, fact } };
};

/** A slot for words that we made from the facts ourselves. */
export const madeSlot = (name: string, text: string | null, fact: string | null): Slots =>
  text === null ? {} : { [name]: { text, fact } };

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Slots `{name}` ("el 12 de mayo") and `{onName}` ("on May 12") for a day or time, or none when it is no date. */
export const daySlots = (
  name: string,
  value: string | undefined,
  fact: string,
  { language, now, timeZone }: Background,
): Slots => {
  const day = value === undefined ? null : dayOf(value, timeZone);
  if (day === null) return {};
  const { thing, when } = spokenDay(day, language, { now, timeZone });
  return { [name]: { text: thing, fact }, [`on${capital(name)}`]: { text: when, fact } };
};

export const moneySlot = (
  name: string,
  amount: string | undefined,
  currency: string,
  fact: string,
  reader: Reader,
): Slots => madeSlot(name, amount === undefined ? null : money(amount, currency, reader), fact);

/** Days from today, or null when the value is no date. */
export const daysUntil = (value: string | undefined, { now, timeZone }: Moment): number | null => {
  const day = value === undefined ? null : dayOf(value, timeZone);
  return day === null ? null : daysFromToday(day, { now, timeZone });
};

/** A slot for a number of the order, however its platform or carrier writes it. */
export const codeSlot = (name: string, value: string | undefined, fact: string): Slots =>
  madeSlot(name, sayableCode(value), fact);

export const orderSlot = (order: Order): Slots => codeSlot('order', order.id, 'order.id');

/** Without the order there is nothing to say: ask for its number, or say that the number did not find it. */
export const withoutOrder = (facts: Facts): Situation =>
  situation(facts.order === null ? 'order.notFound' : 'order.ask', { asksFor: 'order_number' });
