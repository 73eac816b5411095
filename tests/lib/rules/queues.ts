/** Every queue has its end, its alarms, its patience and its ceiling. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nameOf, ofType, pointsAt } from '../template-rules.ts';
import type { Resource, Template } from '../template-rules.ts';
import { breaking, inSameStack, misshapen } from './breaking.ts';

export const queueRules = (templates: readonly Template[]): void => {
  describe('queues', () => {
    const queues = ofType(templates, 'AWS::SQS::Queue');
    const alarms = ofType(templates, 'AWS::CloudWatch::Alarm');
    const redrive = z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.literal(5) });
    const working = queues.filter(({ properties }) => properties['RedrivePolicy'] !== undefined);
    const final = queues.filter(({ properties }) => properties['RedrivePolicy'] === undefined);

    const watched = (queue: Resource, metric: string): boolean =>
      alarms.some((alarm) => {
        const shape = z.object({
          MetricName: z.literal(metric),
          Dimensions: z.tuple([z.object({ Value: z.unknown() })]),
        });
        const read = shape.safeParse(alarm.properties);
        return (
          inSameStack(alarm, queue) && read.success && pointsAt(read.data.Dimensions[0].Value) === queue.id
        );
      });

    it('have dead letters of their own, or are themselves the end of the way', () => {
      const targets = working.map(({ stack, properties }) => {
        const target = pointsAt(redrive.parse(properties['RedrivePolicy']).deadLetterTargetArn);
        return `${stack}/${target ?? ''}`;
      });
      expect(working).toHaveLength(6 * 4);
      expect(new Set(targets).size).toBe(working.length);
      const unexplained = final.map(nameOf).filter((name) => !targets.includes(name));
      expect(unexplained.map((name) => name.replace(/^.*\//, '').slice(0, 10))).toEqual(
        templates.filter(({ stack }) => stack.endsWith('conversation')).map(() => 'Unreadable'),
      );
    });

    it('call people for the first dead letter and for a record that waits too long', () => {
      expect(
        final.filter((queue) => !watched(queue, 'ApproximateNumberOfMessagesVisible')).map(nameOf),
      ).toEqual([]);
      expect(working.filter((queue) => !watched(queue, 'ApproximateAgeOfOldestMessage')).map(nameOf)).toEqual(
        [],
      );
    });

    it('are FIFO by conversation at high throughput, but for the unreadable', () => {
      const shape = z.object({
        FifoQueue: z.literal(true),
        DeduplicationScope: z.literal('messageGroup'),
        FifoThroughputLimit: z.literal('perMessageGroupId'),
      });
      const others = misshapen(queues, shape).filter((name) => !name.includes('/Unreadable'));
      expect(others).toEqual([]);
    });

    it('keep dead letters for 14 days, under the key of the region', () => {
      const shape = z.object({ MessageRetentionPeriod: z.literal(1_209_600), KmsMasterKeyId: z.unknown() });
      expect(misshapen(queues, shape)).toEqual([]);
      expect(breaking(queues, ({ properties }) => properties['KmsMasterKeyId'] !== undefined)).toEqual([]);
    });

    it('delay only what a burst may still complete', () => {
      const delayed = queues.filter(({ properties }) => properties['DelaySeconds'] !== undefined);
      expect(delayed.map(({ properties }) => [properties['QueueName'], properties['DelaySeconds']])).toEqual(
        templates
          .filter(({ stack }) => stack.endsWith('conversation'))
          .map(({ stage }) => [`recado-${stage}-recognized.fifo`, 1]),
      );
    });

    it('hide a record for six times the time-out of the worker', () => {
      const lambdas = ofType(templates, 'AWS::Lambda::Function');
      const hurried = breaking(ofType(templates, 'AWS::Lambda::EventSourceMapping'), (mapping) => {
        const find = (list: readonly Resource[], value: unknown): Resource | undefined =>
          list.find((one) => inSameStack(one, mapping) && one.id === pointsAt(value));
        const queue = find(queues, mapping.properties['EventSourceArn']);
        const lambda = find(lambdas, mapping.properties['FunctionName']);
        return Number(queue?.properties['VisibilityTimeout']) === 6 * Number(lambda?.properties['Timeout']);
      });
      expect(hurried).toEqual([]);
    });

    it('answer record by record, under a ceiling, in batches that FIFO takes', () => {
      const shape = z.object({
        FunctionResponseTypes: z.tuple([z.literal('ReportBatchItemFailures')]),
        ScalingConfig: z.object({ MaximumConcurrency: z.int().min(2).max(1000) }),
        BatchSize: z.int().min(1).max(10),
        MaximumBatchingWindowInSeconds: z.undefined().optional(),
      });
      expect(misshapen(ofType(templates, 'AWS::Lambda::EventSourceMapping'), shape)).toEqual([]);
    });
  });
};
