/** The way of one request through an HTTP API: stage, route, permission, Lambda, answer. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../service.ts';
import type { FunctionConfig } from './function-config.ts';
import { httpAnswer, ownAnswer } from './http-answer.ts';
import type { HttpAnswer } from './http-answer.ts';
import { decodedPath, httpEvent } from './http-event.ts';
import type { HttpRequest } from './http-event.ts';
import { openRoutes } from './http-routes.ts';
import type { Match, Route } from './http-routes.ts';
import type { Invoked } from './invoked.ts';

const defaultStage = '$default';

/** What an API needs of the machine. */
export type HttpTargets = {
  readonly region: string;
  readonly account: string;
  readonly clock: Clock;
  readonly find: (nameOrArn: string) => FunctionConfig | undefined;
  readonly invoke: (name: string, payload: string) => Promise<Invoked>;
  /** Whether API Gateway may invoke the function for this route (AWS::Lambda::Permission). */
  readonly permits: (functionArn: string, service: string, sourceArn: string) => boolean;
};

export type Integration = { readonly functionName: string; readonly timeoutMs: number };

/** One API as it was made so far. */
export type ServedRoutes = {
  readonly id: string;
  readonly routes: Route[];
  readonly integrations: Map<string, Integration>;
  readonly stages: Set<string>;
};

/** The stage of a path and what is left of the path for the routes. */
const stageOf = (
  { stages }: ServedRoutes,
  path: string,
): { readonly stage: string; readonly rest: string } | undefined => {
  const [, first = ''] = path.split('/');
  if (stages.has(first)) return { stage: first, rest: path.slice(first.length + 1) || '/' };
  return stages.has(defaultStage) ? { stage: defaultStage, rest: path } : undefined;
};

export const answerHttp = async (
  api: ServedRoutes,
  request: HttpRequest,
  options: HttpTargets,
): Promise<HttpAnswer> => {
  const staged = stageOf(api, decodedPath(request.url));
  const match = staged && openRoutes(api.routes)(request.method, staged.rest);
  if (staged === undefined || match === undefined) return ownAnswer(404, 'Not Found');
  const integration = api.integrations.get(match.route.integrationId);
  const target = integration && options.find(integration.functionName);
  if (integration === undefined || target === undefined) return ownAnswer(500, 'Internal Server Error');
  const sourceArn = `arn:aws:execute-api:${options.region}:${options.account}:${api.id}/${sourcePath(staged.stage, match, request)}`;
  if (!options.permits(target.arn, 'apigateway.amazonaws.com', sourceArn))
    return ownAnswer(500, 'Internal Server Error');
  const event = httpEvent({
    request,
    routeKey: match.route.key,
    parameters: match.parameters,
    apiId: api.id,
    account: options.account,
    stage: staged.stage,
    requestId: randomUUID(),
    at: options.clock(),
  });
  const invoked = options.invoke(target.name, JSON.stringify(event)).then(httpAnswer);
  return within(integration.timeoutMs, invoked);
};

/** `stage/POST/path/{parameter}` or `stage/$default`. */
const sourcePath = (stage: string, { route }: Match, { method }: HttpRequest): string => {
  const path = route.key.split(' ')[1];
  return path === undefined ? `${stage}/${route.key}` : `${stage}/${method}${path}`;
};

/** The Lambda goes on; only its caller no longer waits. */
const within = async (milliseconds: number, answer: Promise<HttpAnswer>): Promise<HttpAnswer> => {
  const stop = new AbortController();
  const late = sleep(milliseconds, ownAnswer(503, 'Service Unavailable'), { signal: stop.signal });
  try {
    return await Promise.race([answer, late]);
  } finally {
    stop.abort();
  }
};
