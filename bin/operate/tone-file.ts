/** A seller's own tone, from a file: whether our words may hold emoji, and the words that buyers never read. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Tenant, TenantTone } from '../../functions/core/domain/tenant.ts';
import { CommandFault } from './connection.ts';

/** What holds neither is never found in a text: an emoji is the matter of `emoji`. */
const word = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/[\p{L}\p{N}]/u, 'a word has a letter or a digit');

/** Parts that are left out are as usual: the file is the whole of the tone. */
const toneFile = z.strictObject({
  emoji: z.enum(['none', 'as-usual']).default('as-usual'),
  forbidden: z.array(word).max(500).default([]),
});

const parsed = (file: string): unknown => {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFault(`${file}: is no JSON`);
  }
};

/** The tone that the file holds; every fault is named by its path. */
export const readTone = (file: string): TenantTone => {
  const read = toneFile.safeParse(parsed(file));
  if (read.success) return { ...read.data, forbidden: [...new Set(read.data.forbidden)] };
  const faults = read.error.issues.map(
    ({ path, message }) => `${file}: ${path.length === 0 ? '' : `${path.join('.')}: `}${message}`,
  );
  throw new CommandFault(faults.join('\n'));
};

/** The tenant with that tone: everything else of it stays. */
export const withTone = (tenant: Tenant, file: string): Tenant => ({ ...tenant, tone: readTone(file) });
