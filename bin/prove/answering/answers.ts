/** What the fixed answers resolve alone, over conversations that other hands wrote, and what a model would cost there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstTierPort } from '../../../functions/core/wiring/first-tier.ts';
import { readCase } from '../../evaluate/answers/cases.ts';
import { silent } from '../../evaluate/answers/model.ts';
import { play, type World } from '../../evaluate/answers/play.ts';
import { judge } from '../../evaluate/answers/score.ts';
import { shopOf } from '../../evaluate/answers/shop.ts';
import { tally } from '../../evaluate/answers/tally.ts';
import { readSeeds } from '../../local/seeds.ts';
import { atLeast, atMost, exactly, scaled, type Figure, type Scope } from '../figure.ts';

const cases = join(import.meta.dirname, '..', '..', '..', 'tests', 'evaluation', 'answers');
/** Of a run on part of the cases: one turn more or less moves the share by more than it means. */
const fewest = 20;

const world = (): World => {
  const read = readSeeds([join(cases, 'seeds.json')]);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return {
    shop: shopOf(read.seeds),
    firstTier: firstTierPort(),
    plays: silent,
    startedAt: new Date('2026-11-20T15:00:00Z'),
  };
};

/** The model never helps: a turn that it would have resolved counts as unresolved. */
export const answers = async (scope: Scope): Promise<readonly Figure[]> => {
  const lines = readFileSync(join(cases, 'conversations.jsonl'), 'utf8').trim().split('\n');
  const count = scaled(scope, lines.length, fewest);
  const step = Math.max(1, Math.floor(lines.length / count));
  const totals = tally();
  const shop = world();
  for (const line of lines.filter((_, index) => index % step === 0)) {
    const given = readCase(line);
    if (!given.ok) throw new Error(given.error);
    const turns = await play(shop, given.conversation);
    if (typeof turns === 'string') throw new Error(turns);
    turns.forEach((turn, index) => {
      const wanted = given.conversation.turns[index];
      totals.add(turn, wanted === undefined ? null : judge(wanted, turn), given.conversation.id);
    });
  }
  const { withFacts, resolved, wrongFacts, wrongLanguage, calls, turns, tokens } = totals.figures();
  return [
    atLeast('answering.answers-resolved-alone', (100 * resolved) / Math.max(1, withFacts), 70, '%'),
    exactly('answering.answers-wrong-facts', wrongFacts, 0),
    exactly('answering.answers-wrong-language', wrongLanguage, 0),
    atMost('answering.answers-model-calls-a-message', calls / Math.max(1, turns), 0.9),
    atMost('answering.answers-tokens-in-an-intent-call', tokens.intent.in, 750),
    atMost('answering.answers-tokens-out-an-intent-call', tokens.intent.out, 90),
    atMost('answering.answers-tokens-in-a-reply-call', tokens.reply.in, 1100),
    atMost('answering.answers-tokens-out-a-reply-call', tokens.reply.out, 110),
  ];
};
