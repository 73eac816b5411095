/** Words to a buyer who has written none: the platform wants a reason for them, and each may be used once. */
import type { Access, OutboundReply, SendResult } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { postToPlatform, readFromPlatform, reasonOf } from './api.ts';
import { id } from './fields.ts';
import { isGlobal } from './names.ts';
import { judgedAfterSeconds } from './send-timing.ts';

const guide = z.object({
  options: z.prefault(
    z.array(
      z.object({
        id,
        type: z.optional(z.string()),
        enabled: z.prefault(z.boolean(), true),
        cap_available: z.prefault(z.number(), 1),
      }),
    ),
    [],
  ),
});

/** The only reason with words of our own choice; no longer offered once the parcel has arrived. */
const freeReason = 'OTHER';
const query = { tag: 'post_sale' } as const;

export const writeFirst = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  pack: string,
  access: Access,
): Promise<SendResult> => {
  const global = isGlobal(reply.inReplyTo) ? ['marketplace'] : [];
  const path = [...global, 'messages', 'action_guide', 'packs', pack];
  const offered = await readFromPlatform(deps, access, guide, path, query);
  if (!offered.ok && offered.problem.kind !== 'absent')
    return offered.problem.kind === 'unreadable'
      ? { kind: 'busy', afterSeconds: null, because: offered.problem.because }
      : offered.problem;
  const options = offered.ok ? offered.value.options : [];
  const mayWrite = options.some(
    ({ id: reason, enabled, cap_available: left }) => reason === freeReason && enabled && left > 0,
  );
  if (!mayWrite) return { kind: 'rejected', because: 'the platform offers no reason to write first' };
  const content = { option_id: freeReason, text: reply.text };
  const answer = await postToPlatform(deps, access, [...path, 'option'], query, content);
  switch (answer.kind) {
    case 'good':
      return { kind: 'accepted', afterSeconds: judgedAfterSeconds };
    case 'unknown':
      return { kind: 'unknown' };
    case 'refused':
      return { kind: 'rejected', because: reasonOf(answer) };
    case 'busy':
    case 'access-denied':
      return answer;
  }
};
