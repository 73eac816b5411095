/** Answers a marketplace's call: verifies the very bytes, queues each arrival, acknowledges as the channel demands. */
import { isChannelId, type ChannelId } from '../domain/channel.ts';
import { isRegistrationId, type RegistrationId } from '../domain/ids.ts';
import { manifests } from '../channels/manifests.ts';
import type { Arrival, ChannelIngress, WebhookCall } from '../ports/channel.ts';
import type { ArrivalQueue, PointerQueue, QueuedArrival, UnreadableQueue } from '../ports/queues.ts';
import type { Registration, RegistrationDirectory } from '../ports/tenants.ts';
import type { Clock, Count, Log, OpaqueIds } from '../ports/tools.ts';
import { putArrival } from './put-arrival.ts';

export type ReceiveWebhookDeps = {
  readonly ingress: Readonly<Record<ChannelId, ChannelIngress>>;
  readonly registrations: RegistrationDirectory;
  readonly inbound: ArrivalQueue;
  readonly pointers: PointerQueue;
  readonly unreadable: UnreadableQueue;
  readonly ids: () => Promise<OpaqueIds>;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
};

/** A call as the gateway took it apart; `body` is null when its transfer encoding lied. */
export type ReceivedCall = Omit<WebhookCall, 'body'> & {
  readonly channel: string;
  readonly registration: string;
  readonly body: Uint8Array | null;
};

export type WebhookAnswer = { readonly status: number; readonly body: string };

const refusal = (
  deps: ReceiveWebhookDeps,
  status: number,
  because: string,
  channel?: ChannelId,
): WebhookAnswer => {
  deps.count('Refused');
  deps.log('webhook-refused', { status, because, ...(channel === undefined ? {} : { channel }) });
  return { status, body: '' };
};

/** The account that an arrival is for, in the platform's spelling; empty when nobody says. */
const accountOf = (arrival: Exclude<Arrival, { kind: 'ignored' }>, registration: Registration): string =>
  named(arrival) ?? registration.account ?? '';

const named = (arrival: Exclude<Arrival, { kind: 'ignored' }>): string | null => {
  switch (arrival.kind) {
    case 'pointer':
      return arrival.pointer.account;
    case 'claim':
      return arrival.claim.account;
    case 'message':
    case 'outgoing':
      return arrival.message.account;
  }
};

const queue = async (
  deps: ReceiveWebhookDeps,
  registration: Registration,
  arrival: Arrival,
  acceptedAt: Date,
): Promise<'queued' | 'refused'> => {
  if (arrival.kind === 'ignored') return 'queued';
  const { channel, id: registrationId } = registration;
  const account = accountOf(arrival, registration);
  if (arrival.kind === 'pointer')
    return deps.pointers.put({
      channel,
      registration: registrationId,
      account,
      acceptedAt,
      pointer: arrival.pointer,
    });
  const queued: QueuedArrival = {
    channel,
    registration: registrationId,
    account,
    acceptedAt,
    arrival,
  };
  return putArrival({ ids: await deps.ids(), inbound: deps.inbound }, queued);
};

const accept = async (
  deps: ReceiveWebhookDeps,
  channel: ChannelId,
  registration: Registration,
  call: WebhookCall,
): Promise<WebhookAnswer> => {
  const began = deps.clock();
  const { status, body } = manifests[channel].acknowledgement;
  const read = deps.ingress[channel].read(call);
  if (!read.ok) {
    deps.count('Unreadable');
    deps.log('webhook-accepted', { channel, because: 'unreadable' });
    const kept = await deps.unreadable.put({
      channel,
      registration: registration.id,
      body: call.body,
      because: read.problem.because,
    });
    return kept === 'queued' ? { status, body } : refusal(deps, 503, 'the queue refused', channel);
  }
  const queued = await Promise.all(
    read.value.map(async (arrival) => queue(deps, registration, arrival, began)),
  );
  // One refused of several: the platform calls again, and those that were taken are known.
  if (queued.includes('refused')) return refusal(deps, 503, 'the queue refused', channel);
  deps.log('webhook-accepted', {
    channel,
    count: read.value.length,
    durationMs: deps.clock().getTime() - began.getTime(),
  });
  return { status, body };
};

const genuine = async (
  deps: ReceiveWebhookDeps,
  channel: ChannelId,
  id: RegistrationId,
  call: WebhookCall,
): Promise<Registration | 'unknown' | 'forged'> => {
  const registration = await deps.registrations.registration(channel, id);
  if (registration === null) return 'unknown';
  return deps.ingress[channel].verify(call, registration.secrets, deps.clock()) === 'forged'
    ? 'forged'
    : registration;
};

export const receiveWebhook =
  (deps: ReceiveWebhookDeps) =>
  async (received: ReceivedCall): Promise<WebhookAnswer> => {
    const { channel, registration: id, body } = received;
    if (!isChannelId(channel) || !isRegistrationId(id)) return refusal(deps, 404, 'unknown registration');
    if (body === null) return refusal(deps, 401, 'the transfer encoding lies', channel);
    if (body.byteLength > manifests[channel].maximumBytes)
      return refusal(deps, 413, 'the body is too large', channel);
    const call: WebhookCall = { ...received, body };
    const registration = await genuine(deps, channel, id, call);
    if (registration === 'unknown') return refusal(deps, 404, 'unknown registration', channel);
    if (received.method !== 'POST') return refusal(deps, 405, 'wrong method', channel);
    if (registration === 'forged') return refusal(deps, 401, 'forged', channel);
    return accept(deps, channel, registration, call);
  };
