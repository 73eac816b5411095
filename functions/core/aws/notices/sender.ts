/** Notices on their way: mail by Amazon SES, chat robots by a POST; addresses never reach a log. */
import * as z from 'zod/mini';
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import type { NoticeMessage, NoticeSender, NotSent } from '../../ports/notices.ts';
import { AwsCallFailed, type SignedCalls, type SignedPosts } from '../signed/client.ts';

export type SenderParts = {
  /** `address('email')`: SES is called under that name, and signed for as `ses`. */
  readonly calls: SignedPosts & Pick<SignedCalls, 'address'>;
  /** Whom mail comes from; undefined: the stage has no sender, and mail is not sent. */
  readonly mailFrom: string | undefined;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
};

const robotMilliseconds = 5_000;

/** All three answer 200 to what they refuse, and say so in the body. */
const robotAnswer = z.object({
  errcode: z.optional(z.number()),
  code: z.optional(z.number()),
  StatusCode: z.optional(z.number()),
});

const mail = async (
  { calls, mailFrom }: SenderParts,
  message: Extract<NoticeMessage, { by: 'mail' }>,
): Promise<Outcome<null, NotSent>> => {
  if (mailFrom === undefined) return failed({ kind: 'not-sent', because: 'no-sender' });
  const text = (data: string) => ({ Data: data, Charset: 'UTF-8' });
  const body = {
    FromEmailAddress: mailFrom,
    Destination: { ToAddresses: [message.to] },
    Content: { Simple: { Subject: text(message.subject), Body: { Text: text(message.text) } } },
  };
  try {
    await calls.post('ses', `${calls.address('email')}/v2/email/outbound-emails`, JSON.stringify(body));
    return found(null);
  } catch (error) {
    return failed({ kind: 'not-sent', because: error instanceof AwsCallFailed ? error.code : 'unreachable' });
  }
};

const robot = async (
  { fetch }: SenderParts,
  { to, body }: Extract<NoticeMessage, { by: 'robot' }>,
): Promise<Outcome<null, NotSent>> => {
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(robotMilliseconds),
    });
    const answer = z.safeParse(robotAnswer, await response.json().catch(() => null));
    const { errcode = 0, code = 0, StatusCode = 0 } = answer.success ? answer.data : {};
    const refused = [errcode, code, StatusCode].find((one) => one !== 0);
    if (!response.ok) return failed({ kind: 'not-sent', because: `status-${String(response.status)}` });
    return refused === undefined
      ? found(null)
      : failed({ kind: 'not-sent', because: `code-${String(refused)}` });
  } catch {
    return failed({ kind: 'not-sent', because: 'unreachable' });
  }
};

export const noticeSender = (parts: SenderParts): NoticeSender => ({
  send: async (message) => (message.by === 'mail' ? mail(parts, message) : robot(parts, message)),
});
