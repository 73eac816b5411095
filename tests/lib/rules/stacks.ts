/** Which stacks there are, what keeps them, and what they cost while nobody writes. */
import { describe, expect, it } from 'vitest';
import { ownStages } from '../template-rules.ts';
import type { Template } from '../template-rules.ts';

export const stackRules = (templates: readonly Template[]): void => {
  describe('stacks', () => {
    it('stand in both regions for each stage, by their pinned names', () => {
      const parts = ['data', 'metering', 'conversation', 'ingress', 'escalation'];
      const expected = ownStages().flatMap(({ name, regions }) =>
        regions.flatMap((region) => parts.map((part) => `recado-${name}-${region}-${part}`)),
      );
      expect(templates.map(({ stack }) => stack).sort()).toEqual(expected.sort());
    });

    it('cannot be deleted by accident where they hold data or the address that platforms know', () => {
      const open = templates.filter((template) => !template.protectedFromTermination);
      const parts = new Set(open.map(({ stack }) => stack.replace(/^.*-/, '')));
      expect([...parts].sort()).toEqual(['conversation', 'escalation']);
    });
  });

  describe('the bill of an idle region', () => {
    /** USD a month, us-east-1 price list of 2024: a key 1.00, an alarm 0.10, a secret 0.40. */
    const monthly = { 'AWS::KMS::Key': 1, 'AWS::CloudWatch::Alarm': 0.1, 'AWS::SecretsManager::Secret': 0.4 };

    it('stays under 20 USD', () => {
      const idle = templates
        .filter(({ stage, region }) => stage === 'production' && region === 'us-east-1')
        .flatMap(({ resources }) => resources)
        .reduce(
          (sum, { type }) => sum + (Object.entries(monthly).find(([name]) => name === type)?.[1] ?? 0),
          0,
        );
      expect(idle).toBeGreaterThan(0);
      expect(idle).toBeLessThanOrEqual(20);
    });
  });
};
