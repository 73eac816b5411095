/** The sandboxed shop calls our webhook when a buyer writes, and calls again while nobody takes it. */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { optionalPlatformId, platformId } from '../kit/json.ts';
import type { SandboxAccount, SandboxOptions } from '../kit/sandbox.ts';
import { signWebhook } from '../kit/standard-webhooks.ts';

/** `POST {sandbox}/rest/messages`. */
const newMessage = z.strictObject({
  account: platformId,
  conversation: platformId,
  buyer: platformId,
  text: z.string(),
  order: optionalPlatformId,
  item: optionalPlatformId,
  locale: z.optional(z.string()),
  attachments: z.optional(z.array(z.unknown())),
});
export type NewMessage = z.output<typeof newMessage>;

/** Throws a TypeError that names what is wrong. */
export const readNewMessage = (body: unknown): NewMessage => {
  const parsed = z.safeParse(newMessage, body);
  if (!parsed.success) throw new TypeError(`not a message: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

/** Milliseconds before each further call; a real shop waits longer. */
const pauses = [100, 300, 900, 2700];

/** Calls the webhook of the message's account until it is taken. Throws when it never is, or is refused. */
export const push = async (
  options: SandboxOptions,
  message: NewMessage,
  id: string,
  closing: AbortSignal,
): Promise<void> => {
  const target = targetOf(options.accounts, message.account);
  const body = JSON.stringify(eventOf(options, message, id));
  for (const wait of [...pauses, null]) {
    const status = await call(target, id, body, options.now(), closing);
    if (status !== null && status < 500 && status !== 429) {
      if (status < 300) return;
      throw new Error(`the webhook of ${target.registration} refused the message with ${String(status)}`);
    }
    if (wait !== null) await pause(wait, undefined, { signal: closing });
  }
  throw new Error(`the webhook of ${target.registration} did not take the message`);
};

/** An account that nobody connected is called in over the first registration, as a shop that was set up wrong would. */
const targetOf = (accounts: readonly SandboxAccount[], account: string): SandboxAccount => {
  const target = accounts.find((known) => known.account === account) ?? accounts[0];
  if (target === undefined) throw new Error('the sandboxed shop has no account');
  return target;
};

/** The account is named where its registration alone would not tell it. */
const eventOf = ({ accounts, now }: SandboxOptions, message: NewMessage, id: string) => {
  const { account, buyer, order, item, ...words } = message;
  const registration = targetOf(accounts, account).registration;
  const served = accounts.filter((known) => known.registration === registration);
  const isTold = served.length === 1 && served[0]?.account === account;
  return {
    type: 'message.created',
    data: {
      ...(isTold ? {} : { account }),
      message: id,
      buyer: { id: buyer },
      ...(order === null ? {} : { order }),
      ...(item === null ? {} : { item }),
      ...words,
      at: new Date(now()).toISOString(),
    },
  };
};

/** The status, or null when nobody answered. Each call is signed anew: its time is its own. */
const call = async (
  target: SandboxAccount,
  id: string,
  body: string,
  now: number,
  closing: AbortSignal,
): Promise<number | null> => {
  const signature = signWebhook(id, new Date(now), body, target.secrets[0] ?? '');
  if (signature === null)
    throw new Error(`the registration ${target.registration} has no secret that can sign`);
  try {
    const response = await fetch(target.webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signature },
      body,
      signal: AbortSignal.any([closing, AbortSignal.timeout(10_000)]),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    closing.throwIfAborted();
    return null;
  }
};
