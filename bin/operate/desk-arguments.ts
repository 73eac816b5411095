/** What every command of the desk takes, and how it becomes a request. */
import * as z from 'zod';
import { readArguments, targetArguments, targetOf } from './arguments.ts';
import { connect } from './connection.ts';
import { askDesk } from './desk.ts';
import { deskLocales } from './desk-words.ts';

const shared = {
  ...targetArguments,
  tenant: z.string().optional(),
  agent: z.string().optional(),
  /** Where the caller reads from: written down as the caller's claim. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a two-letter country code')
    .optional(),
  locale: z.enum(deskLocales).optional(),
  json: z.boolean().optional(),
};

/** Asks `desk-api` for an action with the arguments of the command line; what the desk needs not know is left out. */
export const askWith = async <Shape extends z.ZodRawShape>(
  action: string,
  own: Shape,
  shape: (given: z.output<z.ZodObject<Shape>>) => Readonly<Record<string, unknown>>,
) => {
  const argv = process.argv.slice(2);
  const given = readArguments({ ...shared, ...own }, argv);
  const { stage, region, data, json, tenant, agent, country, locale } = z.object(shared).parse(given);
  const request = { action, tenant, agent, country, locale, ...shape(z.object(own).parse(given)) };
  const answer = await askDesk(connect(targetOf({ stage, region, data })), request);
  return { answer, json: json === true, locale: locale ?? 'zh-CN' } as const;
};
