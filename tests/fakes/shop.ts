/** A shop that misbehaves on request: what its buyers see, how it takes replies, and what it knows of orders and items. */
import type { Item, Order } from '../../functions/core/domain/facts.ts';
import { failed, found, type Outcome } from '../../functions/core/domain/outcome.ts';
import type {
  AccessDenied,
  ActionRequest,
  Busy,
  ItemSource,
  MessageChannel,
  NotFound,
  OrderActions,
  OrderSource,
  OutboundReply,
  OutgoingMessage,
  Unreadable,
} from '../../functions/core/ports/channel.ts';

/** What the shop does with one reply; `unknown-…`: the caller learns nothing, and the buyer sees it or not. */
export type Taking =
  | 'sent'
  | 'accepted'
  | 'overtaken'
  | 'rejected'
  | 'busy'
  | 'busy-a-minute'
  | 'access-denied'
  | 'unknown-taken'
  | 'unknown-lost';
export type FactAnswer = 'found' | 'busy' | 'access-denied' | 'unreadable';

/** What the shop does with one action; `not-shown`: it says yes, and its order shows nothing. */
export type Doing =
  'done' | 'not-shown' | 'unknown-taken' | 'unknown-lost' | 'rejected' | 'busy' | 'access-denied';

export type ShopRules = {
  /** Knows our reply id: the same reply twice is shown once. */
  readonly keys: boolean;
  /** Tells what it took when it is asked. */
  readonly readsBack: boolean;
};

const problems = {
  busy: { kind: 'busy', afterSeconds: null, because: 'status 429' },
  'access-denied': { kind: 'access-denied', because: 'status 401' },
  unreadable: { kind: 'unreadable', because: 'not JSON' },
} as const satisfies Record<Exclude<FactAnswer, 'found'>, Busy | AccessDenied | Unreadable>;

/** How it tells what it took: as it is, not now, or that its moderation took it back. */
export type Reading = 'truth' | 'busy' | 'moderated';

/** A person of the seller's, on the platform itself. */
const personIn = ({ conversation }: OutboundReply): OutgoingMessage => ({
  account: null,
  conversation,
  message: 'words-on-the-platform',
  reply: null,
  text: 'Oi, aqui é a Bia!',
  at: new Date('2026-11-20T12:00:01.000Z'),
  refused: null,
});

const today = '2026-11-20';
const after = (order: Order, { action, details }: ActionRequest): Order => {
  switch (action) {
    case 'cancel':
      return { ...order, status: 'cancelled', cancelled: { at: today, by: 'buyer' } };
    case 'address':
      return { ...order, address: String(details['address']) };
    case 'return':
      return { ...order, returns: [...order.returns, { status: 'requested', requestedAt: today }] };
    case 'refund':
      return { ...order, refund: { status: 'requested', amount: order.total, currency: order.currency } };
  }
};

export const fakeShop = (rules: ShopRules = { keys: true, readsBack: true }) => {
  /** Every reply as a buyer sees it, in order: the same id twice is what must never happen. */
  const shown: OutboundReply[] = [];
  const calls: string[] = [];
  const takings: Taking[] = [];
  const readings: Reading[] = [];
  const facts: FactAnswer[] = [];
  const doings: Doing[] = [];
  /** Every effect on an order: the same id twice is what must never happen. */
  const effects: ActionRequest[] = [];
  const orders = new Map<string, Order>();
  const items = new Map<string, Item>();

  const take = (reply: OutboundReply): void => {
    if (!rules.keys || !shown.some((one) => one.id === reply.id)) shown.push(reply);
  };
  const platformId = (reply: OutboundReply): string => `shop-${reply.id}`;

  const answer = <Value>(
    value: Value | undefined,
    call: string,
  ): Outcome<Value, NotFound | Busy | AccessDenied | Unreadable> => {
    calls.push(call);
    const next = facts.shift() ?? 'found';
    if (next !== 'found') return failed(problems[next]);
    return value === undefined ? failed({ kind: 'not-found' }) : found(value);
  };

  const doIt = (request: ActionRequest): void => {
    const order = orders.get(request.order);
    if (order === undefined || effects.some(({ id }) => id === request.id)) return;
    effects.push(request);
    orders.set(order.id, after(order, request));
  };

  const channel: Pick<MessageChannel, 'send' | 'settle'> & OrderSource & ItemSource & OrderActions = {
    async act(request) {
      calls.push(`act ${request.action} ${request.order}`);
      const next = doings.shift() ?? 'done';
      switch (next) {
        case 'done':
          doIt(request);
          return found({ done: true });
        case 'not-shown':
          return found({ done: true });
        case 'unknown-taken':
          doIt(request);
          return failed({ kind: 'unknown' });
        case 'unknown-lost':
          return failed({ kind: 'unknown' });
        case 'rejected':
          return failed({ kind: 'rejected', because: 'status 409' });
        case 'busy':
        case 'access-denied':
          return failed(problems[next]);
      }
    },
    async send(reply) {
      calls.push('send');
      const next = takings.shift() ?? 'sent';
      switch (next) {
        case 'sent':
          take(reply);
          return { kind: 'sent', platformId: platformId(reply) };
        case 'accepted':
          take(reply);
          return { kind: 'accepted', afterSeconds: 2 };
        case 'overtaken':
          return { kind: 'overtaken', by: personIn(reply) };
        case 'unknown-taken':
          take(reply);
          return { kind: 'unknown' };
        case 'unknown-lost':
          return { kind: 'unknown' };
        case 'rejected':
          return { kind: 'rejected', because: 'status 422' };
        case 'busy':
          return { kind: 'busy', afterSeconds: null, because: 'status 429' };
        case 'busy-a-minute':
          return { kind: 'busy', afterSeconds: 60, because: 'status 429' };
        case 'access-denied':
          return problems['access-denied'];
      }
    },
    async settle(reply) {
      calls.push('settle');
      const reading = readings.shift() ?? 'truth';
      if (reading === 'busy') return problems.busy;
      if (reading === 'moderated') return { kind: 'rejected', because: 'moderation: AUTOMATIC_MESSAGE' };
      if (!rules.readsBack) return { kind: 'cannot-know' };
      return shown.some((one) => one.id === reply.id)
        ? { kind: 'sent', platformId: platformId(reply) }
        : { kind: 'not-sent' };
    },
    order: async (id, buyer) => {
      const order = orders.get(id);
      return answer(order?.buyer === buyer ? order : undefined, `order ${id}`);
    },
    item: async (id) => answer(items.get(id), `item ${id}`),
  };

  return {
    channel,
    shown,
    calls,
    effects,
    /** How it takes the next actions, in order; then it does them. */
    does: (...next: readonly Doing[]) => doings.push(...next),
    orderOf: (id: string) => orders.get(id),
    /** What it does with the next replies, in order; then it takes them. */
    takes: (...next: readonly Taking[]) => takings.push(...next),
    /** How it answers when it is asked what it took. */
    readsBack: (...next: readonly Reading[]) => readings.push(...next),
    /** How it answers the next questions for facts. */
    tells: (...next: readonly FactAnswer[]) => facts.push(...next),
    hasOrder: (order: Order) => orders.set(order.id, order),
    hasItem: (item: Item) => items.set(item.id, item),
  };
};
export type FakeShop = ReturnType<typeof fakeShop>;
