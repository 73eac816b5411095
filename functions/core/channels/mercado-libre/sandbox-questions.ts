/** Questions on the sandboxed platform's listings: public, each answered once and for ever. */
import * as z from 'zod/mini';
import { platformId, readJson } from '../kit/json.ts';
import type { SandboxAnswer } from '../kit/sandbox.ts';
import type { KnownQuestion } from './sandbox-memory.ts';
import {
  failure,
  forbidden,
  json,
  keptOf,
  notFound,
  wireId,
  wireTime,
  type Call,
  type Platform,
} from './sandbox-platform.ts';

const longestAnswer = 2000;

export const statusOf = ({ status, answer }: KnownQuestion): string =>
  status ?? (answer === null ? 'UNANSWERED' : 'ANSWERED');

const shown = ({ now }: Platform, question: KnownQuestion): unknown => {
  const { id, account, item, buyer, text, at, answer } = question;
  const status = statusOf(question);
  return {
    id: wireId(id),
    seller_id: wireId(account),
    item_id: item,
    status,
    // The platform shows nobody the words that it banned.
    text: status === 'BANNED' ? '' : text,
    date_created: wireTime(at),
    last_updated: wireTime(answer?.at ?? at),
    hold: false,
    suspected_spam: false,
    deleted_from_listing: status === 'DELETED',
    from: { id: wireId(buyer) },
    answer: answer === null ? null : shownAnswer(now(), answer),
  };
};

const shownAnswer = (
  now: number,
  { text, at, moderation }: NonNullable<KnownQuestion['answer']>,
): unknown => ({
  text,
  status: moderation !== null && moderation.at <= now ? 'BANNED' : 'ACTIVE',
  date_created: wireTime(at),
});

/** `GET /questions/{id}?api_version=4` */
export const readQuestion = (platform: Platform, { account, ids: [id = ''] }: Call): SandboxAnswer => {
  const question = platform.memory.questions.get(id);
  if (question === undefined) return notFound();
  return question.account === account ? json(200, shown(platform, question)) : forbidden();
};

/** `GET /my/received_questions/search?api_version=4&status=UNANSWERED` */
export const searchQuestions = (platform: Platform, { account, query }: Call): SandboxAnswer => {
  const wanted = query.get('status');
  const offset = Number(query.get('offset') ?? '0');
  const limit = Number(query.get('limit') ?? '50');
  const found = [...platform.memory.questions.values()].filter(
    (one) => one.account === account && (wanted === null || statusOf(one) === wanted),
  );
  const questions = found.slice(offset, offset + limit).map((one) => shown(platform, one));
  return json(200, { total: found.length, limit, questions });
};

const given = z.object({
  question_id: z.union([z.number(), platformId]),
  text: z.string().check(z.minLength(1)),
});

/** `POST /answers` */
export const answerQuestion = (platform: Platform, { account, request }: Call): SandboxAnswer => {
  const { memory, moods, now } = platform;
  const parsed = readJson(given, request.body.toString());
  if (!parsed.ok) return failure(400, 'invalid_body', parsed.problem.because);
  const { text } = parsed.value;
  const question = memory.questions.get(String(parsed.value.question_id));
  if (question === undefined) return failure(404, 'question_not_found');
  if (question.account !== account) return forbidden();
  if (text.length > longestAnswer) return failure(400, 'text_too_long', `at most ${String(longestAnswer)}`);
  if (statusOf(question) !== 'UNANSWERED') return failure(400, 'not_unanswered_question');
  const at = now();
  const moderation = moods.moderation(text, at);
  memory.keep({
    kind: 'answer',
    question: question.id,
    account,
    text,
    at,
    moderation,
    request: keptOf(request),
  });
  void platform.notify(account, 'questions', `/questions/${question.id}`);
  return json(200, shown(platform, question));
};
