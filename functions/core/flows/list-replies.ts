/** Gives a shop that polls the replies that were put out for it since its cursor. */
import { isRegistrationId } from '../domain/ids.ts';
import type { ChannelIngress, WebhookCall } from '../ports/channel.ts';
import type { PolledReplies } from '../ports/conversations.ts';
import type { RegistrationDirectory, TenantDirectory } from '../ports/tenants.ts';
import type { Clock, Log } from '../ports/tools.ts';

export type ListRepliesDeps = {
  readonly ingress: { readonly rest: ChannelIngress };
  readonly registrations: RegistrationDirectory;
  readonly tenants: Pick<TenantDirectory, 'account'>;
  readonly polled: Pick<PolledReplies, 'after'>;
  readonly clock: Clock;
  readonly log: Log;
};

export type PollCall = Omit<WebhookCall, 'body'> & {
  readonly registration: string;
  readonly body: Uint8Array | null;
};

const atMost = 50;
/**
 * A reply is told this many seconds after it was put out: two that are written at the same moment may become visible in
 * the other order, and a cursor that ran ahead of one of them would leave it behind for ever.
 */
const settledSeconds = 3;
const cursorShape = /^[0-9TZ:.-]{20,30}#[a-z2-7]{26}$/;

export const listReplies =
  (deps: ListRepliesDeps) =>
  async (call: PollCall): Promise<{ readonly status: number; readonly body: string }> => {
    const refuse = (status: number, because: string) => {
      deps.log('webhook-refused', { channel: 'rest', status, because });
      return { status, body: '' };
    };
    if (!isRegistrationId(call.registration)) return refuse(404, 'unknown registration');
    const registration = await deps.registrations.registration('rest', call.registration);
    if (registration === null) return refuse(404, 'unknown registration');
    if (call.body === null) return refuse(401, 'the transfer encoding lies');
    if (
      deps.ingress.rest.verify({ ...call, body: call.body }, registration.secrets, deps.clock()) !== 'genuine'
    )
      return refuse(401, 'forged');
    const account =
      registration.account === null ? null : await deps.tenants.account('rest', registration.account);
    if (account === null || account.registration !== call.registration)
      return { status: 200, body: JSON.stringify({ replies: [], next: null }) };
    const after = call.query['after'] ?? null;
    if (after !== null && after !== '' && !cursorShape.test(after))
      return {
        status: 400,
        body: JSON.stringify({ error: 'after: give the `next` of an earlier answer, or nothing' }),
      };
    const polled = await deps.polled.after(
      { tenant: account.tenant, channel: 'rest', account: account.id },
      after === '' ? null : after,
      atMost,
    );
    const settled = new Date(deps.clock().getTime() - settledSeconds * 1000).toISOString();
    const told = polled.filter(({ cursor }) => cursor < settled);
    const replies = told.map(({ reply, conversation, inReplyTo }) => ({
      type: 'reply.created',
      data: {
        conversation,
        reply: reply.id,
        inReplyTo,
        text: reply.text,
        language: reply.language,
        kind: reply.kind,
      },
    }));
    return { status: 200, body: JSON.stringify({ replies, next: told.at(-1)?.cursor ?? after }) };
  };
