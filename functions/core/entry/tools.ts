/** What every Lambda has: log lines of one typed list, counts, and a middleware that says it began and how it ended. */
import { default as middy, type MiddyfiedHandler } from '@middy/core';
import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import type { Clock, Count, CountName, Log, LogFields } from '../ports/tools.ts';

/** `time, level, name, lambda` and what the name needs: docs/operate.md. */
class LineFormatter extends LogFormatter {
  override formatAttributes(attributes: UnformattedAttributes, fields: LogAttributes): LogItem {
    const { timestamp, logLevel, message, serviceName } = attributes;
    // Nested under one key, because the logger keeps some names (`message`) for itself.
    const own =
      typeof fields['fields'] === 'object' && fields['fields'] !== null ? { ...fields['fields'] } : {};
    return new LogItem({
      attributes: { time: timestamp.toISOString(), level: logLevel, name: message, lambda: serviceName },
    }).addAttributes(own);
  }
}

export type LambdaTools = {
  readonly log: Log;
  readonly count: Count;
  readonly clock: Clock;
  /** An error that nobody foresaw: its name, where it was thrown, and its words only where AWS refused our own role. */
  readonly failed: (error: unknown, fields?: LogFields) => void;
  /** Publishes what was counted since the last time. */
  readonly flush: () => Promise<void>;
};

const warnings = new Set([
  'webhook-refused',
  'reply-unknown',
  'reply-rejected',
  'access-denied',
  'message-buried',
  'model-unavailable',
  'facts-unavailable',
  'knowledge-unavailable',
  'gap-found',
  'pull-failed',
]);

/** Names that AWS gives a refusal of our own role: the only error text that may be logged. */
const refusals = /AccessDenied|NotAuthorized|UnrecognizedClient/;

const describe = (
  error: unknown,
): { readonly because: string; readonly at?: string; readonly detail?: string } => {
  if (!(error instanceof Error)) return { because: 'a value that is no error was thrown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const frame = /\bat (?:.*?\()?[^\s()]*?([\w.-]+:\d+:\d+)\)?/.exec(
    (error.stack ?? '').replace(error.message, ''),
  )?.[1];
  return {
    because: code,
    ...(frame === undefined ? {} : { at: frame }),
    ...(refusals.test(code) || refusals.test(error.name) ? { detail: error.message } : {}),
  };
};

export const lambdaTools = (lambda: string, clock: Clock): LambdaTools => {
  const logger = new Logger({ serviceName: lambda, logFormatter: new LineFormatter() });
  const counted: { readonly metric: CountName; readonly value: number }[] = [];
  const log: Log = (name, fields) => {
    if (warnings.has(name)) logger.warn(name, { fields });
    else logger.info(name, { fields });
  };
  return {
    log,
    clock,
    count: (metric: CountName, value = 1) => {
      counted.push({ metric, value });
    },
    failed: (error, fields = {}) => {
      logger.error('failed', { fields: { ...fields, ...describe(error) } });
    },
    flush: async () => {
      const publishing = counted.splice(0);
      if (publishing.length === 0) return;
      // Loaded with the first count: most calls count nothing, and a cold start is shorter by it.
      const { Metrics, MetricUnit } = await import('@aws-lambda-powertools/metrics');
      const metrics = new Metrics({ namespace: 'Recado', serviceName: lambda });
      for (const { metric, value } of publishing) metrics.addMetric(metric, MetricUnit.Count, value);
      metrics.publishStoredMetrics();
    },
  };
};

/** The layers around every handler: how it ended is logged and what was counted is published, whatever happened. */
export const layered = <Event, Result>(
  tools: LambdaTools,
  handle: (event: Event) => Promise<Result>,
): MiddyfiedHandler<Event, Result> => {
  let began = 0;
  return middy<Event, Result>()
    .use({
      before: () => {
        began = tools.clock().getTime();
      },
      after: async () => {
        tools.log('ended', { durationMs: tools.clock().getTime() - began });
        await tools.flush();
      },
      onError: async (request) => {
        tools.failed(request.error, { durationMs: tools.clock().getTime() - began });
        await tools.flush();
      },
    })
    .handler(handle);
};
