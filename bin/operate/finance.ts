/** Asks `close-hour` what finance wants of a month, and says what it answered. */
import * as zm from 'zod/mini';
import * as z from 'zod';
import { closeAnswer, type CloseResult } from '../../functions/close-hour/contract.ts';
import { readArguments, targetArguments, targetOf } from './arguments.ts';
import { CommandFault, connect } from './connection.ts';

export type Asked = {
  readonly month: string;
  readonly results: readonly CloseResult[];
  readonly json: boolean;
};

export const askFinance = async (
  what: 'reconcile' | 'close-month',
  given: readonly string[],
): Promise<Asked> => {
  const { month, tenant, json, ...target } = readArguments(
    {
      ...targetArguments,
      month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM'),
      tenant: z
        .string()
        .regex(/^[a-z0-9]{10}$/, 'a tenant id is 10 characters of a-z and 0-9')
        .optional(),
      json: z.boolean().optional(),
    },
    given,
  );
  const answer = zm.parse(
    closeAnswer,
    await connect(targetOf(target)).invoke('close-hour', { do: what, month, tenant: tenant ?? null }),
  );
  if (!answer.ok) throw new CommandFault(answer.problem);
  return { month, results: answer.results, json: json === true };
};

const totals = (of: Readonly<Record<string, number>>): string =>
  Object.entries(of)
    .map(([unit, quantity]) => `${unit} ${String(quantity)}`)
    .join(', ');

/** What became of one tenant's month, for people. */
export const told = (result: CloseResult): string => {
  const { tenant, month, faults, faultCount, refused, closed, lines } = result;
  const head = `${tenant} ${month}`;
  const named = faults.map((fault) => `  ${fault}`);
  const more = faultCount > faults.length ? [`  and ${String(faultCount - faults.length)} more`] : [];
  if (refused !== null) return [`${head}: not closed: ${refused}`, ...named, ...more].join('\n');
  if (closed === null)
    return faultCount === 0
      ? `${head}: ${String(lines)} lines, no difference`
      : [`${head}: ${String(lines)} lines, ${String(faultCount)} differences`, ...named, ...more].join('\n');
  const how =
    closed.kind === 'final'
      ? `closed${closed.stood ? ' before' : ''}`
      : `interim close (${String(closed.openLines)} lines in hours that are not closed yet)`;
  return [
    `${head}: ${how}, ${String(lines)} lines, ${String(closed.hours)} hours, signed with ${closed.key}`,
    `  ${totals(closed.totals)}`,
    `  ${closed.file}`,
  ].join('\n');
};

/** Prints the results; the exit code says whether all is well. */
export const show = ({ results, json }: Asked): void => {
  for (const result of results) console.log(json ? JSON.stringify(result) : told(result));
  if (results.some(({ faultCount, refused }) => faultCount > 0 || refused !== null)) process.exitCode = 1;
};
