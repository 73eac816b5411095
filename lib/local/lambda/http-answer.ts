/** What an HTTP API makes of a Lambda's answer (payload format 2.0), and its own answers when there is none. */
import { z } from 'zod';
import type { Invoked } from './invoked.ts';

export type HttpAnswer = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
};

const json: readonly [string, string] = ['content-type', 'application/json'];

/** An answer of API Gateway itself. */
export const ownAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: [json],
  body: Buffer.from(JSON.stringify({ message })),
});

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const shaped = z.object({
  statusCode: z
    .union([z.int(), z.string().regex(/^\d{3}$/u)])
    .transform(Number)
    .pipe(z.int().min(100).max(599)),
  headers: z.record(z.string(), scalar).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
  cookies: z.array(z.string()).default([]),
});

const brokenAnswer = () => ownAnswer(500, 'Internal Server Error');

/**
 * An answer with a statusCode is taken as it is; anything else is a body with status 200, a text as it stands and
 * the rest as JSON. A wrong answer is a 500, as a function error is.
 */
export const httpAnswer = (invoked: Invoked): HttpAnswer => {
  if (invoked.kind === 'refused') return refusal(invoked.status);
  if (invoked.kind === 'failed') return brokenAnswer();
  const result: unknown = JSON.parse(invoked.payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result))
    return {
      status: 200,
      headers: [json],
      body: Buffer.from(typeof result === 'string' ? result : invoked.payload),
    };
  const parsed = shaped.safeParse(result);
  return parsed.success ? shapedAnswer(parsed.data) : brokenAnswer();
};

const refusal = (status: number): HttpAnswer =>
  status === 413 ? ownAnswer(413, 'Request Entity Too Large') : ownAnswer(503, 'Service Unavailable');

const shapedAnswer = ({ statusCode, headers, body, isBase64Encoded, cookies }: z.infer<typeof shaped>) => {
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  const typed = given.some(([name]) => name === 'content-type');
  return {
    status: statusCode,
    headers: [
      ...(typed || body === '' ? [] : [['content-type', 'text/plain; charset=utf-8'] as const]),
      ...given,
      ...cookies.map((cookie) => ['set-cookie', cookie] as const),
    ],
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
};
