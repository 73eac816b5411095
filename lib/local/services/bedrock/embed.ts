/** Embeddings in the protocol of Cohere Embed v3: hashed words and n-grams, so that like texts have like vectors. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { readInput } from '../aws-json.ts';
import { estimateTokens, invalid } from './models.ts';

const dimensions = 1024;

// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
const request = z.strictObject({
  texts: z.array(z.string()).min(1).max(96),
  input_type: z.enum(['search_document', 'search_query', 'classification', 'clustering']),
  truncate: z.enum(['NONE', 'START', 'END']).default('NONE'),
});

export type Embedded = { readonly body: object; readonly inputTokens: number };

/** Same text, same vector, on every machine. It knows nothing of meaning: other words for the same thing lie far apart. */
export const embedAll = (body: Buffer): Embedded => {
  const { texts } = readInput(request, body);
  for (const [at, { length }] of texts.entries()) {
    if (length > 2048) {
      throw invalid(
        `Malformed input request: #/texts/${at}: expected maxLength: 2048, actual: ${length}, ` +
          'please reformat your input and try again.',
      );
    }
  }
  return {
    body: { id: randomUUID(), texts, embeddings: texts.map(embed), response_type: 'embeddings_floats' },
    inputTokens: texts.reduce((sum, text) => sum + estimateTokens(text), 0),
  };
};

const embed = (text: string): readonly number[] => {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const feature of featuresOf(text)) {
    const hash = fnv1a(feature);
    const at = hash % dimensions;
    vector[at] = (vector[at] ?? 0) + (hash & 0x8000_0000 ? -1 : 1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
};

/** Words, and their parts of three to five letters, without case and accents. */
const featuresOf = (text: string): readonly string[] => {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => [`=${word}`, ...[3, 4, 5].flatMap((size) => partsOf(` ${word} `, size))]);
};

const partsOf = (word: string, size: number): readonly string[] => {
  const letters = Array.from(word);
  return letters.slice(size - 1).map((_, at) => letters.slice(at, at + size).join(''));
};

/** http://www.isthe.com/chongo/tech/comp/fnv/, 32 bits, over UTF-8. */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
};
