/** What of an order was sent back, or is to be: the platform keeps it as claims of that kind. */
import type { ReturnCase } from '../../domain/facts.ts';
import type { Access } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { dayOrInstant } from '../kit/json.ts';
import { readFromPlatform } from './api.ts';
import { id, statusWord } from './fields.ts';

const optionalDate = z.catch(z.optional(dayOrInstant), undefined);

const claims = z.object({
  data: z.prefault(z.array(z.object({ id, type: z.optional(statusWord), date_created: optionalDate })), []),
});
const sentBack = z.object({
  status: statusWord,
  date_created: optionalDate,
  last_updated: optionalDate,
});

/** A buyer sends back once, or twice; more of them would cost more calls than a reply has time for. */
const mostReturns = 2;

const readReturn = async (
  deps: ChannelDeps,
  access: Access,
  claim: z.output<typeof claims>['data'][number],
): Promise<readonly ReturnCase[]> => {
  const path = ['post-purchase', 'v2', 'claims', claim.id, 'returns'];
  const read = await readFromPlatform(deps, access, sentBack, path);
  if (!read.ok) return [];
  const { status, date_created: created = claim.date_created, last_updated: updated } = read.value;
  if (created === undefined) return [];
  const isBack = status === 'delivered' && updated !== undefined;
  return [{ status, requestedAt: created, ...(isBack ? { receivedAt: updated } : {}) }];
};

/** Oldest first. What cannot be read counts as not there: the parcel and the money are told without it. */
export const readReturns = async (
  deps: ChannelDeps,
  access: Access,
  order: string,
): Promise<readonly ReturnCase[]> => {
  const search = ['post-purchase', 'v1', 'claims', 'search'];
  const query = { resource: 'order', resource_id: order, type: 'return' };
  const found = await readFromPlatform(deps, access, claims, search, query);
  const returns = (found.ok ? found.value.data : []).filter(({ type }) => type === 'return');
  const told = await Promise.all(returns.slice(0, mostReturns).map((one) => readReturn(deps, access, one)));
  return told.flat().toSorted((one, other) => one.requestedAt.localeCompare(other.requestedAt));
};
