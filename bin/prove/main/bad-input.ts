/** What a webhook may be sent that it must not take, and what the shop may answer that we must survive. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exactly, type Figure, type Scope } from '../figure.ts';
import type { LocalMachine } from '../local-machine.ts';
import { webhookOf } from './conversations.ts';
import { bodyOf, call, post, secretOf, signedHeaders } from './shop.ts';

type Case = {
  readonly name: string;
  readonly status: number;
  readonly send: (url: string) => Promise<{ readonly status: number }>;
};

const genuine = (tag: string) => bodyOf({ conversation: tag, message: tag, buyer: 'buyer-1', text: 'oi' });
const signed = (id: string, body: string | Uint8Array, at?: Date) =>
  signedHeaders(secretOf('luna-br'), id, body, at);
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

const cases = (tag: string): readonly Case[] => {
  const body = genuine(tag);
  const headers = signed(`wh_${tag}`, body);
  const { 'webhook-signature': signature = '', ...unsigned } = headers;
  const invalid = Buffer.concat([
    Buffer.from('{"type":"message.created","data":"'),
    Buffer.from([0xc3, 0x28]),
    Buffer.from('"}'),
  ]);
  return [
    { name: 'not-json', status: 200, send: async (url) => call(url, '{no', signed(`wh_${tag}a`, '{no')) },
    {
      name: 'invalid-utf-8',
      status: 200,
      send: async (url) => call(url, invalid, signed(`wh_${tag}b`, invalid)),
    },
    {
      name: 'wrong-shape',
      status: 200,
      send: async (url) =>
        call(
          url,
          '{"type":"message.created","data":{}}',
          signed(`wh_${tag}c`, '{"type":"message.created","data":{}}'),
        ),
    },
    {
      name: 'three-megabytes',
      status: 413,
      send: async (url) => call(url, 'x'.repeat(3 * 1024 * 1024), signed(`wh_${tag}d`, 'x')),
    },
    { name: 'missing-signature', status: 401, send: async (url) => call(url, body, unsigned) },
    {
      name: 'missing-timestamp',
      status: 401,
      send: async (url) =>
        call(
          url,
          body,
          Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'webhook-timestamp')),
        ),
    },
    {
      name: 'doubled-id',
      status: 401,
      send: async (url) => call(url, body, { ...headers, 'webhook-id': `wh_${tag},wh_${tag}` }),
    },
    {
      name: 'forged',
      status: 401,
      send: async (url) =>
        call(url, body, { ...headers, 'webhook-signature': signature.replace(/.{4}$/, 'AAA=') }),
    },
    { name: 'changed-body', status: 401, send: async (url) => call(url, body.replace('oi', 'ai'), headers) },
    {
      name: 'stale',
      status: 401,
      send: async (url) => call(url, body, signed(`wh_${tag}e`, body, minutesAgo(6))),
    },
    {
      name: 'from-the-future',
      status: 401,
      send: async (url) => call(url, body, signed(`wh_${tag}f`, body, minutesAgo(-6))),
    },
    {
      name: 'other-shops-secret',
      status: 401,
      send: async (url) => call(url, body, signedHeaders(secretOf('luna-mx'), `wh_${tag}`, body)),
    },
    { name: 'unknown-registration', status: 404, send: async (url) => call(`${url}-none`, body, headers) },
    {
      name: 'unknown-channel',
      status: 404,
      send: async (url) => call(url.replace('/rest/', '/telex/'), body, headers),
    },
    { name: 'wrong-method', status: 405, send: async (url) => call(url, body, headers, 'PUT') },
    {
      name: 'replayed-inside-the-window',
      status: 200,
      send: async (url) => (await call(url, body, headers), call(url, body, headers)),
    },
  ];
};

export const badCalls = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const { name, status, send } of cases(`bad${String(scope.seed)}`)) {
    figures.push(
      exactly(`main.bad-call.${name}`, (await send(webhookOf(machine, 'luna-br'))).status, status),
    );
  }
  return figures;
};

const misbehaviours: readonly (readonly [
  name: string,
  operation: string,
  fault: Readonly<Record<string, unknown>>,
])[] = [
  ['send-401', 'send', { status: 401, times: 1 }],
  ['send-429', 'send', { status: 429, times: 2 }],
  ['send-500', 'send', { status: 500, times: 1 }],
  ['send-500-after-taking-it', 'send', { status: 500, afterEffect: true, times: 1 }],
  ['send-garbage', 'send', { garbage: true, times: 1 }],
  ['send-slow', 'send', { delayMs: 2000, times: 1 }],
  ['send-never', 'send', { delayMs: 60_000, times: 1 }],
  ['orders-500', 'orders', { status: 500, times: 1 }],
  ['orders-404', 'orders', { status: 404, times: 1 }],
  ['orders-401', 'orders', { status: 401, times: 2 }],
  ['orders-garbage', 'orders', { garbage: true, times: 2 }],
  ['orders-slow', 'orders', { delayMs: 10_000, times: 2 }],
];

/** Each misbehaviour meets one buyer; every one of them hears exactly one thing, an answer or an honest word. */
export const misbehavingShop = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const chosen =
    scope.scale >= 1 ? misbehaviours : misbehaviours.filter(([name]) => !/never|slow|429/.test(name));
  const figures: Figure[] = [];
  for (const [name, operation, fault] of chosen) {
    const message = `shop-${name}-${String(scope.seed)}`;
    await machine.platformFault({ operation, ...fault });
    await post(webhookOf(machine, 'luna-br'), 'luna-br', {
      conversation: message,
      message,
      buyer: 'buyer-1',
      text: 'cadê meu pedido 1001?',
    });
    await machine.replied(message, 100);
    const heard = (await machine.sent()).filter((one) => one.conversation === message);
    figures.push(
      exactly(
        `main.misbehaving-shop.${name}`,
        heard.reduce((sum, one) => sum + 1 + (one.repeats ?? 0), 0),
        1,
      ),
    );
  }
  return figures;
};

/** Words of buyers, phones and mails that must stand in no log line. */
export const nothingPersonalInLogs = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const tag = `leak${String(scope.seed)}`;
  const canaries = [
    `+5511977${tag}`,
    `${tag}@example.com`,
    `Nome ${tag}`,
    `conv-${tag}`,
    `buyer-${tag}`,
    `msg-${tag}`,
  ];
  const [phone = '', mail = '', name = '', conversation = '', buyer = '', message = ''] = canaries;
  const body = JSON.stringify({
    type: 'message.created',
    data: {
      conversation,
      message,
      buyer: { id: buyer, name, email: mail },
      text: `me liga em ${phone} ou ${mail}, sou ${name}. cadê meu pedido 1001?`,
      at: new Date().toISOString(),
    },
  });
  await call(webhookOf(machine, 'luna-br'), body, signed(`wh_${tag}`, body));
  await machine.replied(message);
  const everything = [
    'receive-webhook',
    'detect-language',
    'recognize-intent',
    'generate-reply',
    'send-reply',
  ]
    .map((lambda) => readFileSync(join(data, 'logs', `${lambda}.jsonl`), 'utf8'))
    .join('\n');
  return [
    exactly('main.personal-data-in-logs', canaries.filter((canary) => everything.includes(canary)).length, 0),
  ];
};
