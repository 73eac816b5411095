/** The machine's own addresses beside AWS: inject a fault, see what left the system, who called what, which grants were used. */
import type { Faults } from '../faults.ts';
import type { AwsAnswer } from '../service.ts';
import type { UnknownRequest } from './dispatch.ts';

type Parts = {
  readonly faults: Faults;
  /** Mails, notices and alarms with a number greater than `after`. */
  readonly sent: (after: number) => readonly unknown[];
  readonly permissions: () => unknown;
  readonly calls: () => unknown;
};

/** Undefined when the request is not for the machine itself. */
export type Plain = (request: UnknownRequest) => AwsAnswer | undefined;

const json = (status: number, body: unknown): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const readJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

export const plainEndpoints = (parts: Parts): Plain => {
  const fault = ({ body }: UnknownRequest) => {
    const problem = parts.faults.add(readJson(body));
    return problem === undefined ? json(200, {}) : json(400, { error: problem });
  };

  const sent = ({ query }: UnknownRequest) => {
    const after = Number(query.get('after') ?? 0);
    if (!Number.isInteger(after) || after < 0) return json(400, { error: 'after: a number from 0' });
    return json(200, parts.sent(after));
  };

  const endpoints = new Map<string, (request: UnknownRequest) => AwsAnswer>([
    ['POST /_fault', fault],
    ['GET /_sent', sent],
    ['GET /_permissions', () => json(200, parts.permissions())],
    ['GET /_calls', () => json(200, parts.calls())],
  ]);

  return (request) => {
    const endpoint = endpoints.get(`${request.method} ${request.path}`);
    if (endpoint !== undefined) return endpoint(request);
    // No bucket name begins with an underscore, so this hides nothing of S3.
    return request.path.startsWith('/_') ? json(404, { error: [...endpoints.keys()].join(', ') }) : undefined;
  };
};
