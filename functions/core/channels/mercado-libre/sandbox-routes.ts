/** The sandboxed platform's paths: which call is which operation, and who may make it. */
import type { SandboxAnswer, SandboxRequest } from '../kit/sandbox.ts';
import { readClaim, readClaimMessages, readDetail, searchClaims, sendToClaim } from './sandbox-claims.ts';
import { readDescription, readItem, readShippingOptions } from './sandbox-listings.ts';
import { readMessage, readThread, readUnread } from './sandbox-messages.ts';
import {
  applicationOf,
  failure,
  json,
  siteOf,
  wireId,
  type Call,
  type Platform,
} from './sandbox-platform.ts';
import { missedNotices, pointerOf } from './sandbox-push.ts';
import { answerQuestion, readQuestion, searchQuestions } from './sandbox-questions.ts';
import { readReturn } from './sandbox-returns.ts';
import { readHistory, readOrder, readOrderShipments, readPack, readShipment } from './sandbox-sales.ts';
import { authorise, giveToken, holderOf } from './sandbox-tokens.ts';
import { chooseOption, readCaps, readGuide, sendMessage } from './sandbox-writing.ts';

/** What `POST {sandbox}/fault` can name. */
export const operations = [
  'questions',
  'unanswered',
  'answer',
  'message',
  'thread',
  'send',
  'unread',
  'guide',
  'option',
  'claim',
  'claim-search',
  'claim-send',
  'return',
  'order',
  'pack',
  'shipment',
  'item',
  'shipping-options',
  'missed-feeds',
  'token',
  'user',
] as const;
export type Operation = (typeof operations)[number];

type Act = (platform: Platform, call: Call) => SandboxAnswer;
type Row = readonly [operation: Operation, method: 'GET' | 'POST', path: string, act: Act];

/** `GET /missed_feeds?app_id=&topic=&offset=&limit=`: of every seller of the application. */
const readMissed: Act = ({ accounts, memory, now }, { query }) => {
  const offset = Number(query.get('offset') ?? '0');
  const limit = Number(query.get('limit') ?? '10');
  const topic = query.get('topic');
  const found = missedNotices(memory, now()).flatMap((notice) => {
    const account = accounts.find((known) => known.account === notice.account);
    if (account === undefined || (topic !== null && topic !== notice.topic)) return [];
    if (applicationOf(account) !== query.get('app_id')) return [];
    return [pointerOf(account, notice, notice.attempts, notice.at)];
  });
  return json(200, { messages: found.slice(offset, offset + limit) });
};

const readMe: Act = (platform, { account }) =>
  json(200, { id: wireId(account), nickname: `SELLER${account}`, site_id: siteOf(platform, account) });

/** `*` stands for one segment of the path, which is handed on decoded. */
const rows: readonly Row[] = [
  ['user', 'GET', '/users/me', readMe],
  ['questions', 'GET', '/questions/*', readQuestion],
  ['unanswered', 'GET', '/my/received_questions/search', searchQuestions],
  ['answer', 'POST', '/answers', answerQuestion],
  ['unread', 'GET', '/messages/unread', readUnread],
  ['guide', 'GET', '/messages/action_guide/packs/*', readGuide],
  ['guide', 'GET', '/messages/action_guide/packs/*/caps_available', readCaps],
  ['option', 'POST', '/messages/action_guide/packs/*/option', chooseOption],
  ['thread', 'GET', '/messages/packs/*/sellers/*', readThread],
  ['send', 'POST', '/messages/packs/*/sellers/*', sendMessage],
  ['message', 'GET', '/messages/*', readMessage],
  ['claim-search', 'GET', '/post-purchase/v1/claims/search', searchClaims],
  ['claim', 'GET', '/post-purchase/v1/claims/*', readClaim],
  ['claim', 'GET', '/post-purchase/v1/claims/*/detail', readDetail],
  ['claim', 'GET', '/post-purchase/v1/claims/*/messages', readClaimMessages],
  ['return', 'GET', '/post-purchase/v2/claims/*/returns', readReturn],
  ['claim-send', 'POST', '/post-purchase/v1/claims/*/actions/send-message', sendToClaim],
  ['order', 'GET', '/orders/*', readOrder],
  ['shipment', 'GET', '/orders/*/shipments', readOrderShipments],
  ['pack', 'GET', '/packs/*', readPack],
  ['shipment', 'GET', '/shipments/*', readShipment],
  ['shipment', 'GET', '/shipments/*/history', readHistory],
  ['item', 'GET', '/items/*', readItem],
  ['item', 'GET', '/items/*/description', readDescription],
  ['shipping-options', 'GET', '/items/*/shipping_options', readShippingOptions],
  ['missed-feeds', 'GET', '/missed_feeds', readMissed],
];

const patterns = rows.map(
  ([operation, method, path, act]) =>
    [method, new RegExp(`^${path.replaceAll('*', '([^/]+)')}$`), operation, act] as const,
);

export type Served = { readonly operation: Operation; readonly act: () => SandboxAnswer };

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** `null`: the platform has no such path. */
export const serve = (platform: Platform, request: SandboxRequest): Served | null => {
  const { method, path } = request;
  const query = new URLSearchParams(request.query);
  if (method === 'GET' && path === '/authorization')
    return { operation: 'user', act: () => authorise(platform, query) };
  if (method === 'POST' && path === '/oauth/token')
    return { operation: 'token', act: () => giveToken(platform, request) };
  for (const [known, pattern, operation, act] of patterns) {
    const match = known === method ? pattern.exec(path) : null;
    if (match === null) continue;
    return {
      operation,
      act: () => {
        const account = holderOf(platform, request);
        if (account === null) return failure(401, 'unauthorized', 'invalid access token');
        return act(platform, { account, ids: match.slice(1).map(decoded), query, request });
      },
    };
  }
  return null;
};
