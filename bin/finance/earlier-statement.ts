/** A statement that was given out, read back for its correction. */
import * as z from 'zod';
import { ratedUnits } from '../../functions/core/rating/fact.ts';
import { freeReasons } from '../../functions/core/rating/rated.ts';
import type { Corrected } from '../../functions/core/rating/statement/credit-note.ts';
import { CommandFault } from '../operate/connection.ts';
import { readJson } from './cards.ts';

const money = z.string().regex(/^-?\d+(\.\d+)?$/);
const line = z.object({
  id: z.string(),
  group: z.enum(['base', 'fee', 'pack', 'usage', 'commitment', 'discount', 'credit', 'tax']),
  of: z.string(),
  coverage: z.nullable(z.enum(['included', 'pack', 'free', 'tier', 'taken-back'])),
  tier: z.nullable(z.object({ from: z.number(), to: z.nullable(z.number()) })),
  quantity: money,
  unitPrice: money,
  per: z.number(),
  factors: z.array(z.object({ id: z.string(), factor: money })),
  amount: money,
  text: z.string(),
  usage: z.nullable(
    z.object({
      unit: z.enum(ratedUnits),
      market: z.string(),
      region: z.string(),
      languageTier: z.string(),
      mode: z.string(),
      module: z.string(),
      channelTier: z.string(),
    }),
  ),
  free: z.nullable(z.enum(freeReasons)),
  drillDown: z.nullable(z.string()),
});
const statement = z.object({
  kind: z.literal('statement'),
  number: z.string({ error: 'only a final statement, with its number, is corrected' }),
  tenant: z.string(),
  month: z.string(),
  currency: z.string(),
  lines: z.array(line),
});

/** Throws a CommandFault that names what is wrong. */
export const readStatement = (file: string): Corrected => {
  const read = statement.safeParse(readJson(file));
  if (read.success) return read.data;
  throw new CommandFault(
    read.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
  );
};
