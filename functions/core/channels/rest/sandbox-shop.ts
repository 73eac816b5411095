/** The sandboxed shop's interface, as README.md tells a real shop to build it. */
import * as z from 'zod/mini';
import { replyKinds } from '../../domain/reply.ts';
import { orderActions, type OrderAction } from '../../domain/action.ts';
import { platformId, readJson } from '../kit/json.ts';
import type { SandboxAccount, SandboxAnswer, SandboxRequest } from '../kit/sandbox.ts';
import { verifyWebhook } from '../kit/standard-webhooks.ts';
import type { Records } from './sandbox-records.ts';
import type { Stock } from './sandbox-stock.ts';

export const shopOperations = ['send', 'settle', 'orders', 'items', 'actions'] as const;
export type ShopOperation = (typeof shopOperations)[number];

export type Shop = {
  readonly accounts: readonly SandboxAccount[];
  readonly records: Records;
  readonly stock: Stock;
  readonly now: () => number;
};

/** Where a request goes; `id` is null for a reply, which goes to the shop's address itself. */
export type Route =
  | { readonly operation: 'send' }
  | { readonly operation: 'settle' | 'orders' | 'items'; readonly id: string }
  | { readonly operation: 'actions'; readonly id: string; readonly action: OrderAction };

const decoded = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};

const reads = { replies: 'settle', orders: 'orders', items: 'items' } as const;
const isRead = (name: string | undefined): name is keyof typeof reads => name !== undefined && name in reads;

/** `null`: the shop has no such path. */
export const routeOf = ({ method, path }: Pick<SandboxRequest, 'method' | 'path'>): Route | null => {
  const [before, name, last] = path.split('/').slice(-3).map(decoded);
  if (method === 'GET') return isRead(name) && last ? { operation: reads[name], id: last } : null;
  if (method !== 'POST') return null;
  if (before !== 'orders') return { operation: 'send' };
  const action = orderActions.find((known) => known === last);
  return name && action ? { operation: 'actions', id: name, action } : null;
};

/** Judges the signature, then does what the route says. */
export const serve = (shop: Shop, route: Route, request: SandboxRequest): SandboxAnswer => {
  const account = callerOf(shop, request);
  if (account === null) return failure(401, 'signature');
  if (route.operation === 'send') return takeReply(shop, account, request);
  if (route.operation === 'settle') return settle(shop, account, route.id);
  if (route.operation === 'items') return fact(shop.stock.item(account, route.id));
  if (route.operation === 'actions') return takeAction(shop, account, route.id, route.action, request);
  const buyer = new URLSearchParams(request.query).get('buyer');
  return fact(shop.stock.order(account, route.id, buyer));
};

/** The account that the call is for, when it is signed with one of that account's secrets. */
const callerOf = ({ accounts, now }: Shop, { headers, body }: SandboxRequest): string | null => {
  const name = decoded(headers['recado-account'] ?? '');
  const account = accounts.find((known) => known.account === name);
  if (account === undefined) return null;
  const verdict = verifyWebhook({ headers, body }, account.secrets, new Date(now()));
  return verdict === 'genuine' ? account.account : null;
};

const json = (status: number, content: unknown): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
});
const failure = (status: number, error: string): SandboxAnswer => json(status, { error });
const fact = (found: unknown): SandboxAnswer =>
  found === undefined ? failure(404, 'not found') : json(200, found);

const replyCreated = z.object({
  type: z.literal('reply.created'),
  data: z.object({
    conversation: platformId,
    reply: platformId,
    inReplyTo: platformId,
    text: z.string().check(z.minLength(1)),
    language: z.string(),
    kind: z.enum(replyKinds),
  }),
});
const actionAsked = z.object({
  order: platformId,
  action: z.enum(orderActions),
  details: z.record(z.string(), z.unknown()),
});

const takeReply = (shop: Shop, account: string, request: SandboxRequest): SandboxAnswer => {
  const parsed = readJson(replyCreated, request.body.toString());
  const key = request.headers['idempotency-key'];
  if (!parsed.ok) return failure(400, parsed.problem.because);
  const { conversation, inReplyTo, text, reply } = parsed.value.data;
  if (key !== reply || request.headers['webhook-id'] !== reply)
    return failure(400, 'key and id are not the reply’s');
  return once(shop, account, key, request, () => {
    const answer = json(201, { id: `shop-${reply}` });
    const at = new Date(shop.now()).toISOString();
    const kept = { key, at, account, conversation, inReplyTo, text, request: keptOf(request), answer };
    shop.records.takeReply(kept);
    return answer;
  });
};

const takeAction = (
  shop: Shop,
  account: string,
  order: string,
  action: OrderAction,
  request: SandboxRequest,
): SandboxAnswer => {
  const parsed = readJson(actionAsked, request.body.toString());
  const key = request.headers['idempotency-key'];
  if (!parsed.ok) return failure(400, parsed.problem.because);
  if (key === undefined || parsed.value.order !== order || parsed.value.action !== action) {
    return failure(400, 'no key, or another order or action than the path’s');
  }
  return once(shop, account, key, request, () => {
    const at = new Date(shop.now()).toISOString();
    const { details } = parsed.value;
    const outcome = shop.stock.act(account, order, action, details, at);
    if (outcome === 'absent') return failure(404, 'not found');
    if (outcome === 'refused') return failure(409, 'the order’s state does not allow it');
    const answer = json(200, { done: true });
    shop.records.takeAction({ key, at, account, order, action, details, request: keptOf(request), answer });
    return answer;
  });
};

/** The same again under its key gets the first answer and changes nothing; something else under that key is refused. */
const once = (
  { records }: Shop,
  account: string,
  key: string,
  request: SandboxRequest,
  take: () => SandboxAnswer,
): SandboxAnswer => {
  const first = records.under(account, key);
  if (first === undefined) return take();
  if (first.request.body !== request.body.toString())
    return failure(422, 'the key was used for something else');
  records.repeat(account, key);
  return first.answer;
};

const settle = ({ records }: Shop, account: string, id: string): SandboxAnswer => {
  const taken = records.under(account, id);
  return taken?.kind === 'reply' ? json(200, { id: `shop-${id}` }) : failure(404, 'not found');
};

const keptOf = ({ method, path, headers, body }: SandboxRequest) => ({
  method,
  path,
  headers: { ...headers },
  body: body.toString(),
});
