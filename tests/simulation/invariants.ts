/** What must hold at the end of any day; each fault is told in words. */
import { isFinished, type BuyerMessage } from '../../functions/core/domain/message.ts';
import type { Reply } from '../../functions/core/domain/reply.ts';
import type { UsageLine } from '../../functions/core/domain/usage.ts';
import { readArrival } from '../../functions/core/aws/sqs/wire.ts';
import { ids } from '../fakes/tools.ts';
import { account } from '../fakes/builders.ts';
import type { Day } from './shop-day.ts';

type Everything = ReturnType<Day['h']['memory']['everything']>;

/** Every accepted message is stored, or an alarm rings for its dead letter. */
const lost = ({ h, accepted }: Day): readonly string[] => {
  const stored = new Set<string>(h.messages().map(({ message }) => message));
  const dead = h.queues.inbound.dead.flatMap((body) => {
    const read = readArrival(body);
    return read.ok && read.value.arrival.kind === 'message' ? [read.value.arrival.message.message] : [];
  });
  return [...accepted]
    .filter((name) => !stored.has(ids.message('rest', account.id, name)) && !dead.includes(name))
    .map((name) => `${name} was accepted and is nowhere`);
};

const endOf = (message: BuyerMessage, { escalations, messages }: Everything, { resolved }: Day) => {
  const own = messages.filter(({ conversation }) => conversation === message.conversation);
  const hasCase =
    escalations.some(({ conversation }) => conversation === message.conversation) ||
    resolved.has(message.conversation);
  if (!isFinished(message.state)) return `is still ${message.state}`;
  if (message.state === 'covered-by')
    return own.some((one) => one.buyerTurn > message.buyerTurn && one.state !== 'covered-by')
      ? null
      : 'is covered by nothing';
  return hasCase || !['escalated', 'dead'].includes(message.state)
    ? null
    : `is ${message.state}, and no person has a case`;
};

const unfinished = (day: Day): readonly string[] => {
  const all = day.h.memory.everything();
  return all.messages.flatMap((message) => {
    const fault = endOf(message, all, day);
    return fault === null ? [] : [`“${message.text}” ${fault}`];
  });
};

/** A reply that is ours is with the buyer once, and we know it; what nobody knows, a person has. */
const replies = ({ h }: Day): readonly string[] => {
  const all = h.memory.everything();
  const seen = h.shop.shown.map(({ id }) => id);
  const twice = seen.filter((id, index) => seen.indexOf(id) !== index);
  const faultOf = (reply: Reply): string | null => {
    const shown = seen.includes(reply.id);
    if (reply.state === 'confirmed') return shown ? null : 'is confirmed, and nobody saw it';
    if (reply.state === 'draft' || reply.state === 'cancelled')
      return shown ? `is ${reply.state}, and the buyer saw it` : null;
    if (reply.state !== 'rejected') return `is still ${reply.state}`;
    return all.escalations.some(({ conversation }) => conversation === reply.conversation)
      ? null
      : 'was refused, and no person knows';
  };
  const wrong = all.replies.flatMap((reply) => {
    const fault = faultOf(reply);
    return fault === null ? [] : [`reply ${reply.id} ${fault}`];
  });
  return [...twice.map((id) => `the buyer saw reply ${id} twice`), ...wrong];
};

/** What is answered says so: a confirmed reply ended its message, and no message is answered by nothing. */
const answers = ({ h }: Day): readonly string[] => {
  const { messages, replies: all } = h.memory.everything();
  return messages.flatMap((message): readonly string[] => {
    if (message.state !== 'replied') return [];
    const said = all.filter(
      ({ conversation, state, holding }) =>
        conversation === message.conversation && state === 'confirmed' && !holding,
    );
    return said.some(({ buyerTurn }) => buyerTurn >= message.buyerTurn)
      ? []
      : [`“${message.text}” is replied, and nothing was said`];
  });
};

const key = ({ unit, source }: Pick<UsageLine, 'unit' | 'source'>): string => `${unit} ${source}`;
const isBilled = (reply: Reply): boolean =>
  reply.state === 'confirmed' && !reply.holding && reply.kind !== 'person';

/** The ledger as it follows from what stands in the store, counted in another way than the flows count. */
const ledger = ({ h }: Day): readonly string[] => {
  const all = h.memory.everything();
  const ours = all.escalations.filter(
    ({ because }) => because !== 'agent_elsewhere' && because !== 'with_agent',
  );
  // Nothing is done for a message without words and pictures, and nothing is billed.
  const worded = all.messages.filter(({ text, attachments }) => text.trim() !== '' || attachments > 0);
  const understood = worded.filter(({ understanding }) => understanding !== null);
  const expected = new Set([
    ...worded.map(({ message }) => `message ${message}`),
    ...worded.map(({ session }) => `session ${session}`),
    ...understood.map(({ message }) => `intent_call ${message}`),
    ...all.replies.filter(isBilled).map(({ id }) => `generated_reply ${id}`),
    ...ours.map(({ id }) => `escalation ${id}`),
  ]);
  const lines = h
    .lines()
    .filter(({ unit }) => unit !== 'model_tokens')
    .map(key);
  return [
    ...lines.filter((line) => !expected.has(line)).map((line) => `billed without a fact: ${line}`),
    ...[...expected].filter((line) => !lines.includes(line)).map((line) => `not billed: ${line}`),
  ];
};

/** One open case a conversation, and `with-agent` only with one. */
const cases = ({ h }: Day): readonly string[] => {
  const { conversations, escalations } = h.memory.everything();
  return conversations.flatMap(({ id, state }): readonly string[] => {
    const open = escalations.filter((one) => one.conversation === id && one.state !== 'resolved');
    if (open.length > 1) return [`${String(open.length)} open cases of one conversation`];
    return state === 'with-agent' && open.length === 0 ? ['a conversation is with nobody'] : [];
  });
};

const leftovers = ({ h }: Day): readonly string[] =>
  Object.values(h.queues)
    .filter((queue) => queue.size() > 0)
    .map((queue) => `${queue.name} still holds ${String(queue.size())}`);

export const faultsOf = (day: Day): readonly string[] =>
  [lost, unfinished, replies, answers, ledger, cases, leftovers].flatMap((check) => check(day));
