/** A reserved judging case: one JSON line of `tests/evaluation/understanding/<variant>.jsonl`. Never learned from. */
import {
  escalationReasons,
  type EscalationReason,
  type Intent,
  isIntent,
  isSentiment,
  type Sentiment,
} from '../../domain/intent.ts';

export type Case = {
  readonly id: string;
  readonly text: string;
  readonly variant: string;
  readonly language: string;
  readonly intent: Intent;
  readonly alsoAcceptable: readonly Intent[];
  readonly secondary: Intent | null;
  readonly sentiment: Sentiment;
  readonly urgent: boolean;
  readonly escalate: boolean;
  readonly reason: EscalationReason | null;
  readonly entities: readonly { readonly type: string; readonly value: string }[];
  readonly traits: readonly string[];
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('a case is no object');
  return Object.fromEntries(Object.entries(value));
};
const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`${name} is missing`);
  return value;
};
const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
const isReason = (text: string): text is EscalationReason =>
  escalationReasons.some((reason) => reason === text);
const known = <Known extends string>(
  text: string,
  check: (text: string) => text is Known,
  name: string,
): Known => {
  if (!check(text)) throw new Error(`${name} is ${text}`);
  return text;
};
const orNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** @throws naming the field that is wrong */
export const parseCase = (line: string): Case => {
  const fields = fieldsOf(JSON.parse(line));
  const second = orNull(fields['secondary_intent']);
  const reason = orNull(fields['escalate_reason']);
  return {
    id: textOf(fields, 'id'),
    text: textOf(fields, 'text'),
    variant: textOf(fields, 'variant'),
    language: textOf(fields, 'language'),
    intent: known(textOf(fields, 'intent'), isIntent, 'intent'),
    alsoAcceptable: textsOf(fields['also_acceptable']).map((name) =>
      known(name, isIntent, 'also_acceptable'),
    ),
    secondary: second === null ? null : known(second, isIntent, 'secondary_intent'),
    sentiment: known(textOf(fields, 'sentiment'), isSentiment, 'sentiment'),
    urgent: fields['urgent'] === true,
    escalate: fields['should_escalate'] === true,
    reason: reason === null ? null : known(reason, isReason, 'escalate_reason'),
    entities: (Array.isArray(fields['entities']) ? fields['entities'] : []).map((entity) => {
      const parts = fieldsOf(entity);
      return { type: textOf(parts, 'type'), value: textOf(parts, 'value') };
    }),
    traits: textsOf(fields['traits']),
  };
};
