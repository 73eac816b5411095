/** A personal thing found in a text, and how overlapping finds are settled. */

export const personalTypes = [
  'cpf',
  'cnpj',
  'rg',
  'pis',
  'curp',
  'rfc',
  'cuit',
  'dni',
  'rut',
  'nit',
  'cedula',
  'ruc',
  'ssn',
  'itin',
  'card',
  'card_expiry',
  'card_code',
  'iban',
  'clabe',
  'cbu',
  'bank_alias',
  'account_number',
  'routing_number',
  'pix_key',
  'birth_date',
  'driving_licence',
  'ip_address',
  'email',
  'phone',
  'address',
  'postcode',
  'name',
] as const;
export type PersonalType = (typeof personalTypes)[number];

/** UTF-16 offsets into the text as given, end exclusive. */
export type PersonalSpan = { readonly type: PersonalType; readonly start: number; readonly end: number };

type Span = { readonly start: number; readonly end: number };

/**
 * Where two spans overlap, the one found first stays: finders are asked in the order of what they know.
 * Returned in the order of the text.
 */
export const settled = <Found extends Span>(found: readonly Found[]): Found[] => {
  const ranked = found
    .map((span, rank) => ({ span, rank }))
    .sort((one, other) => one.span.start - other.span.start || one.rank - other.rank);
  const kept: { span: Found; rank: number }[] = [];
  for (const entry of ranked) {
    let last = kept.at(-1);
    while (last !== undefined && entry.span.start < last.span.end && entry.rank < last.rank) {
      kept.pop();
      last = kept.at(-1);
    }
    if (last === undefined || entry.span.start >= last.span.end) kept.push(entry);
  }
  return kept.map(({ span }) => span);
};

type Typed<Type> = { readonly type: Type; readonly start: number; readonly end: number };

/**
 * Every match of a shape that holds, as a span; the shape is global and matches no empty text. Where the shape has a group, the span is the group, which must
 * stand at the end of the match. White space at its end is left out.
 */
export const spansOf = <Type extends string>(
  type: Type,
  text: string,
  shape: RegExp,
  holds: (raw: string, start: number) => boolean = () => true,
): Typed<Type>[] => {
  const spans: Typed<Type>[] = [];
  shape.lastIndex = 0;
  for (let match = shape.exec(text); match !== null; match = shape.exec(text)) {
    const whole = match[0];
    const part = match[1] ?? whole;
    const start = match.index + whole.length - part.length;
    const raw = part.trimEnd();
    if (holds(raw, start)) spans.push({ type, start, end: start + raw.length });
  }
  return spans;
};
