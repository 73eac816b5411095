/** Calls our webhook as a web shop does: signed, directly, without the sandbox. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { signWebhook } from '../../../functions/core/channels/kit/standard-webhooks.ts';

const seeds = z.object({
  accounts: z.array(z.object({ account: z.string(), secrets: z.array(z.string()) })),
});
export const demoSeeds = join(import.meta.dirname, '..', '..', 'seeds', 'demo.json');

export const secretOf = (account: string): string => {
  const { accounts } = seeds.parse(JSON.parse(readFileSync(demoSeeds, 'utf8')));
  return accounts.find((one) => one.account === account)?.secrets[0] ?? '';
};

export type ShopMessage = {
  readonly conversation: string;
  readonly message: string;
  readonly buyer: string;
  readonly text: string;
  readonly at?: Date;
  readonly extra?: Readonly<Record<string, unknown>>;
};

export const bodyOf = ({
  conversation,
  message,
  buyer,
  text,
  at = new Date(),
  extra = {},
}: ShopMessage): string =>
  JSON.stringify({
    type: 'message.created',
    data: { conversation, message, buyer: { id: buyer }, text, at: at.toISOString(), ...extra },
  });

export const signedHeaders = (
  secret: string,
  id: string,
  body: string | Uint8Array,
  at = new Date(),
): Record<string, string> => {
  const signed = signWebhook(id, at, body, secret);
  if (signed === null) throw new Error('the secret cannot sign');
  return { 'content-type': 'application/json', ...signed };
};

export type Called = { readonly status: number; readonly body: string; readonly milliseconds: number };

export const call = async (
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
  method = 'POST',
): Promise<Called> => {
  const began = performance.now();
  const response = await fetch(url, {
    method,
    headers: { ...headers },
    ...(method === 'GET' ? {} : { body }),
  });
  return { status: response.status, body: await response.text(), milliseconds: performance.now() - began };
};

/** A genuine call; the body's own message id is the webhook's id too. */
export const post = async (url: string, account: string, message: ShopMessage): Promise<Called> => {
  const body = bodyOf(message);
  return call(url, body, signedHeaders(secretOf(account), `wh_${message.message}`, body));
};
