/** What a conversation's row keeps for its settling: when to look, up to which turn it is judged, what may be taken back. */
import * as z from 'zod/mini';
import { intents } from '../../domain/intent.ts';
import type { Resolution } from '../../domain/resolution.ts';
import { hoursAfter, quietAt, settling } from '../../policy/settling.ts';
import { settleKey, shardOf, shards } from './keys.ts';

const date = z.pipe(
  z.string(),
  z.transform((text: string) => new Date(text)),
);
export const resolutionRow = z.object({
  source: z.string(),
  acceptedAt: date,
  until: date,
  after: z.number(),
  turn: z.number(),
  intent: z.nullable(z.enum(intents)),
  language: z.string(),
  mode: z.enum(['automatic', 'review', 'human']),
});

const settleShard = (conversation: string): string => settleKey(shardOf(conversation, shards));

/** With a conversation's first message. */
export const firstSettling = (conversation: string, acceptedAt: Date) => ({
  dueShard: settleShard(conversation),
  dueAt: quietAt(acceptedAt).toISOString(),
});

/**
 * With each further one. The entry in the index stays where it is: moved by every message it would cost a write each
 * time, so that who finds it due looks when the last message was. Only a return is looked at soon.
 */
export const nextSettling = (conversation: string, acceptedAt: Date, resolution: Resolution | null) => {
  const soon = resolution !== null && acceptedAt < resolution.until;
  const at = soon ? hoursAfter(acceptedAt, settling.returnHours) : quietAt(acceptedAt);
  return {
    sets: soon
      ? 'dueShard = :settle, dueAt = :settleAt'
      : 'dueShard = if_not_exists(dueShard, :settle), dueAt = if_not_exists(dueAt, :settleAt)',
    values: { ':settle': settleShard(conversation), ':settleAt': at.toISOString() },
  };
};

/** What a settling writes; null removes. */
export const settledFields = (
  conversation: string,
  settled: {
    readonly turn: number;
    readonly resolution: Resolution | null;
    readonly dueAt: Date | null;
  },
): Readonly<Record<string, unknown>> => {
  const { turn, resolution, dueAt } = settled;
  return {
    settledTurn: turn,
    resolution:
      resolution === null
        ? null
        : {
            ...resolution,
            acceptedAt: resolution.acceptedAt.toISOString(),
            until: resolution.until.toISOString(),
          },
    dueShard: dueAt === null ? null : settleShard(conversation),
    dueAt: dueAt === null ? null : dueAt.toISOString(),
  };
};
