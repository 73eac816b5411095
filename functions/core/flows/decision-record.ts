/** What a decision was made from, kept with it: no words and nothing personal, and enough to say why and to decide again. */
import { decide, type DecisionInput } from '../answering/decision.ts';
import type { Decision } from '../domain/decision.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import type { BuyerMessage } from '../domain/message.ts';
import type { Change } from '../ports/conversations.ts';
import type { ModelUse } from '../ports/understanding.ts';

/** What a model was asked for one turn, and what became of its words. */
export type Writing = {
  /** Names of the facts and articles that it was shown or said it used. */
  readonly facts: readonly string[];
  readonly passages: readonly string[];
  /** Hash of the prompt without its data; null: nobody was asked. */
  readonly prompt: string | null;
  readonly use: ModelUse | null;
  /** Why its texts were held, in order. */
  readonly held: readonly string[];
  readonly unavailable: string | null;
  /** The words that passed; kept with the reply, never here. */
  readonly text: string | null;
};

export const noWriting: Writing = {
  facts: [],
  passages: [],
  prompt: null,
  use: null,
  held: [],
  unavailable: null,
  text: null,
};

/** FNV-1a of 32 bits: tells texts apart, and guards nothing. */
const fingerprint = (text: string): string =>
  Array.from(text)
    .reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5)
    .toString(16)
    .padStart(8, '0');

const seenBy = ({ facts, quotes }: DecisionInput): string =>
  fingerprint(JSON.stringify([facts, quotes.map(({ article, text }) => [article, text])]));

/** What is kept of a turn that was decided so. `writing`: what a model was asked for it. */
export const recordOf = (
  input: DecisionInput,
  decision: Decision,
  writing: Writing | undefined,
): DecisionRecord => {
  const use = writing?.use ?? null;
  return {
    kind: decision.kind,
    because: decision.because,
    confidence: input.messages.at(-1)?.understanding?.intentConfidence ?? null,
    least: input.thresholds.intent,
    mode: input.mode,
    facts: decision.kind === 'ignore' ? [] : decision.facts,
    seen: seenBy(input),
    model:
      use === null
        ? null
        : {
            name: use.model,
            tokensIn: use.tokensIn,
            tokensOut: use.tokensOut,
            prompt: writing?.prompt ?? null,
          },
    held: writing?.held ?? [],
    unavailable: writing?.unavailable ?? null,
  };
};

/** The same changes with the record on the message's own row: no row is written for it alone. */
export const withRecord = (
  changes: readonly Change[],
  message: BuyerMessage,
  decision: Decision,
  record: DecisionRecord | undefined,
): readonly Change[] => {
  if (record === undefined) return changes;
  const kept = { ...record, kind: decision.kind, because: decision.because };
  return changes.map((change) =>
    change.change === 'message' && change.message === message.message
      ? { ...change, fields: { ...change.fields, decision: kept } }
      : change,
  );
};

export type Replayed = {
  readonly decision: Decision;
  /** What is not as the record says; none: the turn was decided again exactly so. */
  readonly differs: readonly ('kind' | 'because' | 'facts' | 'seen')[];
};

/**
 * Decides a turn again from what is kept of it, offline. What a model wrote is not asked for again: where the record
 * names one, only what it was shown is compared.
 */
export const replay = (record: DecisionRecord, input: DecisionInput): Replayed => {
  const decision = decide(input);
  const facts = decision.kind === 'ignore' ? [] : decision.facts;
  const byModel = record.model !== null && record.because === 'model';
  const differs = [
    ...(byModel || decision.kind === record.kind ? [] : (['kind'] as const)),
    ...(byModel || decision.because === record.because ? [] : (['because'] as const)),
    ...(byModel || facts.join() === record.facts.join() ? [] : (['facts'] as const)),
    ...(seenBy(input) === record.seen ? [] : (['seen'] as const)),
  ];
  return { decision, differs };
};
