/** The one answer that a question takes: read before it is given, and read back after. */
import type { Access, OutboundReply, SendResult, SettleResult } from '../../ports/channel.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { postToPlatform, reasonOf, type ReadProblem } from './api.ts';
import { numbered } from './fields.ts';
import { answerName, isGlobal, sameWords } from './names.ts';
import { readQuestion, stateOf, type Question } from './question.ts';
import { judgedAfterSeconds } from './send-timing.ts';

type Seen = Exclude<ReturnType<typeof standing>, null>;

/** Where the question stands already; `null`: it waits for its answer. */
const standing = (question: Question, reply: OutboundReply, access: Access, now: Date) => {
  const state = stateOf(question);
  switch (state.kind) {
    case 'open':
      return null;
    case 'closed':
      return { kind: 'rejected', because: state.because } as const;
    case 'answered': {
      const message = answerName(question.id);
      if (sameWords(state.text, reply.text))
        return state.refused === null
          ? ({ kind: 'sent', platformId: message } as const)
          : ({ kind: 'rejected', because: state.refused } as const);
      const { conversation } = reply;
      const { text, refused } = state;
      const at = state.at ?? now;
      const words = { account: access.account, conversation, message, reply: null, text, at, refused };
      return { kind: 'overtaken', by: words } as const;
    }
  }
};

const look = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  name: string,
  access: Access,
): Promise<Seen | ReadProblem | null> => {
  const read = await readQuestion(deps, access, name, isGlobal(reply.inReplyTo));
  return read.ok ? standing(read.value, reply, access, deps.now()) : read.problem;
};

export const answerQuestion = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  name: string,
  access: Access,
): Promise<SendResult> => {
  const before = await look(deps, reply, name, access);
  if (before !== null) return asSendResult(before);
  const path = isGlobal(reply.inReplyTo) ? ['marketplace', 'answers'] : ['answers'];
  const content = { question_id: numbered(name), text: reply.text };
  const answer = await postToPlatform(deps, access, path, {}, content);
  switch (answer.kind) {
    case 'good':
      return { kind: 'accepted', afterSeconds: judgedAfterSeconds };
    case 'unknown':
      return { kind: 'unknown' };
    case 'refused': {
      // Somebody may have been quicker by the blink between reading and answering.
      const after = await look(deps, reply, name, access);
      return after === null ? { kind: 'rejected', because: reasonOf(answer) } : asSendResult(after);
    }
    case 'busy':
    case 'access-denied':
      return answer;
  }
};

/** Before anything was sent, what cannot be read is no reason to send blindly. */
const asSendResult = (seen: Seen | ReadProblem): SendResult => {
  switch (seen.kind) {
    case 'absent':
      return { kind: 'rejected', because: `the question is not there: status ${String(seen.status)}` };
    case 'unreadable':
      return { kind: 'busy', afterSeconds: null, because: `the question is unreadable: ${seen.because}` };
    case 'sent':
    case 'rejected':
    case 'overtaken':
    case 'busy':
    case 'access-denied':
      return seen;
  }
};

export const settleAnswer = async (
  deps: ChannelDeps,
  reply: OutboundReply,
  name: string,
  access: Access,
): Promise<SettleResult> => {
  const seen = await look(deps, reply, name, access);
  if (seen === null) return { kind: 'not-sent' };
  switch (seen.kind) {
    case 'absent':
      return { kind: 'cannot-know' };
    case 'unreadable':
      return { kind: 'busy', afterSeconds: null, because: seen.because };
    case 'sent':
    case 'rejected':
    case 'overtaken':
    case 'busy':
    case 'access-denied':
      return seen;
  }
};
