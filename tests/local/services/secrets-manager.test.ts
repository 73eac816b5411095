/** The Secrets Manager stand-in against the real client: made once, read by version, refused as on AWS. */
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Provisioned, Service } from '../../../lib/local/service.ts';
import { secretsManagerService } from '../../../lib/local/services/secrets-manager.ts';
import { generateOptions, generateSecretString } from '../../../lib/local/services/secrets/generate.ts';
import { complaint, refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

const keyArn = 'arn:aws:kms:sa-east-1:000000000000:key/data';

let place: TestPlace;
let service: Service;
let served: Served;
let secrets: SecretsManagerClient;

const start = async () => {
  service = secretsManagerService(place, () => keyArn);
  served = await serveService(service);
  secrets = new SecretsManagerClient({
    region: place.region,
    endpoint: served.endpoint,
    credentials,
    maxAttempts: 1,
  });
};

const stop = async () => {
  secrets.destroy();
  await served.close();
};

beforeEach(async () => {
  place = testPlace();
  await start();
});

afterEach(async () => {
  await stop();
  place.remove();
});

const make = async (properties: Record<string, unknown>): Promise<Provisioned> =>
  service.provision({ stack: 'test', logicalId: 'Key', type: 'AWS::SecretsManager::Secret', properties });

const get = (SecretId: string, more: { VersionStage?: string; VersionId?: string } = {}) =>
  secrets.send(new GetSecretValueCommand({ SecretId, ...more }));
const put = (SecretId: string, SecretString: string, ClientRequestToken?: string) =>
  secrets.send(new PutSecretValueCommand({ SecretId, SecretString, ClientRequestToken }));

const generated = {
  Name: 'recado/id-key',
  GenerateSecretString: { PasswordLength: 40, ExcludePunctuation: true },
};

describe('a secret of a template', () => {
  it('is generated once and is the same after a restart', async () => {
    const { ref } = await make(generated);
    const { SecretString } = await get(ref);
    expect(SecretString).toMatch(/^[a-zA-Z0-9]{40}$/);
    await stop();
    await start();
    expect((await make(generated)).ref).toBe(ref);
    expect((await get(ref)).SecretString).toBe(SecretString);
  });

  it('keeps what was put into it until the template wishes for another value', async () => {
    const { ref } = await make({ Name: 'app', SecretString: 'first' });
    await put(ref, 'put later');
    await make({ Name: 'app', SecretString: 'first' });
    expect((await get(ref)).SecretString).toBe('put later');
    await make({ Name: 'app', SecretString: 'second' });
    expect((await get(ref)).SecretString).toBe('second');
  });

  it('is found by its name, its ARN and its ARN without the random end', async () => {
    const { ref } = await make({ Name: 'app', SecretString: 'value' });
    const names = ['app', ref, ref.slice(0, -7)];
    const values = await Promise.all(names.map((name) => get(name)));
    expect(values.map(({ SecretString }) => SecretString)).toEqual(['value', 'value', 'value']);
    expect(ref).toMatch(/^arn:aws:secretsmanager:sa-east-1:000000000000:secret:app-\w{6}$/);
  });

  it('may be empty, and then has no value to read', async () => {
    const { ref } = await make({ Name: 'empty' });
    expect(await complaint(get(ref))).toMatch(/secret value for staging label: AWSCURRENT/);
    expect(await refusal(get('no such'))).toBe('ResourceNotFoundException');
  });
});

describe('versions', () => {
  const token = 'a'.repeat(32);

  it('keeps the former value as the previous one, and no older', async () => {
    const { ref } = await make({ Name: 'app', SecretString: 'one' });
    await put(ref, 'two', token);
    await put(ref, 'three');
    expect((await get(ref)).SecretString).toBe('three');
    expect((await get(ref, { VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('two');
    expect((await get(ref, { VersionId: token })).SecretString).toBe('two');
    const { VersionIdsToStages = {} } = await secrets.send(new DescribeSecretCommand({ SecretId: ref }));
    expect(Object.values(VersionIdsToStages).map(String).toSorted()).toEqual(['AWSCURRENT', 'AWSPREVIOUS']);
  });

  it('takes the same request twice, and not another value under its token', async () => {
    const { ref } = await make({ Name: 'app' });
    await put(ref, 'one', token);
    expect((await put(ref, 'one', token)).VersionId).toBe(token);
    expect(await refusal(put(ref, 'two', token))).toBe('ResourceExistsException');
  });

  it('holds a pending version back from readers', async () => {
    const { ref } = await make({ Name: 'app', SecretString: 'one' });
    await secrets.send(
      new PutSecretValueCommand({
        SecretId: ref,
        SecretBinary: Buffer.from('two'),
        VersionStages: ['AWSPENDING'],
      }),
    );
    expect((await get(ref)).SecretString).toBe('one');
    const pending = await get(ref, { VersionStage: 'AWSPENDING' });
    expect(Buffer.from(pending.SecretBinary ?? []).toString()).toBe('two');
  });

  it('refuses a value over 64 KiB', async () => {
    const { ref } = await make({ Name: 'app' });
    expect(await refusal(put(ref, 'x'.repeat(65_536)))).toBe('accepted');
    expect(await refusal(put(ref, 'x'.repeat(65_537)))).toBe('ValidationException');
  });
});

describe('the caller', () => {
  it('needs the secret, and its key through Secrets Manager, bound to the version', async () => {
    const { ref } = await make({ Name: 'app', KmsKeyId: 'data', SecretString: 'one' });
    const { VersionId = '' } = await get('app');
    const [own, key] = served.asked[0]?.permissions ?? [];
    expect(own).toMatchObject({ action: 'secretsmanager:GetSecretValue', resource: ref });
    expect(key).toEqual({
      action: 'kms:Decrypt',
      resource: keyArn,
      context: {
        'kms:EncryptionContext:SecretARN': [ref],
        'kms:EncryptionContext:SecretVersionId': [VersionId],
        'kms:EncryptionContextKeys': ['SecretARN', 'SecretVersionId'],
        'kms:ViaService': ['secretsmanager.sa-east-1.amazonaws.com'],
        'kms:CallerAccount': ['000000000000'],
      },
    });
    await put(ref, 'two');
    expect(served.asked[1]?.permissions.map(({ action }) => action)).toEqual([
      'secretsmanager:PutSecretValue',
      'kms:GenerateDataKey',
      'kms:Decrypt',
    ]);
  });
});

describe('a generated string', () => {
  it('has the length, every included kind and no excluded character, whatever the options', () => {
    const options = fc.record({
      PasswordLength: fc.integer({ min: 5, max: 60 }),
      ExcludeLowercase: fc.boolean(),
      ExcludeUppercase: fc.boolean(),
      ExcludePunctuation: fc.boolean(),
      IncludeSpace: fc.boolean(),
      ExcludeCharacters: fc.constantFrom('', 'abc"\\', '/@ '),
    });
    fc.assert(
      fc.property(options, (wish) => {
        const text = generateSecretString(generateOptions.parse(wish));
        expect(text).toHaveLength(wish.PasswordLength);
        expect(wish.ExcludeCharacters.split('').filter((character) => text.includes(character))).toEqual([]);
        expect(/[a-z]/.test(text)).toBe(!wish.ExcludeLowercase);
        expect(/[A-Z]/.test(text)).toBe(!wish.ExcludeUppercase);
        expect(/[^a-zA-Z0-9 ]/.test(text)).toBe(!wish.ExcludePunctuation);
        expect(text.includes(' ')).toBe(wish.IncludeSpace && !wish.ExcludeCharacters.includes(' '));
        expect(/[0-9]/.test(text)).toBe(true);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('stands under its key in the template’s object', () => {
    const wish = { SecretStringTemplate: '{"user":"bot"}', GenerateStringKey: 'password', PasswordLength: 8 };
    const made: unknown = JSON.parse(generateSecretString(generateOptions.parse(wish)));
    expect(made).toEqual({ user: 'bot', password: expect.stringMatching(/^.{8}$/) });
  });

  it('is refused where no character is left, or too few for each kind', () => {
    const asked = (wish: object) => () => generateSecretString(generateOptions.parse(wish));
    const digits = { ExcludeLowercase: true, ExcludeUppercase: true, ExcludePunctuation: true };
    expect(asked({ ...digits, ExcludeNumbers: true })).toThrow(/No characters/);
    expect(asked({ PasswordLength: 3 })).toThrow(/too short/);
    expect(asked({ ...digits, PasswordLength: 3 })).not.toThrow();
  });
});
