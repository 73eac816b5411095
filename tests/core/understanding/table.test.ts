/** The bytes of the trained tables: written and read alike, and trained from what is in the repository. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { tableFile, trainingHash, understandingFolder } from '../../../bin/training-files.ts';
import { createFirstTier } from '../../../functions/core/understanding/first-tier.ts';
import { encodeTables } from '../../../functions/core/understanding/table-format.ts';

const description = async (): Promise<unknown> =>
  JSON.parse(await readFile(new URL('model/model.json', understandingFolder), 'utf8'));

describe('the table', () => {
  it('was trained from these phrases by these sources: otherwise `npm run train`', async () => {
    expect(await description()).toMatchObject({ trainedFrom: await trainingHash() });
  });

  it('is the one that its description tells of', async () => {
    expect(await description()).toMatchObject({ bytes: (await readFile(tableFile)).length });
  });

  it('is written back to the same bytes', async () => {
    const bytes = await readFile(tableFile);
    expect(Buffer.from(encodeTables(createFirstTier(bytes))).equals(bytes)).toBe(true);
  });

  it('is refused when it is something else, or ends early', async () => {
    const bytes = await readFile(tableFile);
    expect(() => createFirstTier(new Uint8Array(8))).toThrow('wrong first bytes');
    expect(() => createFirstTier(bytes.subarray(0, bytes.length - 100))).toThrow('ends early');
    expect(() => createFirstTier(new Uint8Array())).toThrow('ends early');
  });
});
