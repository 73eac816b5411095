/** A sandboxed Mercado Libre with one seller of invented wares, and a caller that is authorised as the seller. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { sandbox } from '../../../../functions/core/channels/mercado-libre/sandbox.ts';
import type { Sandbox } from '../../../../functions/core/channels/kit/sandbox.ts';
import { webServer } from '../web-server.ts';

export const seller = '465432224';
export const other = '465432225';
export const buyer = '1187735401';
export const application = '2069392825111111';
export const secret = 'app-secret';
export const noon = Date.parse('2026-11-20T12:00:00Z');
export const redirect = 'http://127.0.0.1/back';

const item = {
  account: seller,
  id: 'MLB3571180942',
  title: 'Luminária de mesa Aurora',
  price: '189.90',
  currency: 'BRL',
  stock: 12,
  attributes: { garantia: '12 meses' },
  variants: [{ id: '1801', stock: 3, attributes: { cor: 'azul' } }],
};
const order = {
  account: seller,
  id: '2000005001',
  pack: '2000007001',
  buyer,
  status: 'shipped',
  placedAt: '2026-11-14T13:20:00Z',
  total: '189.90',
  currency: 'BRL',
  items: [{ item: item.id, quantity: 1 }],
  payment: { method: 'pix', status: 'approved' },
  shipments: [
    {
      id: '40001001',
      status: 'in_transit',
      carrier: 'Correios',
      tracking: 'AA123456785BR',
      estimated: '2026-11-26',
      events: [{ at: '2026-11-16T11:00:00Z', status: 'shipped', text: 'Objeto postado' }],
    },
  ],
};
const alone = {
  ...order,
  id: '2000005002',
  pack: undefined,
  shipments: [{ id: '40001002', status: 'delivered' }],
};

export type Answered = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

export const world = async () => {
  const webhook = await webServer();
  const data = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const opened: Sandbox[] = [];
  let now = noon;
  const open = (): Sandbox => {
    const account = {
      registration: 'demo',
      webhook: webhook.address,
      secrets: [secret],
      applicationId: application,
      site: 'MLB',
    };
    const platform = sandbox({
      accounts: [
        { ...account, account: seller },
        { ...account, account: other },
      ],
      items: [item, { account: 'of-another-channel' }],
      orders: [order, alone],
      data,
      now: () => now,
    });
    opened.push(platform);
    return platform;
  };

  const ask = async (
    platform: Sandbox,
    method: string,
    target: string,
    {
      token = '',
      body = '',
      headers = {},
    }: { token?: string; body?: string; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Answered> => {
    const url = new URL(target, 'http://127.0.0.1');
    const request = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: { ...headers, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
      body: Buffer.from(body),
    };
    const answer = await platform.handle(request);
    return { status: answer.status, body: parsed(answer.body), headers: answer.headers ?? {} };
  };
  const form = async (platform: Sandbox, fields: Readonly<Record<string, string>>): Promise<Answered> =>
    ask(platform, 'POST', '/oauth/token', {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const code = async (platform: Sandbox, user = seller): Promise<string> => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: application,
      redirect_uri: redirect,
      state: 's',
      user,
    });
    const { headers } = await ask(platform, 'GET', `/authorization?${query.toString()}`);
    return new URL(headers['location'] ?? redirect).searchParams.get('code') ?? '';
  };
  const client = { client_id: application, client_secret: secret };
  const redeem = async (platform: Sandbox, given: string): Promise<Answered> =>
    form(platform, { ...client, grant_type: 'authorization_code', code: given, redirect_uri: redirect });
  const token = async (platform: Sandbox, user = seller): Promise<string> =>
    pair.parse((await redeem(platform, await code(platform, user))).body).access_token;
  /** As the seller, with a fresh token each time. */
  const as = async (
    platform: Sandbox,
    method: string,
    target: string,
    content?: unknown,
    user = seller,
  ): Promise<Answered> =>
    ask(platform, method, target, {
      token: await token(platform, user),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });

  return {
    open,
    ask,
    as,
    form,
    code,
    redeem,
    token,
    client,
    webhook,
    data,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    close: async () => {
      await Promise.all(opened.map(async (platform) => platform.close()));
      await webhook.close();
      rmSync(data, { recursive: true });
    },
  };
};
export type World = Awaited<ReturnType<typeof world>>;

export const pair = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
