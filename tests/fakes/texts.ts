/** Generated texts of every kind of character, control characters and halves of pairs among them. */
import * as fc from 'fast-check';

const characters = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0x2ff }) },
  { weight: 1, arbitrary: fc.integer({ min: 0xd7f0, max: 0xe010 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x1f600, max: 0x10ffff }) },
);

export const anyText = (maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc.array(characters, { minLength, maxLength, size: 'max' }).map((codes) => String.fromCodePoint(...codes));
