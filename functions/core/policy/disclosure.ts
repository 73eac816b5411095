/** Where a buyer must be told that a machine answers, and when: each row with its source. */
import type { Market } from '../domain/channel.ts';

export type Disclosure = {
  /** `before-sale`: in the first answer to somebody who has bought nothing yet; `on-request`: to whoever asks. */
  readonly when: 'before-sale' | 'on-request';
  readonly asOf: string;
  readonly source: string;
};

/** Whoever asks whether a machine answers is always told so; the European Union is not served. */
const onRequest = {
  when: 'on-request',
  asOf: '2026-11-20',
  source: 'no law of the market asks for more; honesty does',
} as const satisfies Disclosure;

export const disclosures: Readonly<Record<Market, Disclosure>> = {
  US: {
    when: 'before-sale',
    asOf: '2026-11-20',
    source:
      'California Business and Professions Code § 17941: a bot that is to bring about a sale says clearly that it is one',
  },
  AR: onRequest,
  BR: onRequest,
  CL: onRequest,
  CO: onRequest,
  MX: onRequest,
};
