/** What a seller may write after a sale on the sandboxed platform: answers in a thread, and first words for a reason. */
import * as z from 'zod/mini';
import { platformId, readJson } from '../kit/json.ts';
import type { SandboxAnswer } from '../kit/sandbox.ts';
import type { Thread } from './sandbox-memory.ts';
import { messageId } from './sandbox-ids.ts';
import { blockOf, counterpartOf, enveloped, longestMessage, threadOf } from './sandbox-messages.ts';
import { failure, forbidden, json, keptOf, notFound, type Call, type Platform } from './sandbox-platform.ts';

const user = z.object({ user_id: z.union([z.number(), platformId]) });
const given = z.object({
  from: user,
  to: user,
  text: z.string().check(z.minLength(1)),
  attachments: z.optional(z.array(z.unknown())),
});

const take = (
  platform: Platform,
  thread: Thread,
  { account, request }: Call,
  text: string,
  option: string | null,
): SandboxAnswer => {
  const { memory, moods, now } = platform;
  const at = now();
  const { pack, buyer } = thread;
  const id = messageId(memory.count());
  const moderation = moods.moderation(text, at);
  const written = { kind: 'message', id, account, pack, buyer, from: 'seller', text, at } as const;
  const kept = { ...written, moderation, option, request: keptOf(request) };
  memory.keep(kept);
  void platform.notify(account, 'messages', id, ['created']);
  return json(201, enveloped(platform, memory.thread(account, pack) ?? thread, kept));
};

/** `POST /messages/packs/{pack}/sellers/{seller}?tag=post_sale` */
export const sendMessage = (platform: Platform, call: Call): SandboxAnswer => {
  const [pack = '', seller] = call.ids;
  const thread = threadOf(platform, call.account, pack);
  if (thread === null) return notFound();
  const parsed = readJson(given, call.request.body.toString());
  if (!parsed.ok) return failure(400, 'invalid_body', parsed.problem.because);
  const { from, to, text } = parsed.value;
  if (seller !== call.account || String(from.user_id) !== call.account) return forbidden();
  if (text.length > longestMessage) return failure(400, 'limit_exceeded', 'The message text is too long');
  if (String(to.user_id) !== counterpartOf(thread)) return failure(400, 'invalid_receiver');
  const block = blockOf(platform, thread);
  if (block !== null) return failure(403, 'blocked_conversation_send_message_forbidden', block);
  if (!thread.messages.some((one) => one.from === 'buyer'))
    return failure(
      403,
      'blocked_conversation_send_message_forbidden',
      'blocked_by_conversation_initiated_by_seller',
    );
  return take(platform, thread, call, text, null);
};

/** Reasons to write first; each may be used once in a thread. */
const options = {
  OTHER: { type: 'free_text' },
  SEND_INVOICE_LINK: { type: 'free_text' },
  REQUEST_VARIANTS: { type: 'template', text: 'Olá! Qual variação você prefere?' },
  REQUEST_BILLING_INFO: { type: 'template', text: 'Olá! Quais são seus dados para a nota fiscal?' },
  DELIVERY_PROMISE: { type: 'template', text: 'Olá! Confirmamos a data de entrega combinada.' },
} as const;
type OptionId = keyof typeof options;
const isOption = (id: string): id is OptionId => id in options;

const capOf = ({ stock }: Platform, { account, pack, messages }: Thread, id: string): number => {
  if (messages.some(({ option }) => option === id)) return 0;
  const order = stock.pack(account, pack)[0] ?? stock.order(account, pack);
  const isDelivered = order?.shipments.some(({ status }) => status === 'delivered') === true;
  return id === 'OTHER' && isDelivered ? 0 : 1;
};

/** `GET /messages/action_guide/packs/{pack}?tag=post_sale` */
export const readGuide = (platform: Platform, { account, ids: [pack = ''] }: Call): SandboxAnswer => {
  const thread = threadOf(platform, account, pack);
  if (thread === null) return notFound();
  const shown = Object.entries(options).map(([id, { type }]) => ({
    id,
    type,
    enabled: capOf(platform, thread, id) > 0,
    cap_available: capOf(platform, thread, id),
    ...(type === 'template'
      ? { templates: [{ id: `TEMPLATE___${id}___1`, vars: null }] }
      : { char_limit: longestMessage }),
  }));
  return json(200, { options: shown });
};

/** `GET /messages/action_guide/packs/{pack}/caps_available?tag=post_sale` */
export const readCaps = (platform: Platform, { account, ids: [pack = ''] }: Call): SandboxAnswer => {
  const thread = threadOf(platform, account, pack);
  if (thread === null) return notFound();
  const caps = Object.keys(options).map((id) => ({
    option_id: id,
    cap_available: capOf(platform, thread, id),
  }));
  return json(200, caps);
};

const chosen = z.object({
  option_id: z.string(),
  text: z.optional(z.string()),
  template_id: z.optional(z.string()),
});

/** `POST /messages/action_guide/packs/{pack}/option?tag=post_sale` */
export const chooseOption = (platform: Platform, call: Call): SandboxAnswer => {
  const thread = threadOf(platform, call.account, call.ids[0] ?? '');
  if (thread === null) return notFound();
  const parsed = readJson(chosen, call.request.body.toString());
  if (!parsed.ok) return failure(400, 'invalid_body', parsed.problem.because);
  const { option_id: id, text, template_id: template } = parsed.value;
  if (!isOption(id)) return failure(400, 'invalid_option');
  const option = options[id];
  const words = option.type === 'template' ? (template === undefined ? undefined : option.text) : text;
  if (words === undefined || words === '') return failure(400, 'invalid_body', `what the option ${id} needs`);
  if (words.length > longestMessage) return failure(400, 'limit_exceeded', 'The message text is too long');
  const block = blockOf(platform, thread);
  if (block !== null) return failure(403, 'blocked_conversation_send_message_forbidden', block);
  if (capOf(platform, thread, id) === 0) return failure(403, 'option_cap_reached', 'cap_available is 0');
  return take(platform, thread, call, words, id);
};
