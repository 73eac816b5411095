/** Turns a shop's call into the one arrival that it carries. */
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Arrival, ChannelIngress, Unreadable } from '../../ports/channel.ts';
import { readJson, readUtf8 } from '../kit/json.ts';
import { envelope, messageCreated, replyCreated } from './payload.ts';

export const read: ChannelIngress['read'] = (call) => {
  const text = readUtf8(call.body);
  if (!text.ok) return text;
  const event = readJson(envelope, text.value);
  if (!event.ok) return event;
  const arrival = readEvent(event.value.type, text.value);
  return arrival.ok ? found([arrival.value]) : failed(arrival.problem);
};

const readEvent = (type: string, text: string): Outcome<Arrival, Unreadable> => {
  switch (type) {
    case 'message.created':
      return readMessage(text);
    case 'reply.created':
      return readReply(text);
    default:
      return found({ kind: 'ignored', because: 'other-topic' });
  }
};

const readMessage = (text: string): Outcome<Arrival, Unreadable> => {
  const parsed = readJson(messageCreated, text);
  if (!parsed.ok) return parsed;
  const { attachments, ...message } = parsed.value.data;
  // A shop's web chat is between the buyer and the shop alone.
  return found({
    kind: 'message',
    message: { ...message, attachments: attachments.length, audience: 'private' },
  });
};

const readReply = (text: string): Outcome<Arrival, Unreadable> => {
  const parsed = readJson(replyCreated, text);
  if (!parsed.ok) return parsed;
  const { reply, ...words } = parsed.value.data;
  return found({ kind: 'outgoing', message: { ...words, message: reply, reply, refused: null } });
};
