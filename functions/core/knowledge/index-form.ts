/**
 * The bytes of an index: a line of JSON that names the sections, then each section on a border of four bytes.
 * Numbers are little-endian, as every processor that runs us writes them.
 */

/** Raised with every change of what is counted or how it is written; an index of another form is built again. */
export const indexForm = 1;

export type SectionView = Uint8Array | Uint32Array | Int8Array | Float32Array;
export type Sections = Readonly<Record<string, SectionView>>;

const mark = 0x4b524543;
const border = 4;
const padded = (length: number): number => Math.ceil(length / border) * border;

const bytesOf = (view: SectionView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** `about` is any JSON. */
export const writeSections = (about: unknown, sections: Sections): Uint8Array => {
  const named = Object.entries(sections).map(([name, view]) => ({ name, bytes: bytesOf(view) }));
  let at = 0;
  const places = named.map(({ name, bytes }) => {
    const place = { name, at, length: bytes.length };
    at += padded(bytes.length);
    return place;
  });
  const head = new TextEncoder().encode(JSON.stringify({ about, places }));
  const begins = padded(head.length) + 2 * border;
  const whole = new Uint8Array(begins + at);
  new Uint32Array(whole.buffer, 0, 2).set([mark, head.length]);
  whole.set(head, 2 * border);
  named.forEach(({ bytes }, one) => {
    whole.set(bytes, begins + (places[one]?.at ?? 0));
  });
  return whole;
};

export type ReadSections = {
  readonly about: unknown;
  bytes(name: string): Uint8Array;
  numbers(name: string): Uint32Array;
  fractions(name: string): Float32Array;
  signed(name: string): Int8Array;
};

const isPlace = (
  value: unknown,
): value is { readonly name: string; readonly at: number; readonly length: number } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'at' in value &&
  typeof value.at === 'number' &&
  'length' in value &&
  typeof value.length === 'number';

/** Views into the given bytes, nothing is copied; null when they are no index. A section that is not there is empty. */
export const readSections = (given: Uint8Array): ReadSections | null => {
  // A view of numbers must begin on its border; a buffer from the network may begin anywhere.
  const whole = given.byteOffset % border === 0 ? given : given.slice();
  if (whole.length < 2 * border) return null;
  const [found, headLength = 0] = new Uint32Array(whole.buffer, whole.byteOffset, 2);
  if (found !== mark || 2 * border + headLength > whole.length) return null;
  const head: unknown = JSON.parse(
    new TextDecoder().decode(whole.subarray(2 * border, 2 * border + headLength)),
  );
  if (typeof head !== 'object' || head === null || !('places' in head) || !Array.isArray(head.places))
    return null;
  const begins = whole.byteOffset + padded(headLength) + 2 * border;
  const places = new Map(head.places.filter(isPlace).map((place) => [place.name, place]));
  const placeOf = (name: string): { readonly from: number; readonly length: number } => {
    const place = places.get(name);
    return place === undefined
      ? { from: begins, length: 0 }
      : { from: begins + place.at, length: place.length };
  };
  const { buffer } = whole;
  return {
    about: 'about' in head ? head.about : null,
    bytes(name) {
      const { from, length } = placeOf(name);
      return new Uint8Array(buffer, from, length);
    },
    numbers(name) {
      const { from, length } = placeOf(name);
      return new Uint32Array(buffer, from, length / 4);
    },
    fractions(name) {
      const { from, length } = placeOf(name);
      return new Float32Array(buffer, from, length / 4);
    },
    signed(name) {
      const { from, length } = placeOf(name);
      return new Int8Array(buffer, from, length);
    },
  };
};
