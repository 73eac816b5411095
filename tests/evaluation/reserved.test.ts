/** The reserved cases stay as they are: a figure may not be mended by changing what it is measured on. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../../functions/core/understanding/evaluation/case.ts';

const folder = new URL('understanding/', import.meta.url);

/** SHA-256 of each file. */
const pinned: Readonly<Record<string, string>> = {
  'en-US.jsonl': '012c620cc46dacb9b1b554619369b63051b587c2668fcdf483a16febeb74ed2f',
  'es-AR.jsonl': '6051f9a092f6dc394ce565cc526e0842a8740377934718a4c6d8cba47c58725f',
  'es-CL.jsonl': 'a9a3385040b02ac8fef6867e068fe2057fef4e0b6c25b3ca3701b4c74bc78678',
  'es-CO.jsonl': '23be18158ac2461faa4a87beb348d2333917dcdde8fec82e70160017e07cdab9',
  'es-MX.jsonl': '46c2179e77f3575bbd196826ca7f6b781c74db3f1cc6061b08918d3e5f4f6680',
  'pt-BR.jsonl': 'fc28f347bf450307cfba1c216c7e632be6a8392906e72ed1fbb53de1b60f1d9e',
};

/** The fewest cases of each region that a share means something over. */
const fewest: Readonly<Record<string, number>> = {
  'es-MX': 130,
  'es-AR': 130,
  'es-CO': 130,
  'es-CL': 130,
  'pt-BR': 400,
  'en-US': 400,
};

const files = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();

describe('reserved cases', () => {
  it('are those that the figures were measured on', async () => {
    const hashes = await Promise.all(
      (await files()).map(async (name) => {
        const bytes = await readFile(new URL(name, folder));
        return [name, createHash('sha256').update(bytes).digest('hex')] as const;
      }),
    );
    expect(
      Object.fromEntries(hashes),
      'a reserved case changed: that needs a page in docs/decisions, and every figure measured anew',
    ).toEqual(pinned);
  });

  it('are enough in each region, each with an id of its own', async () => {
    const texts = await Promise.all(
      (await files()).map(async (name) => readFile(new URL(name, folder), 'utf8')),
    );
    const cases = texts.flatMap((text) =>
      text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(parseCase),
    );
    const counts = Map.groupBy(cases, ({ variant }) => variant);
    const thin = Object.entries(fewest).filter(([variant, least]) => (counts.get(variant) ?? []).length < least);
    expect(thin).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });
});
