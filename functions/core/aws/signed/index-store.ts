/** Indexes of articles as objects of one bucket, one for each tenant, written over with each build. */
import type { TenantId } from '../../domain/ids.ts';
import type { IndexStore } from '../../ports/knowledge.ts';
import { AwsCallFailed, type SignedCalls, type SignedObjects } from './client.ts';

/** What S3 says of an object that is not there: the second to callers that may not list. */
const notThere = new Set([404, 403]);

export const signedIndexStore = (
  calls: SignedObjects & Pick<SignedCalls, 'address'>,
  bucket: string,
): IndexStore => {
  const urlOf = (tenant: TenantId): string => `${calls.address('s3')}/${bucket}/${tenant}/index`;
  return {
    async read(tenant) {
      try {
        return await calls.getBytes('s3', urlOf(tenant));
      } catch (error) {
        if (error instanceof AwsCallFailed && notThere.has(error.status)) return null;
        throw error;
      }
    },
    write: async (tenant, bytes) => calls.putBytes('s3', urlOf(tenant), bytes),
  };
};
