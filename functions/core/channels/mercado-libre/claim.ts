/** A claim, from the buyer's complaint to the platform's mediation, and the clock that runs for the seller. */
import type { Outcome } from '../../domain/outcome.ts';
import type { Access } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { cleanText } from '../kit/json.ts';
import { readFromPlatform, type ReadProblem } from './api.ts';
import { id, moment, statusWord } from './fields.ts';

const action = z.object({ action: z.string().check(z.minLength(1)), due_date: moment });

const claim = z.object({
  id,
  type: z.optional(statusWord),
  stage: z.prefault(statusWord, 'none'),
  status: statusWord,
  reason_id: z.prefault(z.string(), 'unknown'),
  resource: z.optional(statusWord),
  resource_id: z.optional(id),
  date_created: moment,
  last_updated: moment,
  players: z.prefault(
    z.array(
      z.object({
        role: z.optional(statusWord),
        type: z.optional(statusWord),
        user_id: z.optional(id),
        available_actions: z.prefault(z.array(action), []),
      }),
    ),
    [],
  ),
});
export type PlatformClaim = z.output<typeof claim>;

const claimMessage = z.object({
  sender_role: z.prefault(statusWord, 'unknown'),
  message: z.prefault(cleanText, ''),
  date_created: moment,
  message_date: moment,
});
type ClaimMessage = z.output<typeof claimMessage>;

const path = (name: string): readonly string[] => ['post-purchase', 'v1', 'claims', name];

export const readClaim = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
): Promise<Outcome<PlatformClaim, ReadProblem>> => readFromPlatform(deps, access, claim, path(name));

/** They bear no ids: who takes the case reads them as one text, oldest first. */
export const readClaimMessages = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
): Promise<Outcome<readonly ClaimMessage[], ReadProblem>> =>
  readFromPlatform(deps, access, z.array(claimMessage), [...path(name), 'messages']);

export const asText = (messages: readonly ClaimMessage[]): string =>
  messages
    .toSorted((one, other) => momentOf(one) - momentOf(other))
    .filter(({ message }) => message.trim() !== '')
    .map(({ sender_role: role, message }) => `${role}: ${message}`)
    .join('\n');

const momentOf = ({ date_created: created, message_date: sent }: ClaimMessage): number =>
  (created ?? sent)?.getTime() ?? 0;
