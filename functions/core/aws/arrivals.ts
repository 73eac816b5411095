/** Reads an arrival from its queue body, or from the bodies bucket where a large one lies. */
import type { QueuedArrival } from '../ports/queues.ts';
import type { SignedCalls } from './signed/client.ts';
import { readArrival, storedElsewhere, type Read } from './sqs/wire.ts';

export const arrivalReader =
  (calls: SignedCalls, bucket: string) =>
  async (text: string): Promise<Read<QueuedArrival>> => {
    const key = storedElsewhere(text);
    return key === null
      ? readArrival(text)
      : readArrival(await calls.get('s3', `${calls.address('s3')}/${bucket}/${key}`));
  };
