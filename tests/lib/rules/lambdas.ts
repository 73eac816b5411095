/** How every Lambda runs, logs and is told where it is. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nameOf, ofType, ownStages, pointsAt } from '../template-rules.ts';
import type { Template } from '../template-rules.ts';
import { breaking, inSameStack, misshapen } from './breaking.ts';

export const lambdaRules = (templates: readonly Template[]): void => {
  describe('Lambdas', () => {
    const lambdas = ofType(templates, 'AWS::Lambda::Function');

    it('run on arm64 and Node 24, traced, with JSON logs', () => {
      const shape = z.object({
        Architectures: z.tuple([z.literal('arm64')]),
        Runtime: z.literal('nodejs24.x'),
        TracingConfig: z.object({ Mode: z.literal('Active') }),
        LoggingConfig: z.object({ LogFormat: z.literal('JSON') }),
      });
      expect(misshapen(lambdas, shape)).toEqual([]);
      expect(lambdas).toHaveLength(19 * 4);
    });

    it('reserve no concurrency, which a fresh account does not have', () => {
      const reserving = lambdas.filter(
        ({ properties }) => properties['ReservedConcurrentExecutions'] !== undefined,
      );
      expect(reserving.map(nameOf)).toEqual([]);
    });

    it('know their home region', () => {
      const shape = z.object({ Environment: z.object({ Variables: z.object({ HOME_REGION: z.string() }) }) });
      const strangers = breaking(lambdas, ({ properties, region }) => {
        const read = shape.safeParse(properties);
        return read.success && read.data.Environment.Variables.HOME_REGION === region;
      });
      expect(strangers).toEqual([]);
    });

    it('write to a log group that forgets after the days of the stage', () => {
      const groups = ofType(templates, 'AWS::Logs::LogGroup');
      const days = new Map(ownStages().map(({ name, retentionDays }) => [name, retentionDays]));
      const forgetful = breaking(groups, ({ properties, stack }) => {
        const stage = templates.find((template) => template.stack === stack)?.stage ?? '';
        return properties['RetentionInDays'] === days.get(stage);
      });
      expect(forgetful).toEqual([]);
      const unlogged = breaking(lambdas, (lambda) => {
        const config = z.object({ LogGroup: z.unknown() }).safeParse(lambda.properties['LoggingConfig']);
        const target = config.success ? pointsAt(config.data.LogGroup) : undefined;
        return groups.some((group) => inSameStack(group, lambda) && group.id === target);
      });
      expect(unlogged).toEqual([]);
    });

    it('may ask Comprehend in the United States only, and only when the stage opted out', () => {
      const shape = z.object({
        Environment: z.object({ Variables: z.object({ LANGUAGE_SERVICE: z.string() }) }),
      });
      const told = lambdas.flatMap(({ properties, stack }) => {
        const read = shape.safeParse(properties);
        return read.success ? [`${stack}: ${read.data.Environment.Variables.LANGUAGE_SERVICE}`] : [];
      });
      expect(told.filter((line) => line.endsWith('allowed'))).toEqual([
        'recado-production-us-east-1-conversation: allowed',
      ]);
      expect(told).toHaveLength(4);
    });
  });
};
