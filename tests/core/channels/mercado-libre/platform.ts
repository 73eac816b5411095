/** The platform as a table of answers behind the misbehaving web server, and the account that asks it. */
import type { Access, OutboundReply } from '../../../../functions/core/ports/channel.ts';
import { mercadoLibreChannel } from '../../../../functions/core/channels/mercado-libre/channel.ts';
import { accountId } from '../../../../functions/core/domain/ids.ts';
import { answer, webServer, type Behaviour, type Received } from '../web-server.ts';

export const seller = '465432224';
export const buyer = '1187735401';
export const now = new Date('2026-11-17T13:05:00Z');

/** What is answered, by method and path without its query; what is not named is a 404. */
export type Answers = Readonly<Record<string, unknown>>;

/** One answer after the other; the last one for all calls that follow. */
class InTurn {
  readonly told: readonly unknown[];
  constructor(told: readonly unknown[]) {
    this.told = told;
  }
  at(time: number): unknown {
    return this.told[time] ?? this.told.at(-1);
  }
}
export const inTurn = (...told: readonly unknown[]): InTurn => new InTurn(told);

const isBehaviour = (answered: unknown): answered is Behaviour => typeof answered === 'function';

export const platform = async () => {
  const server = await webServer();
  const route = ({ method, path }: Received): string => `${method} ${path.split('?')[0] ?? ''}`;
  const answers = (table: Answers): void => {
    const asked = new Map<string, number>();
    server.behave((response, request) => {
      const name = route(request);
      const given = table[name];
      const time = asked.get(name) ?? 0;
      asked.set(name, time + 1);
      const told: unknown = given instanceof InTurn ? given.at(time) : given;
      if (told === undefined) return answer(404, '{"status":404}')(response, request);
      return (isBehaviour(told) ? told : answer(200, JSON.stringify(told)))(response, request);
    });
  };
  const access: Access = {
    account: accountId(seller),
    address: server.address,
    secrets: [],
    token: 'APP_USR-token',
    platformUser: seller,
    applicationId: '2069392825111111',
  };
  return {
    access,
    channel: mercadoLibreChannel({ fetch, now: () => now }),
    answers,
    /** Method and whole path of the calls since the last look. */
    calls: (() => {
      let seen = 0;
      return () => {
        const fresh = server.received.slice(seen);
        seen = server.received.length;
        return fresh.map(({ method, path }) => `${method} ${path}`);
      };
    })(),
    received: server.received,
    close: async () => server.close(),
  };
};

export const question = (over: Readonly<Record<string, unknown>> = {}) => ({
  id: 13021478261,
  seller_id: 465432224,
  item_id: 'MLB3571180942',
  status: 'UNANSWERED',
  hold: false,
  text: 'Olá! Vocês enviam para Manaus? Chega até sexta?',
  date_created: '2026-11-17T09:02:10.000-04:00',
  from: { id: 1187735401 },
  answer: null,
  ...over,
});

export const answered = (text: string, status = 'ACTIVE') =>
  question({ status: 'ANSWERED', answer: { text, status, date_created: '2026-11-17T13:04:00.000Z' } });

type Told = {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly at?: string;
  readonly moderation?: { readonly status: string; readonly reason?: string };
};

/** A message of a thread in the shape of the newer pages. */
export const message = ({ id, from, text, at = '2026-11-17T13:00:00Z', moderation }: Told) => ({
  id,
  from: { user_id: Number(from) },
  to: { user_id: Number(from === seller ? buyer : seller) },
  status: 'available',
  text,
  message_date: { received: at, created: at },
  message_moderation: moderation ?? { status: 'clean', reason: null },
  message_attachments: null,
  message_resources: [
    { id: '2000001', name: 'packs' },
    { id: seller, name: 'sellers' },
  ],
});

export const thread = (
  messages: readonly unknown[],
  status: Readonly<Record<string, unknown>> = { status: 'active', substatus: null },
) => ({ paging: { total: messages.length }, conversation_status: status, messages: messages.toReversed() });

export const threadPath = `/messages/packs/2000001/sellers/${seller}`;

export const purchase = (over: Readonly<Record<string, unknown>> = {}) => ({
  id: 2195160686,
  pack_id: 2000001,
  status: 'paid',
  date_created: '2026-11-10T10:00:00.000-04:00',
  total_amount: 129.9,
  currency_id: 'BRL',
  buyer: { id: Number(buyer) },
  order_items: [{ item: { id: 'MLB3571180942', title: 'Cafeteira', variation_attributes: [] }, quantity: 1 }],
  payments: [{ payment_type: 'credit_card', status: 'approved', installments: 3 }],
  shipping: { id: 4000123 },
  ...over,
});

export const reply: OutboundReply = {
  id: 'abcdefghijklmnopqrstuvwxyz',
  conversation: 'pack:2000001',
  inReplyTo: 'b1',
  buyer,
  audience: 'private',
  text: 'Seu pedido chega amanhã.',
  language: 'pt',
  kind: 'automatic',
  about: null,
  earlier: [],
};
