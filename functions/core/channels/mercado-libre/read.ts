/** Turns a notification into the pointer that it is; nothing is fetched here, the platform waits half a second. */
import { failed, found } from '../../domain/outcome.ts';
import type { Arrival, ChannelIngress, Unreadable } from '../../ports/channel.ts';
import { readJson, readUtf8 } from '../kit/json.ts';
import { resourceOf, targetOf } from './paths.ts';
import { notification, type Notification } from './payload.ts';

export const read: ChannelIngress['read'] = (call) => {
  const text = readUtf8(call.body);
  if (!text.ok) return text;
  const notice = readJson(notification, text.value);
  if (!notice.ok) return notice;
  const arrival = arrivalOf(notice.value);
  return arrival === null ? failed(leadsElsewhere) : found([arrival]);
};

const leadsElsewhere: Unreadable = { kind: 'unreadable', because: 'the resource leads where we do not go' };
const beforeAll = new Date(0);

const arrivalOf = (notice: Notification): Arrival | null => {
  const target = targetOf(notice.topic, notice.resource);
  if (target === 'other-topic') return { kind: 'ignored', because: 'other-topic' };
  if (target === null) return null;
  if (target.kind === 'message' && isReceipt(notice)) return { kind: 'ignored', because: 'receipt' };
  const resource = resourceOf(target);
  const pointer = {
    account: notice.user_id,
    application: notice.application_id ?? null,
    topic: notice.topic,
    resource,
    notice: notice._id ?? notice.id ?? nameless(notice, resource),
    at: notice.sent ?? notice.received ?? notice.recieved ?? beforeAll,
  };
  return { kind: 'pointer', pointer };
};

/** A message that was read is no news; one without actions may be new. */
const isReceipt = ({ actions }: Notification): boolean =>
  actions !== undefined && actions.length > 0 && !actions.includes('created');

const nameless = ({ actions, sent }: Notification, resource: string): string =>
  [resource, ...(actions ?? []), sent?.toISOString() ?? ''].join(' ');
