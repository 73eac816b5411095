/** Plain values as DynamoDB's JSON protocol writes them, and back: what `marshall` and `unmarshall` of the SDK do for us. */

export type Attribute = Readonly<Record<string, unknown>>;

const isPlain = (value: object): value is Readonly<Record<string, unknown>> =>
  Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null;

/** Throws a TypeError for a value that DynamoDB has no type for; members that are undefined are left out. */
export const attributeOf = (value: unknown): Attribute => {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'boolean':
      return { BOOL: value };
    case 'bigint':
      return { N: String(value) };
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`DynamoDB knows no number ${String(value)}`);
      return { N: String(value) };
    case 'object':
      return attributeOfObject(value);
    case 'undefined':
    case 'function':
    case 'symbol':
      throw new TypeError(`DynamoDB knows no ${typeof value}`);
  }
};

const attributeOfObject = (value: object | null): Attribute => {
  if (value === null) return { NULL: true };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(attributeOf) };
  if (isPlain(value)) return { M: attributesOf(value) };
  throw new TypeError('DynamoDB knows plain values only: no Date, no class, no Set');
};

export const attributesOf = (item: Readonly<Record<string, unknown>>): Attribute =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, attributeOf(value)] as const],
    ),
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const numberOf = (text: string): number => {
  const number = Number(text);
  // The SDK refuses it too: a rounded number would be another fact.
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new RangeError('a number of a row is larger than JavaScript can hold');
  return number;
};

/** Throws a TypeError for what is no attribute: an answer that we do not understand. */
export const valueOf = (attribute: unknown): unknown => {
  if (!isRecord(attribute)) throw new TypeError('no attribute');
  const [[type, value] = ['', undefined]] = Object.entries(attribute);
  if (type === 'NULL') return null;
  if (type === 'S' || type === 'BOOL') return value;
  if (type === 'N' && typeof value === 'string') return numberOf(value);
  if (type === 'B' && typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'));
  if (type === 'L' && Array.isArray(value)) return value.map(valueOf);
  if (type === 'M' && isRecord(value)) return valuesOf(value);
  throw new TypeError(`an attribute of an unknown type: ${type}`);
};

export const valuesOf = (item: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, attribute]) => [name, valueOf(attribute)] as const));
