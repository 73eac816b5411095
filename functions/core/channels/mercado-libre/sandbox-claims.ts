/** Claims and mediations of the sandboxed platform, with what each side may do. */
import * as z from 'zod/mini';
import { readJson } from '../kit/json.ts';
import type { SandboxAnswer } from '../kit/sandbox.ts';
import type { KnownClaim } from './sandbox-memory.ts';
import { returnsOf } from './sandbox-returns.ts';
import {
  failure,
  forbidden,
  json,
  keptOf,
  notFound,
  siteOf,
  wireId,
  wireTime,
  type Call,
  type Platform,
} from './sandbox-platform.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Two business days, at the same time of day; Saturdays and Sundays do not count. */
export const dueOf = (at: number): number => {
  let due = at;
  for (let days = 0; days < 2;) {
    due += dayMs;
    if (![0, 6].includes(new Date(due).getUTCDay())) days += 1;
  }
  return due;
};

const shown = (platform: Platform, claim: KnownClaim): unknown => {
  const due = wireTime(dueOf(claim.at));
  const receiver = claim.stage === 'dispute' ? 'mediator' : 'complainant';
  return {
    id: wireId(claim.id),
    resource: 'order',
    resource_id: wireId(claim.order),
    status: 'opened',
    type: 'mediations',
    stage: claim.stage,
    reason_id: claim.reason,
    fulfilled: claim.reason.startsWith('PDD'),
    site_id: siteOf(platform, claim.account),
    players: [
      { role: 'complainant', type: 'buyer', user_id: wireId(claim.buyer), available_actions: [] },
      {
        role: 'respondent',
        type: 'seller',
        user_id: wireId(claim.account),
        available_actions: [
          { action: `send_message_to_${receiver}`, mandatory: true, due_date: due },
          { action: 'refund', mandatory: false, due_date: due },
        ],
      },
    ],
    resolution: null,
    related_entities: [],
    date_created: wireTime(claim.at),
    last_updated: wireTime(claim.messages.at(-1)?.at ?? claim.at),
  };
};

const own = (
  platform: Platform,
  { account, ids: [id = ''] }: Call,
  show: (claim: KnownClaim) => SandboxAnswer,
): SandboxAnswer => {
  const claim = platform.memory.claims.get(id);
  if (claim === undefined) return notFound();
  return claim.account === account ? show(claim) : forbidden();
};

/** `GET /post-purchase/v1/claims/{id}` */
export const readClaim = (platform: Platform, call: Call): SandboxAnswer =>
  own(platform, call, (claim) => json(200, shown(platform, claim)));

/** `GET /post-purchase/v1/claims/{id}/detail` */
export const readDetail = (platform: Platform, call: Call): SandboxAnswer =>
  own(platform, call, ({ at, reason }) =>
    json(200, {
      due_date: wireTime(dueOf(at)),
      action_responsible: 'seller',
      title: `Reclamação ${reason}`,
      description: 'O comprador espera a sua resposta.',
      problem: reason.startsWith('PNR') ? 'O produto não chegou' : 'O produto tem um problema',
    }),
  );

/** `GET /post-purchase/v1/claims/{id}/messages`: a bare list, and no message has an id. */
export const readClaimMessages = (platform: Platform, call: Call): SandboxAnswer =>
  own(platform, call, ({ messages, stage }) =>
    json(
      200,
      messages.map(({ from, text, at }) => ({
        sender_role: from,
        receiver_role: from === 'complainant' ? 'respondent' : 'complainant',
        message: text,
        date_created: wireTime(at),
        stage,
        status: 'available',
        attachments: [],
      })),
    ),
  );

/** `GET /post-purchase/v1/claims/search?status=opened`, or of one order by `resource_id` */
export const searchClaims = (platform: Platform, { account, query }: Call): SandboxAnswer => {
  const offset = Number(query.get('offset') ?? '0');
  const limit = Number(query.get('limit') ?? '30');
  const isAsked = ['opened', null].includes(query.get('status'));
  const order = query.get('resource_id');
  const open = [...platform.memory.claims.values()]
    .filter((claim) => isAsked && claim.account === account && (order ?? claim.order) === claim.order)
    .map((claim) => shown(platform, claim));
  const found = order === null ? open : [...open, ...returnsOf(platform, account, order)];
  return json(200, {
    paging: { total: found.length, offset, limit },
    data: found.slice(offset, offset + limit),
  });
};

const given = z.object({ receiver_role: z.string(), message: z.string().check(z.minLength(1)) });

/** `POST /post-purchase/v1/claims/{id}/actions/send-message` */
export const sendToClaim = (platform: Platform, call: Call): SandboxAnswer =>
  own(platform, call, (claim) => {
    const parsed = readJson(given, call.request.body.toString());
    if (!parsed.ok) return failure(400, 'invalid_body', parsed.problem.because);
    const allowed = claim.stage === 'dispute' ? 'mediator' : 'complainant';
    if (parsed.value.receiver_role !== allowed) return failure(400, 'action_not_available');
    const { account, request } = call;
    const text = parsed.value.message;
    const kept = { claim: claim.id, account, from: 'respondent', text, at: platform.now() } as const;
    platform.memory.keep({ kind: 'claim-message', ...kept, request: keptOf(request) });
    void platform.notify(account, 'post_purchase', `/post-purchase/v1/claims/${claim.id}`, [
      'claims_actions',
    ]);
    return json(201, { execution_response: { status: 'OK' } });
  });
