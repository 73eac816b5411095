/** Every hour: what is over becomes a file and a link of the chain; on request: reconciles or closes a month. */
import * as z from 'zod/mini';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { closeHour } from '../core/flows/close-hour.ts';
import { signMonthOf } from '../core/flows/close-month.ts';
import { answerFinance } from '../core/flows/metering-desk.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { openBooksOf } from '../core/wiring/books.ts';
import { closeRequest } from './contract.ts';
import { closeHourEnv } from './env.ts';

const env = readEnvironment(closeHourEnv, process.env);
const tools = lambdaTools('close-hour', () => new Date());
const books = { ...tools, ...openBooksOf(env, process.env, tools.clock) };
const deps = { ...books, signMonth: signMonthOf(books) };
const closes = closeHour(deps);

const isAsked = z.object({ do: z.string() });

export const handler = layered<unknown, unknown>(tools, async (event) => {
  if (!z.safeParse(isAsked, event).success) return closes();
  const request = z.safeParse(closeRequest, event);
  return request.success
    ? answerFinance(deps, request.data)
    : {
        ok: false,
        problem: request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      };
});
