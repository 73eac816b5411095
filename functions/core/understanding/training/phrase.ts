/** A labelled phrase to learn from: one JSON line of `phrases/<language>/<intent>.jsonl`. */
import {
  escalationReasons,
  type EscalationReason,
  type Intent,
  isIntent,
  isSentiment,
  type Sentiment,
} from '../../domain/intent.ts';

export type Phrase = {
  readonly text: string;
  readonly language: string;
  readonly variant: string | null;
  readonly intent: Intent;
  readonly secondary: Intent | null;
  readonly sentiment: Sentiment;
  readonly urgent: boolean;
  readonly escalate: EscalationReason | null;
  readonly traits: readonly string[];
};

/** A text of which only the language is known. */
export type Sentence = { readonly text: string; readonly language: string };

const record = (line: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('is no object');
  return Object.fromEntries(Object.entries(value));
};

const isReason = (text: string): text is EscalationReason =>
  escalationReasons.some((reason) => reason === text);

const oneOf = <Known extends string>(
  value: unknown,
  known: (text: string) => text is Known,
  field: string,
): Known | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && known(value)) return value;
  throw new Error(`${field} is ${JSON.stringify(value)}`);
};

const textOf = (fields: Readonly<Record<string, unknown>>): string => {
  const { text } = fields;
  if (typeof text !== 'string' || text.trim() === '') throw new Error('text is missing');
  return text;
};

/** @throws naming the field that is wrong */
export const parsePhrase = (line: string, language: string, intent: Intent): Phrase => {
  const fields = record(line);
  const { traits } = fields;
  return {
    text: textOf(fields),
    language,
    variant: typeof fields['variant'] === 'string' ? fields['variant'] : null,
    intent,
    secondary: oneOf(fields['secondary'], isIntent, 'secondary'),
    sentiment: oneOf(fields['sentiment'], isSentiment, 'sentiment') ?? 'neutral',
    urgent: fields['urgent'] === true,
    escalate: oneOf(fields['escalate'], isReason, 'escalate'),
    traits: Array.isArray(traits) ? traits.filter((trait) => typeof trait === 'string') : [],
  };
};

/** @throws when the line has no text */
export const parseSentence = (line: string, language: string): Sentence => ({
  text: textOf(record(line)),
  language,
});
