/** A decision's record as it stands on the message's row: as short as can be, for the row is written again and again. */
import * as z from 'zod/mini';
import type { DecisionRecord } from '../../domain/decision-record.ts';

const kinds = ['ignore', 'escalate', 'draft', 'reply'] as const;
const modes = ['automatic', 'review', 'human'] as const;

/** Paths share their beginnings; an article's name has none of these. */
const shortForms: readonly (readonly [string, string])[] = [
  ['order.shipments.', 's.'],
  ['order.', 'o.'],
  ['item.', 'i.'],
  ['articles.', 'a.'],
];
const shortened = (path: string): string => {
  const form = shortForms.find(([long]) => path.startsWith(long));
  return form === undefined ? `=${path}` : `${form[1]}${path.slice(form[0].length)}`;
};
const lengthened = (short: string): string => {
  const form = shortForms.find(([, one]) => short.startsWith(one));
  return form === undefined ? short.slice(1) : `${form[0]}${short.slice(form[1].length)}`;
};

const asked = z.tuple([
  z.nullable(z.tuple([z.string(), z.number(), z.number(), z.nullable(z.string())])),
  z.array(z.string()),
  z.nullable(z.string()),
]);
/** In this order; what a model was asked stands last, and only where one was. */
const row = z.tuple([
  z.number(),
  z.string(),
  z.nullable(z.number()),
  z.number(),
  z.number(),
  z.array(z.string()),
  z.string(),
  z.optional(asked),
]);

const hundredths = (share: number): number => Math.round(share * 100) / 100;

export const keptRecord = ({ model, held, unavailable, ...record }: DecisionRecord): string => {
  const isAsked = model !== null || held.length > 0 || unavailable !== null;
  const use = model === null ? null : [model.name, model.tokensIn, model.tokensOut, model.prompt];
  return JSON.stringify([
    kinds.indexOf(record.kind),
    record.because,
    record.confidence === null ? null : hundredths(record.confidence),
    record.least,
    modes.indexOf(record.mode),
    record.facts.map(shortened),
    record.seen,
    ...(isAsked ? [[use, held, unavailable]] : []),
  ]);
};

/** None for a row without a record, or with one of another form: a reason that is lost stops nobody. */
export const recordIn = (kept: string | null): { readonly decision?: DecisionRecord } => {
  if (kept === null) return {};
  const read = z.safeParse(row, JSON.parse(kept));
  if (!read.success) return {};
  const [kindAt, because, confidence, least, modeAt, facts, seen, last] = read.data;
  const [kind, mode] = [kinds[kindAt], modes[modeAt]];
  if (kind === undefined || mode === undefined) return {};
  const [use, held, unavailable] = last ?? [null, [], null];
  const model = use === null ? null : { name: use[0], tokensIn: use[1], tokensOut: use[2], prompt: use[3] };
  return {
    decision: {
      kind,
      because,
      confidence,
      least,
      mode,
      facts: facts.map(lengthened),
      seen,
      model,
      held,
      unavailable,
    },
  };
};
