/** Secrets Manager on this machine: the secrets of the templates, read and replaced as on AWS. */
import * as z from 'zod';
import { AwsError } from '../service.ts';
import type { AwsRequest, Permission, Place, Service } from '../service.ts';
import { imitated, jsonAnswer, readInput, targetOperation } from './aws-json.ts';
import { onBehalf } from './kms/on-behalf.ts';
import { openVault, versionOf } from './secrets/vault.ts';
import type { Secret, Vault, Version } from './secrets/vault.ts';

/**
 * Secrets live in `${place.data}/secretsmanager`, readable by the owner alone.
 * @param keyArn the ARN of the key that an id or alias of a template stands for (the KMS stand-in knows)
 */
export const secretsManagerService = (
  place: Place,
  keyArn: (reference: string) => string = (reference) => reference,
): Service => {
  const vault = openVault(place, keyArn);
  return {
    name: 'secretsmanager',
    types: ['AWS::SecretsManager::Secret'],
    provision: (resource) => vault.provision(resource),
    operation: targetOperation,
    permissions: (request) => permissionsOf(place, vault, request),
    answer: async (request) =>
      jsonAnswer(imitated('secretsmanager', operations, targetOperation(request))(vault, request.body)),
    close: () => Promise.resolve(),
  };
};

const named = z.object({ SecretId: z.string().min(1).max(2048) });

const reading = named.extend({
  VersionId: z.string().min(32).max(64).optional(),
  VersionStage: z.string().min(1).max(256).optional(),
});

const writing = named
  .extend({
    ClientRequestToken: z.string().min(32).max(64),
    SecretString: z.string().max(65_536).optional(),
    SecretBinary: z.base64().max(87_384).optional(),
    VersionStages: z.array(z.string().min(1).max(256)).min(1).max(20).default(['AWSCURRENT']),
  })
  .refine(
    ({ SecretString: text, SecretBinary: binary }) => (text === undefined) !== (binary === undefined),
    'You must provide either SecretString or SecretBinary.',
  );

const operations: Readonly<Record<string, (vault: Vault, body: Buffer) => object>> = {
  GetSecretValue: (vault, body) => {
    const input = readInput(reading, body);
    const secret = demand(vault, input.SecretId);
    return { ...identity(secret), ...valueOf(versionOf(secret, input.VersionId, input.VersionStage)) };
  },

  PutSecretValue: (vault, body) => {
    const input = readInput(writing, body);
    const secret = demand(vault, input.SecretId);
    const { ClientRequestToken: id, SecretString: text, SecretBinary: binary, VersionStages: stages } = input;
    const same = secret.versions.find((version) => version.id === id);
    if (same !== undefined && (same.text !== text || same.binary !== binary)) {
      const because = 'You can only retry a request with the same ClientRequestToken for the same value.';
      throw new AwsError('ResourceExistsException', because);
    }
    const value = text === undefined ? { id, binary: binary ?? '' } : { id, text };
    if (same === undefined) vault.add(secret, value, stages);
    return { ...identity(secret), VersionId: id, VersionStages: same?.stages ?? stages };
  },

  DescribeSecret: (vault, body) => {
    const secret = demand(vault, readInput(named, body).SecretId);
    return {
      ...identity(secret),
      Description: secret.description,
      KmsKeyId: secret.kmsKeyArn,
      CreatedDate: secret.createdAt / 1000,
      VersionIdsToStages: Object.fromEntries(secret.versions.map(({ id, stages }) => [id, stages])),
    };
  },
};

const identity = ({ arn, name }: Secret) => ({ ARN: arn, Name: name });

const valueOf = ({ id, stages, createdAt, text, binary }: Version) => ({
  VersionId: id,
  VersionStages: stages,
  CreatedDate: createdAt / 1000,
  SecretString: text,
  SecretBinary: binary,
});

const demand = (vault: Vault, reference: string): Secret => {
  const secret = vault.find(reference);
  if (secret !== undefined) return secret;
  throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
};

const keyActions: Readonly<Record<string, readonly ('kms:Decrypt' | 'kms:GenerateDataKey')[]>> = {
  GetSecretValue: ['kms:Decrypt'],
  PutSecretValue: ['kms:GenerateDataKey', 'kms:Decrypt'],
};

/** Source for the key's rights: "Secret encryption and decryption" in the Secrets Manager user guide. */
const permissionsOf = (place: Place, vault: Vault, request: AwsRequest): readonly Permission[] => {
  const input = readInput(reading.extend({ ClientRequestToken: z.string().optional() }), request.body);
  const operation = targetOperation(request);
  const secret = vault.find(input.SecretId);
  const context: Record<string, readonly string[]> = { 'secretsmanager:SecretId': [input.SecretId] };
  if (input.VersionId !== undefined) context['secretsmanager:VersionId'] = [input.VersionId];
  if (input.VersionStage !== undefined) context['secretsmanager:VersionStage'] = [input.VersionStage];
  const unknown = `arn:aws:secretsmanager:${place.region}:${place.account}:secret:${input.SecretId}`;
  const own = { action: `secretsmanager:${operation}`, resource: secret?.arn ?? unknown, context };
  const { kmsKeyArn } = secret ?? {};
  if (secret === undefined || kmsKeyArn === undefined) return [own];
  const id = operation === 'PutSecretValue' ? input.ClientRequestToken : versionIn(secret, input);
  const bound = { SecretARN: secret.arn, SecretVersionId: id ?? '' };
  const uses = keyActions[operation] ?? [];
  return [own, ...uses.map((action) => onBehalf(place, 'secretsmanager', action, kmsKeyArn, bound))];
};

const versionIn = (secret: Secret, input: z.infer<typeof reading>): string | undefined => {
  const stage = input.VersionStage ?? 'AWSCURRENT';
  return input.VersionId ?? secret.versions.find(({ stages }) => stages.includes(stage))?.id;
};
