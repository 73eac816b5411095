/** Lives a schedule in the house, to its end: nothing waits any more, and the sweep finds nothing. */
import type { Understanding } from '../../functions/core/domain/intent.ts';
import { resolveConversation } from '../../functions/core/flows/desk.ts';
import { answerConversation } from '../../functions/core/flows/desk-answer.ts';
import { listInbox } from '../../functions/core/flows/desk-inbox.ts';
import type { QueuedArrival } from '../../functions/core/ports/queues.ts';
import { house, type House } from '../fakes/house.ts';
import { anItem, anOrder } from '../fakes/shop-records.ts';
import { strikeOf, type Kind, type Schedule, type Step } from './schedule.ts';

const meanings: Readonly<Record<Kind, Partial<Understanding>>> = {
  order: { intent: 'order_status' },
  thanks: { intent: 'greeting_thanks' },
  person: { intent: 'human_agent', escalate: true, escalateReason: 'human_requested' },
  unsure: { intent: 'refund_status', intentConfidence: 0.3, answered: false },
  product: { intent: 'product_question' },
  empty: { intent: 'other_out_of_scope', answered: false },
  foreign: { language: 'ja' },
};

const texts: Readonly<Record<Kind, string>> = {
  order: 'cadê meu pedido',
  thanks: 'obrigado',
  person: 'quero falar com uma pessoa',
  unsure: 'e aquilo lá que falei ontem',
  product: 'serve para correr na chuva',
  empty: '   ',
  foreign: 'どこですか',
};

const stages = ['inbound', 'detected', 'recognized', 'outbound'] as const;

export type Day = {
  readonly h: House;
  /** Platform's names of all messages that were accepted. */
  readonly accepted: ReadonlySet<string>;
  /** Conversations that a person resolved, with or without a case. */
  readonly resolved: ReadonlySet<string>;
};

type Told = { readonly written: QueuedArrival[]; readonly resolved: Set<string> };

const write = (h: House, step: Extract<Step, { do: 'write' }>, written: QueuedArrival[]): void => {
  const { kind, conversation, copies } = step;
  const text = kind === 'empty' ? texts.empty : `${texts[kind]} ${String(written.length)}`;
  const queued = h.says(text, {
    means: meanings[kind],
    conversation: `conversation-${String(conversation)}`,
    ...(kind === 'order' ? { order: '1001' } : {}),
    ...(kind === 'product' ? { item: 'ITEM-1' } : {}),
  });
  for (let copy = 1; copy < copies; copy += 1) h.deliver(queued);
  written.push(queued);
};

/** A person at the desk does something with the first thing that waits. */
const atDesk = async (
  h: House,
  what: 'approve' | 'answer' | 'resolve',
  { resolved }: Told,
): Promise<void> => {
  const inbox = await listInbox(h.desk, h.agent);
  const [first] = what === 'approve' ? inbox.filter(({ kind }) => kind === 'draft') : inbox;
  if (first === undefined) return;
  if (what === 'approve') await h.approves(first.id);
  else if (what === 'answer') await answerConversation(h.desk, h.agent, first.conversation, 'Já vejo.');
  else {
    resolved.add(first.conversation);
    await resolveConversation(h.desk, h.agent, first.conversation);
  }
};

const live = async (h: House, step: Step, told: Told): Promise<void> => {
  const { written } = told;
  switch (step.do) {
    case 'write':
      return write(h, step, written);
    case 'repeat': {
      const again = written[step.which % Math.max(1, written.length)];
      if (again !== undefined) h.deliver(again);
      return;
    }
    case 'person-elsewhere':
      return h.personWrites('Oi, sou a Marta.', {
        conversation: `conversation-${String(step.conversation)}`,
      });
    case 'pass':
      return h.pass(step.seconds);
    case 'work':
      for (let count = 0; count < step.steps; count += 1) {
        const stage = stages[count % stages.length];
        if (stage !== undefined) await h.step(stage);
      }
      return;
    case 'sweep':
      await h.sweep();
      return;
    case 'pause':
      return h.pause();
    case 'resume':
      return h.resume();
    case 'approve':
    case 'answer':
    case 'resolve':
      // The person's own process may end too; the person tries again, or not.
      await h.asPerson(async () => atDesk(h, step.do, told));
  }
};

/** Quiet, and then what a sweep finds, as often. */
const untilNothingIsLeft = async (h: House, times: number): Promise<void> => {
  for (let count = 0; count < times; count += 1) {
    await h.quiet();
    h.pass(151);
    await h.sweep();
  }
};

export const lived = async (schedule: Schedule): Promise<Day> => {
  const strike = strikeOf(schedule);
  let isOver = false;
  const h = house({
    strike: (call, when) => (isOver ? null : strike(call, when)),
    shop: schedule.shop,
    modes: [{ channel: '*', intent: '*', mode: schedule.mode }],
  });
  h.shop.hasOrder(anOrder());
  h.shop.hasItem(anItem());
  h.shop.takes(...schedule.takings);
  h.writer.writes('O Tênis Runner é feito de lona.');
  const told: Told = { written: [], resolved: new Set() };
  for (const step of schedule.steps) await live(h, step, told);
  h.resume();
  await untilNothingIsLeft(h, 4);
  // Every outage ends.
  isOver = true;
  await untilNothingIsLeft(h, 4);
  const accepted = new Set(
    told.written.flatMap(({ arrival }) => (arrival.kind === 'message' ? [arrival.message.message] : [])),
  );
  return { h, accepted, resolved: told.resolved };
};
