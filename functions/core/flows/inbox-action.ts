/** What is to be done with an order, as a line of the inbox: what a person must know to approve it, and no more. */
import type { Action } from '../domain/action.ts';
import { actionId } from '../domain/ids.ts';
import type { ConversationStore, InboxEntry } from '../ports/conversations.ts';
import type { Reader } from './desk-reading.ts';

/** `cancel 1001 149.90 BRL`; a new address is a person's, and masked like the buyer's words. */
const told = ({ kind, order, amount, details }: Action, { wordsOf }: Reader): string =>
  [
    kind,
    order,
    ...(amount === null ? [] : [amount.amount, amount.currency]),
    ...(details.address === undefined
      ? []
      : [`→ ${wordsOf({ text: details.address, maskedText: '[ADDRESS]' })}`]),
  ].join(' ');

/** Null: there is nothing to approve any more. */
export const inboxAction = async (
  { conversations }: { readonly conversations: Pick<ConversationStore, 'action'> },
  { tenant, conversation, id }: InboxEntry,
  reader: Reader,
) => {
  const action = await conversations.action({ tenant, conversation, action: actionId(id) });
  if (action === null) return null;
  const { state, because } = action;
  return { state, because, agent: null, text: told(action, reader) };
};
