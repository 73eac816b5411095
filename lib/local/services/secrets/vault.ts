/** The secrets of the templates with their versions: made once, kept over restarts, changed only by their owners. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { physicalName } from '../../cloudformation/physical-name.ts';
import { AwsError } from '../../service.ts';
import type { Place, Provisioned, Resource } from '../../service.ts';
import { keptRecords } from '../kept-files.ts';
import { generateOptions, generateSecretString } from './generate.ts';

const version = z.object({
  id: z.string(),
  stages: z.array(z.string()),
  createdAt: z.number(),
  /** One of the two. */
  text: z.string().optional(),
  binary: z.base64().optional(),
});

const secret = z.object({
  arn: z.string(),
  name: z.string(),
  description: z.string(),
  kmsKeyArn: z.string().optional(),
  createdAt: z.number(),
  /** Hash of what the template said of the value: only another wish makes another value. */
  wish: z.string(),
  versions: z.array(version),
});

export type Version = Readonly<z.infer<typeof version>>;
export type Secret = Readonly<z.infer<typeof secret>>;

const secretProperties = z
  .object({
    Name: z
      .string()
      .regex(/^[\w/+=.@-]{1,512}$/)
      .optional(),
    Description: z.string().default(''),
    KmsKeyId: z.string().optional(),
    SecretString: z.string().max(65_536).optional(),
    GenerateSecretString: generateOptions.optional(),
  })
  .refine(
    ({ SecretString: text, GenerateSecretString: generate }) => text === undefined || generate === undefined,
    'SecretString and GenerateSecretString exclude each other',
  );

export type NewVersion = { readonly id: string; readonly text?: string; readonly binary?: string };

export type Vault = {
  provision(resource: Resource): Provisioned;
  /** By ARN, by ARN without its last six characters, or by name. */
  find(reference: string): Secret | undefined;
  /** Stores the version under the stages; the former current one becomes the previous one. */
  add(secret: Secret, value: NewVersion, stages: readonly string[]): void;
};

export const openVault = (place: Place, keyArn: (reference: string) => string): Vault => {
  const secrets = keptRecords(join(place.data, 'secretsmanager'), secret);

  const withValue = (kept: Secret, value: NewVersion, stages: readonly string[]): Secret => {
    const fresh = { ...value, stages: [...stages], createdAt: place.clock() };
    return { ...kept, versions: [...withoutStages(kept.versions, stages), fresh] };
  };

  return {
    add: (kept, value, stages) => secrets.put(kept.name, withValue(kept, value, stages)),
    find: (reference) =>
      secrets.all().find(({ arn, name }) => [arn, arn.slice(0, -7), name].includes(reference)),
    provision: (resource) => {
      const properties = secretProperties.parse(resource.properties);
      const name = physicalName(resource, properties.Name, 512);
      const { SecretString: text, GenerateSecretString: generate } = properties;
      const wish = createHash('sha256')
        .update(JSON.stringify([text, generate]))
        .digest('hex');
      const old = secrets.get(name);
      const kept = {
        ...(old ?? newSecret(place, name)),
        description: properties.Description,
        kmsKeyArn: properties.KmsKeyId === undefined ? undefined : keyArn(properties.KmsKeyId),
        wish,
      };
      const value = generate === undefined ? text : generateSecretString(generate);
      const stays = value === undefined || old?.wish === wish;
      // One write: a kill between two would leave a secret that takes its value for made.
      secrets.put(name, stays ? kept : withValue(kept, { id: randomUUID(), text: value }, ['AWSCURRENT']));
      return { ref: kept.arn, attributes: { Id: kept.arn } };
    },
  };
};

const newSecret = (place: Place, name: string) => ({
  // Six random characters, as on AWS: a policy must not rely on the name alone.
  arn: `arn:aws:secretsmanager:${place.region}:${place.account}:secret:${name}-${randomBytes(3).toString('hex')}`,
  name,
  createdAt: place.clock(),
  versions: [],
});

/** A stage stands on one version; what loses the current one becomes the previous one; what has none left is dropped. */
const withoutStages = (versions: readonly Version[], taken: readonly string[]): Version[] => {
  const moving = taken.includes('AWSCURRENT') ? [...taken, 'AWSPREVIOUS'] : taken;
  return versions
    .map((one) => {
      const kept = one.stages.filter((stage) => !moving.includes(stage));
      const wasCurrent = taken.includes('AWSCURRENT') && one.stages.includes('AWSCURRENT');
      return { ...one, stages: wasCurrent ? [...kept, 'AWSPREVIOUS'] : kept };
    })
    .filter(({ stages }) => stages.length > 0);
};

/**
 * The version of an id, of a stage, or of both.
 * @throws AwsError ResourceNotFoundException, also for a secret that never got a value
 */
export const versionOf = (kept: Secret, id: string | undefined, stage: string | undefined): Version => {
  const wanted = id === undefined ? (stage ?? 'AWSCURRENT') : stage;
  const found = kept.versions.find(
    (one) => (id === undefined || one.id === id) && (wanted === undefined || one.stages.includes(wanted)),
  );
  if (found !== undefined) return found;
  const by = id === undefined ? `staging label: ${wanted}` : `VersionId: ${id}`;
  throw new AwsError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for ${by}`,
  );
};
