/** Parks a poison message: dead, with a case for a person; its followers go on being answered. */
import { isFinished, mayBecome, type MessageAddress } from '../domain/message.ts';
import type { Change, ConversationStore } from '../ports/conversations.ts';
import { handOver } from './hand-over.ts';
import { tellMachine, type CaseTools } from './case-machine.ts';
import { untilSettled } from './kit.ts';

export type ParkDeps = CaseTools & {
  readonly conversations: Pick<ConversationStore, 'view' | 'commit' | 'escalation'>;
};

/** `false` when it could not be parked: the queue's own dead letters then take the record. */
export const parkMessage = async (
  deps: ParkDeps,
  address: MessageAddress,
  because: string,
): Promise<boolean> => {
  const parked = await untilSettled(async () => {
    const view = await deps.conversations.view(address, address);
    const message = view?.messages.find((turn) => turn.message === address.message);
    if (view === null || message === undefined) return false;
    if (isFinished(message.state) || !mayBecome(message.state, 'dead')) return true;
    const dead: Change = {
      change: 'message',
      message: message.message,
      at: message.at,
      from: [message.state],
      to: 'dead',
      fields: { because },
    };
    const opened = handOver(deps, view, {
      source: message.message,
      message: message.message,
      because: 'poison',
      takesConversation: false,
    });
    if ((await deps.conversations.commit(view.conversation, [dead, ...opened])) === 'stale') return 'stale';
    await tellMachine(deps, view, opened);
    return true;
  });
  const names = { tenant: address.tenant, conversation: address.conversation, message: address.message };
  deps.count('Buried');
  deps.log('message-buried', { ...names, because });
  return parked === true;
};
