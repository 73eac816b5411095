/** One question told again and again: at once, in the retries of an hour, and by the list of what was missed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../operate/connection.ts';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { ledger } from '../local-machine.ts';
import { ask, notify, sentTo, type Stage, quiet } from './platform.ts';

/** A queue remembers what it took for five minutes; what comes later, only our own rows know. */
const forgottenMs = 305_000;

/** The scheduled Lambda that asks the platforms what they hold, run now. */
export const catchUp = async (data: string): Promise<void> => {
  await connect({ stage: undefined, region: undefined, data }).invoke('catch-up', {});
};

const notes = async (data: string, unit: string): Promise<number> =>
  (await ledger(data, 'lunaecasa0')).filter((line) => line['unit'] === unit).length;

export type Copies = {
  readonly atOnce: (scope: Scope, stage: Stage) => Promise<readonly Figure[]>;
  readonly later: (scope: Scope, stage: Stage) => Promise<readonly Figure[]>;
};

/** Two journeys of one question; what lies between them makes the queue forget, and at full scale the second waits for it. */
export const copiesOfOneQuestion = (): Copies => {
  let question = '';
  let began = 0;
  return {
    atOnce: async (_, stage) => {
      const before = await quiet(stage);
      question = await ask(stage, 'Oi, qual a altura da luminária?');
      began = performance.now();
      const resource = `/questions/${question}`;
      const copies = Array.from({ length: 20 }, async () =>
        notify(stage, { _id: 'one-and-the-same', resource }),
      );
      const statuses = (await Promise.all(copies)).map(({ status }) => status);
      await stage.machine.replied(question);
      const after = await stage.machine.drained((before['in'] ?? 0) + 1);
      return [
        exactly('mercado-libre.copies-acknowledged', statuses.filter((status) => status === 200).length, 20),
        exactly('mercado-libre.copies-turns', (after['in'] ?? 0) - (before['in'] ?? 0), 1),
        exactly('mercado-libre.copies-answers', (await sentTo(stage, question)).length, 1),
      ];
    },
    later: async (scope, stage) => {
      if (scope.scale >= 1) await sleep(Math.max(0, forgottenMs - (performance.now() - began)));
      const before = await quiet(stage);
      const lines = await notes(stage.data, 'message');
      for (let attempts = 2; attempts <= 8; attempts += 1)
        await notify(stage, { _id: 'one-and-the-same', resource: `/questions/${question}`, attempts });
      await catchUp(stage.data);
      await sleep(5000);
      const after = await stage.machine.drained(before['in'] ?? 0);
      return [
        exactly('mercado-libre.late-copies-turns', (after['in'] ?? 0) - (before['in'] ?? 0), 0),
        exactly('mercado-libre.late-copies-answers', (await sentTo(stage, question)).length, 1),
        exactly('mercado-libre.late-copies-ledger-messages', (await notes(stage.data, 'message')) - lines, 0),
      ];
    },
  };
};
