/** Objects of one bucket, by their keys. */
import { AwsCallFailed, type SignedCalls, type SignedObjects } from '../signed/client.ts';

export type Objects = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null: there is none. */
  get(key: string): Promise<Uint8Array | null>;
};

/** What S3 says of an object that is not there: the second to callers that may not list. */
const notThere = new Set([404, 403]);

export const signedObjectsOf = (
  calls: SignedObjects & Pick<SignedCalls, 'address'>,
  bucket: string,
): Objects => {
  // S3 signs a path as it is sent, and encodes `=` in the one that it compares with.
  const urlOf = (key: string): string =>
    `${calls.address('s3')}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
  return {
    put: async (key, bytes) => calls.putBytes('s3', urlOf(key), bytes),
    async get(key) {
      try {
        return await calls.getBytes('s3', urlOf(key));
      } catch (error) {
        if (error instanceof AwsCallFailed && notThere.has(error.status)) return null;
        throw error;
      }
    },
  };
};
