/** Delivers a reply where its conversation lives, and reads back what stayed unknown. */
import type { MessageChannel } from '../../ports/channel.ts';
import type { ChannelDeps } from '../kit/http.ts';
import { placeOf } from './names.ts';
import { answerQuestion, settleAnswer } from './send-answer.ts';
import { settleMessage, writeMessage } from './send-message.ts';

export const send =
  (deps: ChannelDeps): MessageChannel['send'] =>
  async (reply, access) => {
    const place = placeOf(reply.conversation);
    switch (place?.kind) {
      case 'question':
        return answerQuestion(deps, reply, place.id, access);
      case 'pack':
        return writeMessage(deps, reply, place.id, access);
      // What the platform offers in a claim is a person's choice.
      case 'claim':
      case undefined:
        return { kind: 'rejected', because: 'nothing can be written here by itself' };
    }
  };

export const settle =
  (deps: ChannelDeps): MessageChannel['settle'] =>
  async (reply, access) => {
    const place = placeOf(reply.conversation);
    switch (place?.kind) {
      case 'question':
        return settleAnswer(deps, reply, place.id, access);
      case 'pack':
        return settleMessage(deps, reply, place.id, access);
      case 'claim':
      case undefined:
        return { kind: 'not-sent' };
    }
  };
