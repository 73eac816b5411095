/** Key Management Service on this machine: symmetric, signing and HMAC keys made by templates, with AWS's refusals. */
import * as z from 'zod';
import type { AwsRequest, Permission, Place, Service } from '../service.ts';
import { blob, imitated, jsonAnswer, readInput, targetOperation } from './aws-json.ts';
import { keyIdIn } from './kms/ciphertext.ts';
import { contextKeys } from './kms/on-behalf.ts';
import { openKeyRing } from './kms/keys.ts';
import type { KeyRing } from './kms/keys.ts';
import { context, keyId, operations } from './kms/operations.ts';

export type KmsService = Service & {
  /**
   * The ARN of the key that an id, an alias or an ARN stands for.
   * @throws AwsError NotFoundException
   */
  keyArn(idOrAliasOrArn: string): string;
};

/** Keys keep their material in `${place.data}/kms`, readable by the owner alone. */
export const kmsService = (place: Place): KmsService => {
  const ring = openKeyRing(place);
  return {
    name: 'kms',
    types: ['AWS::KMS::Key', 'AWS::KMS::Alias'],
    provision: (resource) =>
      resource.type === 'AWS::KMS::Alias' ? ring.provisionAlias(resource) : ring.provisionKey(resource),
    operation: targetOperation,
    permissions: (request) => permissionsOf(ring, request),
    answer: async (request) =>
      jsonAnswer(imitated('kms', operations, targetOperation(request))(ring, request.body)),
    keyArn: (reference) => ring.find(reference).arn,
    close: () => Promise.resolve(),
  };
};

/** What tells the permissions of any request: the key it names, hidden in a ciphertext or not, and its context. */
const addressed = z.object({
  KeyId: keyId.optional(),
  CiphertextBlob: blob.optional(),
  EncryptionContext: context,
});

/** None for a request whose key cannot be told: its answer is a refusal. */
const permissionsOf = (ring: KeyRing, request: AwsRequest): readonly Permission[] => {
  const input = readInput(addressed, request.body);
  const reference =
    input.KeyId ?? (input.CiphertextBlob === undefined ? undefined : keyIdIn(input.CiphertextBlob));
  if (reference === undefined) return [];
  const key = ring.find(reference);
  const alias = /alias\/.*$/.exec(reference)?.[0];
  return [
    {
      action: `kms:${targetOperation(request)}`,
      resource: key.arn,
      context: {
        ...contextKeys(input.EncryptionContext),
        'kms:ResourceAliases': ring.aliasesOf(key),
        ...(alias === undefined ? {} : { 'kms:RequestAlias': [alias] }),
      },
    },
  ];
};
