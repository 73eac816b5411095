/** What the sandboxed shop took, kept over a kill: replies, actions, and the messages that its buyers wrote. */
import * as z from 'zod/mini';
import { orderActions } from '../../domain/action.ts';
import type { SentEntry } from '../kit/sandbox.ts';
import { openJournal } from '../kit/sandbox-journal.ts';

const answer = z.object({ status: z.int(), body: z.string() });
const request = z.object({
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
const reply = z.object({
  kind: z.literal('reply'),
  key: z.string(),
  n: z.int(),
  at: z.string(),
  account: z.string(),
  conversation: z.string(),
  inReplyTo: z.string(),
  text: z.string(),
  request,
  answer,
});
const action = z.object({
  kind: z.literal('action'),
  key: z.string(),
  at: z.string(),
  account: z.string(),
  order: z.string(),
  action: z.enum(orderActions),
  details: z.record(z.string(), z.unknown()),
  request,
  answer,
});
const record = z.discriminatedUnion('kind', [
  reply,
  action,
  z.object({ kind: z.literal('repeat'), account: z.string(), key: z.string() }),
  z.object({ kind: z.literal('created'), id: z.string() }),
]);

type Kept = z.output<typeof record>;
export type TakenReply = z.output<typeof reply>;
export type TakenAction = z.output<typeof action>;
export type Taken = TakenReply | TakenAction;

export type Records = {
  /** What was taken under an idempotency key of an account. */
  under(account: string, key: string): Taken | undefined;
  takeReply(reply: Omit<TakenReply, 'n' | 'kind'>): void;
  takeAction(action: Omit<TakenAction, 'kind'>): void;
  repeat(account: string, key: string): void;
  /** An id that no message of this shop had before. */
  newMessageId(): string;
  sent(after: number): readonly SentEntry[];
  /** Actions of before this start, oldest first: the stock does them again. */
  readonly actions: readonly TakenAction[];
};

export const openRecords = (folder: string): Records => {
  const journal = openJournal(folder, 'rest.jsonl', record);
  const taken = new Map<string, Taken>();
  const replies: TakenReply[] = [];
  const repeats = new Map<string, number>();
  let created = 0;

  const name = (account: string, key: string): string => JSON.stringify([account, key]);
  const recall = (kept: Kept): void => {
    if (kept.kind === 'created') created += 1;
    if (kept.kind === 'reply') replies.push(kept);
    if (kept.kind === 'reply' || kept.kind === 'action') taken.set(name(kept.account, kept.key), kept);
    if (kept.kind === 'repeat') {
      const key = name(kept.account, kept.key);
      repeats.set(key, (repeats.get(key) ?? 0) + 1);
    }
  };
  const keep = (entry: Kept): void => {
    journal.keep(entry);
    recall(entry);
  };

  journal.kept.forEach(recall);
  return {
    actions: [...taken.values()].filter((entry) => entry.kind === 'action'),
    under: (account, key) => taken.get(name(account, key)),
    takeReply: (entry) => keep({ ...entry, kind: 'reply', n: replies.length + 1 }),
    takeAction: (entry) => keep({ ...entry, kind: 'action' }),
    repeat: (account, key) => keep({ kind: 'repeat', account, key }),
    newMessageId: () => {
      const id = `shop-message-${String(created + 1)}`;
      keep({ kind: 'created', id });
      return id;
    },
    sent: (after) =>
      replies.slice(Math.max(0, after)).map(({ kind: _kind, key, answer: _answer, ...entry }) => ({
        ...entry,
        channel: 'rest',
        repeats: repeats.get(name(entry.account, key)) ?? 0,
      })),
  };
};
