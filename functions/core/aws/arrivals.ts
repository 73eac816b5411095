/** Reads an arrival from its queue body, or from the bodies bucket where a large one lies. */
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { QueuedArrival } from '../ports/queues.ts';
import { readArrival, storedElsewhere, type Read } from './sqs/wire.ts';

export const arrivalReader = (
  region: string,
  bucket: string,
): ((text: string) => Promise<Read<QueuedArrival>>) => {
  const client = new S3Client({ region, maxAttempts: 3 });
  return async (text) => {
    const key = storedElsewhere(text);
    if (key === null) return readArrival(text);
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return Body === undefined
      ? { ok: false, because: 'the stored body is gone' }
      : readArrival(await Body.transformToString('utf8'));
  };
};
