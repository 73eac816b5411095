/** Metrics of Lambdas: those that Lambda measures itself, and those that a function prints in its log lines. */
import { z } from 'zod';
import type { MetricId } from '../services/cloudwatch/series.ts';
import type { Invoked } from './invoked.ts';

export type Measure = (metric: MetricId, value: number) => void;

/** Invocations, Errors, Throttles and Duration of `AWS/Lambda`; a throttled event is no invocation. */
export const measureInvocation = (
  measure: Measure,
  functionName: string,
  invoked: Invoked,
  milliseconds: number,
): void => {
  const count = (name: string, value: number) =>
    measure({ namespace: 'AWS/Lambda', name, dimensions: { FunctionName: functionName } }, value);
  const isThrottled = invoked.kind === 'refused' && invoked.status === 429;
  count('Throttles', isThrottled ? 1 : 0);
  if (invoked.kind === 'refused') return;
  count('Invocations', 1);
  count('Errors', invoked.kind === 'failed' ? 1 : 0);
  count('Duration', milliseconds);
};

/** CloudWatch embedded metric format, as far as Powertools writes it. */
const embedded = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

const values = z.union([z.number().transform((value) => [value]), z.array(z.number())]);

/** Measures what a log line says in the embedded metric format; any other line is passed over. */
export const measureLine = (measure: Measure, line: string): void => {
  if (!line.includes('"_aws"')) return;
  const parsed = embedded.safeParse(asJson(line));
  if (!parsed.success) return;
  const members = parsed.data;
  for (const { Namespace, Dimensions, Metrics } of members._aws.CloudWatchMetrics)
    for (const names of Dimensions) {
      const dimensions = Object.fromEntries(names.map((name) => [name, String(members[name])]));
      for (const { Name } of Metrics)
        for (const value of values.safeParse(members[Name]).data ?? [])
          measure({ namespace: Namespace, name: Name, dimensions }, value);
    }
};

const asJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
