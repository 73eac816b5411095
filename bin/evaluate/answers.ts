/** `npm run -s evaluate -- answers --file F [--seeds S]`: conversations answered in process; scored where the cases say how. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { firstTierPort } from '../../functions/core/wiring/first-tier.ts';
import { readSeeds } from '../local/seeds.ts';
import { readCase } from './answers/cases.ts';
import { silent } from './answers/model.ts';
import { play, type PlayedTurn, type World } from './answers/play.ts';
import { judge, wordsOf } from './answers/score.ts';
import { shopOf } from './answers/shop.ts';
import { tally } from './answers/tally.ts';

const demo = join(import.meta.dirname, '..', 'seeds', 'demo.json');

/** As it is pinned in docs/interfaces.md. */
const told = (turn: PlayedTurn) => {
  const { decision, calls } = turn;
  const stated = decision.kind === 'ignore' ? { language: null, facts: [] } : decision;
  return {
    action: decision.kind,
    because: decision.because,
    text: wordsOf(turn),
    language: stated.language,
    facts: stated.facts,
    passages: stated.facts.flatMap((fact) => /^articles\.(.+)$/.exec(fact)?.[1] ?? []),
    modelCalls: calls.length,
    tokensIn: calls.reduce((sum, { tokensIn }) => sum + tokensIn, 0),
    tokensOut: calls.reduce((sum, { tokensOut }) => sum + tokensOut, 0),
  };
};

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

/** Resolves to false when an answer was wrong, or the arguments were. */
export const evaluateAnswers = async (): Promise<boolean> => {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { file: { type: 'string' }, seeds: { type: 'string', multiple: true } },
  });
  if (values.file === undefined) {
    process.stderr.write('evaluate -- answers wants --file F, and --seeds S as often as there are files\n');
    return false;
  }
  const read = readSeeds(values.seeds ?? [demo]);
  if (!read.ok) {
    process.stderr.write(`${read.faults.join('\n')}\n`);
    return false;
  }
  const world: World = {
    shop: shopOf(read.seeds),
    firstTier: firstTierPort(),
    plays: silent,
    startedAt: new Date(),
  };
  const totals = tally();
  for await (const line of createInterface({ input: createReadStream(values.file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const given = readCase(line);
    if (!given.ok) {
      print({ id: given.id, error: given.error });
      continue;
    }
    const { conversation } = given;
    const turns = await play(world, conversation);
    if (typeof turns === 'string') {
      print({ id: conversation.id, error: turns });
      continue;
    }
    print({ id: conversation.id, turns: turns.map(told) });
    turns.forEach((turn, index) => {
      const wanted = conversation.turns[index];
      totals.add(turn, wanted === undefined ? null : judge(wanted, turn), conversation.id);
    });
  }
  process.stderr.write(`${totals.report().join('\n')}\n`);
  return totals.isClean();
};
