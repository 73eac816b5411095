/** Races of people, callbacks, faults and restarts around open cases; what must hold at their end, told in words. */
import { answerConversation } from '../../functions/core/flows/desk-answer.ts';
import {
  resolveConversation,
  takeConversation,
  transferConversation,
} from '../../functions/core/flows/desk.ts';
import type { CaseMachine } from '../../functions/core/ports/escalations.ts';
import { aSeat } from '../fakes/desk.ts';
import { house, type House } from '../fakes/house.ts';
import { ids } from '../fakes/tools.ts';
import { account } from '../fakes/builders.ts';
import { machineHost, type MachineHost } from './case-machine-host.ts';

const minute = 60_000;

/** Deterministic chance: xorshift of 32 bits. */
const chanceOf = (seed: number): (() => number) => {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

type World = {
  readonly h: House;
  readonly host: MachineHost;
  readonly chance: () => number;
  /** Callbacks that come late: when, and with which token. */
  readonly late: { readonly at: number; readonly token: string }[];
  /** Faults strike only until then: afterwards all must come to its end. */
  readonly calm: () => boolean;
};

/** What becomes of a callback on its way. */
const unreliable = (machine: CaseMachine, world: () => World): CaseMachine => ({
  begin: async (address, run) => {
    const { chance, calm } = world();
    if (!calm() && chance() < 0.1) return 'refused';
    const begun = await machine.begin(address, run);
    // Twice is once.
    return chance() < 0.1 ? machine.begin(address, run) : begun;
  },
  wake: async (token) => {
    const { chance, late, h } = world();
    const fate = chance();
    if (fate < 0.2) return 'refused';
    if (fate < 0.4) {
      late.push({ at: h.tools.clock().getTime() + Math.round(chance() * 120) * minute, token });
      return 'refused';
    }
    if (fate < 0.6) await machine.wake(token);
    return machine.wake(token);
  },
});

type Act = { readonly at: number; readonly do: () => Promise<unknown> };

/** What people do around one case: some answer at once, some late, some never; buyers write again. */
const actsOf = (world: World, name: string, start: number): readonly Act[] => {
  const { h, chance } = world;
  const conversation = ids.conversation('rest', account.id, name);
  const caller = { ...h.agent, agent: ['Lin', 'Mei', 'Bia'][Math.floor(chance() * 3)] ?? 'Lin' };
  const at = (hours: number): number => start + Math.round(chance() * hours * 60) * minute;
  const acts: Act[] = [];
  if (chance() < 0.6)
    acts.push({
      at: at(6),
      do: async () => answerConversation(h.desk, caller, conversation, `Já vejo ${name}.`),
    });
  if (chance() < 0.2)
    acts.push({ at: at(3), do: async () => takeConversation(h.desk, caller, conversation) });
  if (chance() < 0.2)
    acts.push({
      at: at(3),
      do: async () => transferConversation(h.desk, caller, conversation, { agent: 'Bia' }),
    });
  if (chance() < 0.3)
    acts.push({
      at: at(8),
      do: async () => h.says(`e agora? ${name}`, { conversation: name, means: { intent: 'refund_status' } }),
    });
  if (chance() < 0.3)
    acts.push({ at: at(30), do: async () => resolveConversation(h.desk, caller, conversation) });
  return acts;
};

const openCases = (h: House) => h.memory.everything().escalations.filter(({ care }) => care.watchAt !== null);

/** When something happens next: a person, a late callback, a wait's end, or the sweep's next minute with work to do. */
const nextMoment = ({ h, host, late }: World, acts: readonly Act[]): number | null => {
  const now = h.tools.clock().getTime();
  const watched = openCases(h).map(({ care }) => care.watchAt?.getTime() ?? Infinity);
  const swept = Math.ceil((Math.min(...watched) + 1) / minute) * minute;
  const times = [
    ...acts.map(({ at }) => at),
    ...late.map(({ at }) => at),
    host.nextDue() ?? Infinity,
    swept,
  ].filter(Number.isFinite);
  return times.length === 0 ? null : Math.max(now, Math.min(...times));
};

export type RaceReport = {
  readonly cases: number;
  readonly stuck: number;
  readonly silent: number;
  readonly loops: number;
  readonly repeated: number;
  readonly ratedTwice: number;
  readonly faults: readonly string[];
};

/** Longest that a case may lie beyond its watch: one round of the sweep. */
const patience = 2 * minute;

const step = async (world: World, acts: Act[], faults: string[]): Promise<boolean> => {
  const { h, host, late, chance, calm } = world;
  const moment = nextMoment(world, acts);
  if (moment === null) return false;
  h.pass(Math.max(0, moment - h.tools.clock().getTime()) / 1000);
  const now = h.tools.clock().getTime();
  for (const act of acts.splice(0, acts.length)) {
    if (act.at <= now) await act.do();
    else acts.push(act);
  }
  for (const one of late.splice(0, late.length)) {
    if (one.at <= now) await host.machine.wake(one.token);
    else late.push(one);
  }
  if (!calm() && chance() < 0.02) await host.restart();
  await host.settle();
  await h.now();
  if (openCases(h).some(({ care }) => care.watchAt !== null && care.watchAt.getTime() <= now))
    await h.sweep();
  await host.settle();
  await h.now();
  const lost = openCases(h).filter(({ care }) => now - (care.watchAt?.getTime() ?? now) > patience);
  faults.push(...lost.map(({ id }) => `${id} lies beyond its watch`));
  return true;
};

const judged = ({ h, host }: World, cases: number, faults: readonly string[]): RaceReport => {
  const { escalations, replies } = h.memory.everything();
  const stuck = escalations.filter(
    ({ state, care }) => care.watchAt !== null || (state !== 'resolved' && !care.overdue),
  );
  const silent = escalations.filter(
    ({ conversation, because }) =>
      because !== 'with_agent' &&
      !replies.some((reply) => reply.conversation === conversation && reply.state === 'confirmed'),
  );
  const sentences = escalations.flatMap(({ conversation, care }) =>
    care.tellings.map(({ sentence }) => `${conversation} ${sentence}`),
  );
  const ratings = replies
    .filter(({ because }) => because === 'rating')
    .map(({ conversation }) => conversation);
  const closed = escalations.filter(({ state }) => state === 'resolved').length;
  return {
    cases,
    stuck: stuck.length + (host.nextDue() === undefined ? 0 : 1),
    silent: silent.length,
    loops: Math.max(0, host.visits() - escalations.length * 200),
    repeated: sentences.length - new Set(sentences).size,
    ratedTwice: Math.max(0, ratings.length - closed),
    faults,
  };
};

/** Plays so many cases beside each other, with everything that goes wrong, until nothing is left to happen. */
export const race = async (seed: number, cases: number): Promise<RaceReport> => {
  const chance = chanceOf(seed);
  const parts: { world: World | null } = { world: null };
  const world = (): World => {
    if (parts.world === null) throw new Error('the world is not there yet');
    return parts.world;
  };
  let host: MachineHost | null = null;
  const h = house({
    desk: {
      seats: [aSeat('Lin'), aSeat('Mei', { level: 'senior' }), aSeat('Bia', { level: 'supervisor' })],
    },
    machine: (clock) => {
      host = machineHost(
        clock,
        () => world().h.steps,
        () => {
          if (world().calm() || chance() > 0.05) return null;
          return chance() < 0.5 ? 'before' : 'after';
        },
      );
      return unreliable(host.machine, world);
    },
  });
  if (host === null) throw new Error('no machine was asked for');
  const start = h.tools.clock().getTime();
  const calm = (): boolean => h.tools.clock().getTime() - start > 24 * 60 * minute;
  parts.world = { h, host, chance, late: [], calm };
  const faults: string[] = [];
  const acts: Act[] = [];
  for (let index = 0; index < cases; index += 1) {
    const name = `race-${String(seed)}-${String(index)}`;
    h.says(`quero uma pessoa ${name}`, { conversation: name, means: { intent: 'human_agent' } });
    acts.push(...actsOf(parts.world, name, start));
  }
  await h.quiet();
  let rounds = 0;
  while (rounds < 400 * cases + 2000 && (await step(parts.world, acts, faults))) rounds += 1;
  const report = judged(parts.world, cases, faults);
  await parts.world.host.close();
  return report;
};
