/** Words for which the platform wants a reason: to a buyer who has written none, and about an invoice. Each reason may be used once. */
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

/** Reasons with words of our own choice. `OTHER` is no longer offered once the parcel has arrived. */
export type FreeReason = 'OTHER' | 'SEND_INVOICE_LINK';
const query = { tag: 'post_sale' } as const;

/** Null: the platform does not offer this reason, or no longer. */
export const writeForReason = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  pack: string,
  access: Access,
  reason: FreeReason,
): Promise<SendResult | null> => {
  const global = isGlobal(reply.inReplyTo) ? ['marketplace'] : [];
  const path = [...global, 'messages', 'action_guide', 'packs', pack];
  const offered = await readFromPlatform(deps, access, guide, path, query);
  if (!offered.ok && offered.problem.kind !== 'absent')
    return offered.problem.kind === 'unreadable'
      ? { kind: 'busy', afterSeconds: null, because: offered.problem.because }
      : offered.problem;
  const options = offered.ok ? offered.value.options : [];
  const mayWrite = options.some(
    ({ id: option, enabled, cap_available: left }) => option === reason && enabled && left > 0,
  );
  if (!mayWrite) return null;
  const content = { option_id: reason, text: reply.text };
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
