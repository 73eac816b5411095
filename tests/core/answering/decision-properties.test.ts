/** What no combination of facts, messages and threads may ever bring about. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkReply } from '../../../functions/core/answering/guard.ts';
import { decide, type DecisionInput } from '../../../functions/core/answering/decision.ts';
import type { Decision } from '../../../functions/core/domain/decision.ts';
import { generatedInput } from './generated-facts.ts';

const runs = { seed: 20_261_120, numRuns: 1000 };

const said = (decision: Decision): string | null => {
  if (decision.kind === 'escalate') return decision.holding;
  return decision.kind === 'ignore' ? null : decision.text;
};

/** The same turn on a platform that allows long texts: there nothing may be held for its length. */
const roomy = (input: DecisionInput): DecisionInput => ({
  ...input,
  channel: { ...input.channel, reply: { ...input.channel.reply, maximumCharacters: 5000 } },
});

it('never writes a fixed answer that its own guard would hold', () => {
  fc.assert(
    fc.property(generatedInput, (input) => {
      expect(decide(roomy(input))).not.toMatchObject({ because: 'guard_held_twice' });
    }),
    runs,
  );
});

it('says nothing that the guard does not let pass, nor more than the platform takes', () => {
  fc.assert(
    fc.property(generatedInput, (input) => {
      const decision = decide(input);
      const text = said(decision) ?? 'Hola.';
      const { market, audience } = input.conversation;
      const { facts, now, timeZone } = input;
      const language = decision.kind === 'ignore' || said(decision) === null ? 'es' : decision.language;
      const { reply: rules } = input.channel;
      const context = { facts, quotes: [], language, market, audience, rules, now, timeZone };
      const checked = checkReply(text, context);
      expect({ text, ...checked }).toEqual({ text, ok: true });
      expect(text.length).toBeLessThanOrEqual(rules.maximumCharacters);
    }),
    runs,
  );
});

it('lets no fact of a purchase into a public thread, and no word that a person is on the way', () => {
  fc.assert(
    fc.property(generatedInput, (input) => {
      const decision = decide({ ...input, conversation: { ...input.conversation, audience: 'public' } });
      const facts = decision.kind === 'ignore' ? [] : decision.facts;
      expect(facts.filter((fact) => fact.startsWith('order'))).toEqual([]);
      expect(decision).not.toMatchObject({ holding: expect.any(String) });
      expect(decision).not.toMatchObject({ asksFor: expect.any(String) });
    }),
    runs,
  );
});

it('sends nothing by itself in review mode', () => {
  fc.assert(
    fc.property(generatedInput, (input) => {
      const decision = decide({ ...input, mode: 'review' });
      expect(decision.kind).not.toBe('reply');
      expect(decision).not.toMatchObject({ holding: expect.any(String) });
    }),
    runs,
  );
});
