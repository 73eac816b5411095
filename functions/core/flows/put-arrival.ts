/** Puts an arrival into its queue, from the webhook or from what was fetched: grouped by conversation, known again by its name. */
import type { ArrivalQueue, QueuedArrival } from '../ports/queues.ts';
import type { OpaqueIds } from '../ports/tools.ts';

/** Which conversation it is of, and how it is told from every other arrival of the account. */
export const arrivalNames = ({
  arrival,
}: Pick<QueuedArrival, 'arrival'>): { readonly conversation: string; readonly name: string } => {
  if (arrival.kind === 'claim') {
    const { conversation, claim, stage, text } = arrival.claim;
    // The same claim comes again with each step and each word in it; its words only ever grow.
    return { conversation, name: `claim:${claim}:${stage}:${String(text.length)}` };
  }
  const { conversation, message } = arrival.message;
  const isTakenBack = arrival.kind === 'outgoing' && arrival.message.refused !== null;
  return { conversation, name: isTakenBack ? `${message}:refused` : message };
};

export const putArrival = async (
  { ids, inbound }: { readonly ids: OpaqueIds; readonly inbound: ArrivalQueue },
  queued: QueuedArrival,
): Promise<'queued' | 'refused'> => {
  const { channel, registration, account, arrival } = queued;
  const { conversation, name } = arrivalNames(queued);
  // With the registration: nobody's call makes the queue forget a message of another seller's shop.
  const id = ids.unknown(channel, account, `${registration}#${arrival.kind}#${name}`);
  return inbound.put(queued, ids.group(channel, account, conversation), id);
};
