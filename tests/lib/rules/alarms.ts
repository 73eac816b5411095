/** Alarms say who is hurt; the front door is bounded and tells nothing personal. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asText, alarmsOf, ofType } from '../template-rules.ts';
import type { Template } from '../template-rules.ts';
import { breaking, misshapen } from './breaking.ts';

export const alarmRules = (templates: readonly Template[]): void => {
  describe('alarms', () => {
    const alarms = alarmsOf(templates);

    it('name the harm and the page that helps', () => {
      expect(alarms.filter(({ impact, runbook }) => impact === '' || runbook === '')).toEqual([]);
      expect(alarms.length).toBeGreaterThan(0);
    });

    it('each have a page of their own', () => {
      const production = alarms.filter(({ name }) => name.startsWith('recado-production'));
      expect(new Set(production.map(({ runbook }) => runbook)).size).toBe(production.length / 2);
    });

    it('are all told to the one encrypted topic of the region', () => {
      const topics = ofType(templates, 'AWS::SNS::Topic');
      expect(topics.map(({ stack }) => stack.replace(/^.*-/, ''))).toEqual(['data', 'data', 'data', 'data']);
      expect(breaking(topics, ({ properties }) => properties['KmsMasterKeyId'] !== undefined)).toEqual([]);
      const silent = breaking(ofType(templates, 'AWS::CloudWatch::Alarm'), ({ properties }) =>
        JSON.stringify(properties['AlarmActions'] ?? '').includes('Alarms'),
      );
      expect(silent).toEqual([]);
    });

    it('reach the people of a production stage', () => {
      const mails = ofType(templates, 'AWS::SNS::Subscription').map(({ stack, properties }) => [
        stack,
        properties['Endpoint'],
      ]);
      expect(mails).toEqual([
        ['recado-production-sa-east-1-data', 'oncall@example.com'],
        ['recado-production-us-east-1-data', 'oncall@example.com'],
      ]);
    });
  });

  describe('the front door', () => {
    it('logs the route, never the path that names a registration', () => {
      const formats = ofType(templates, 'AWS::ApiGatewayV2::Stage').map(({ properties }) =>
        JSON.stringify(properties['AccessLogSettings']),
      );
      expect(formats).toHaveLength(4);
      expect(formats.filter((format) => !format.includes('$context.routeKey'))).toEqual([]);
      expect(formats.filter((format) => /\$context\.(?:path|identity|http)/.test(format))).toEqual([]);
    });

    it('bounds what a flood can cost', () => {
      const shape = z.object({
        DefaultRouteSettings: z.object({
          ThrottlingRateLimit: z.number().positive(),
          ThrottlingBurstLimit: z.number().positive(),
        }),
      });
      expect(misshapen(ofType(templates, 'AWS::ApiGatewayV2::Stage'), shape)).toEqual([]);
    });

    it('keeps the address that platforms know, even when its stack goes', () => {
      expect(
        breaking(
          ofType(templates, 'AWS::ApiGatewayV2::Api'),
          ({ deletionPolicy }) => deletionPolicy === 'Retain',
        ),
      ).toEqual([]);
    });

    it('has the pinned routes', () => {
      const routes = ofType(
        templates.filter(({ stage, region }) => stage === 'demo' && region === 'us-east-1'),
        'AWS::ApiGatewayV2::Route',
      ).map(({ properties }) => properties['RouteKey']);
      expect(routes.map(asText).sort()).toEqual([
        'ANY /webhooks/{channel}/{registration}',
        'GET /channels/rest/{registration}/replies',
      ]);
    });
  });
};
