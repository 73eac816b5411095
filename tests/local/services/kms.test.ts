/** The KMS stand-in against the real client: what it keeps secret, what it binds, what it refuses. */
import { createHash, createPublicKey, createVerify, generateKeyPairSync, sign, verify } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  KMSClient,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kmsService } from '../../../lib/local/services/kms.ts';
import { signDigest, verifyDigest } from '../../../lib/local/services/kms/p256.ts';
import { refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

let place: TestPlace;
let served: Served;
let kms: KMSClient;
let service: ReturnType<typeof kmsService>;

const keyOf = (logicalId: string, properties: Record<string, unknown> = {}) =>
  service.provision({ stack: 'test', logicalId, type: 'AWS::KMS::Key', properties });

const start = async () => {
  service = kmsService(place);
  served = await serveService(service);
  kms = new KMSClient({ region: place.region, endpoint: served.endpoint, credentials, maxAttempts: 1 });
};

const stop = async () => {
  kms.destroy();
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

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('a symmetric key', () => {
  it('gives back what it encrypted, whatever it was', async () => {
    const KeyId = (await keyOf('Data')).ref;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 4096 }), async (Plaintext) => {
        const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext }));
        const opened = await kms.send(new DecryptCommand({ CiphertextBlob }));
        expect(Buffer.from(opened.Plaintext ?? []).equals(Plaintext)).toBe(true);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it('opens for the same context in any order and for no other', async () => {
    const KeyId = (await keyOf('Data')).ref;
    const Plaintext = bytes('secret');
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext, EncryptionContext: { tenant: 'a', row: '1' } }),
    );
    const openedWith = (EncryptionContext: Record<string, string>) =>
      refusal(kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext })));
    expect(await openedWith({ row: '1', tenant: 'a' })).toBe('accepted');
    expect(await openedWith({ tenant: 'b', row: '1' })).toBe('InvalidCiphertextException');
    expect(await openedWith({})).toBe('InvalidCiphertextException');
  });

  it('refuses a ciphertext that was changed, cut short or made by a key that it was told not to expect', async () => {
    const KeyId = (await keyOf('Data')).ref;
    const other = (await keyOf('Other')).ref;
    const { CiphertextBlob = new Uint8Array() } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: bytes('secret') }),
    );
    const changed = Buffer.from(CiphertextBlob);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    const opened = (blob: Uint8Array, expected?: string) =>
      refusal(kms.send(new DecryptCommand({ CiphertextBlob: blob, KeyId: expected })));
    expect(await opened(changed)).toBe('InvalidCiphertextException');
    expect(await opened(changed.subarray(0, 20))).toBe('InvalidCiphertextException');
    expect(await opened(CiphertextBlob, other)).toBe('IncorrectKeyException');
  });

  it('encrypts 4096 bytes and not one more', async () => {
    const KeyId = (await keyOf('Data')).ref;
    const encrypted = (size: number) =>
      refusal(kms.send(new EncryptCommand({ KeyId, Plaintext: new Uint8Array(size) })));
    expect(await encrypted(4096)).toBe('accepted');
    expect(await encrypted(4097)).toBe('ValidationException');
  });

  it('makes data keys of the asked length, bound to their context', async () => {
    const KeyId = (await keyOf('Data')).ref;
    const EncryptionContext = { tenant: 'a' };
    const made = await kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }));
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext }),
    );
    expect(made.Plaintext).toHaveLength(32);
    expect(opened.Plaintext).toEqual(made.Plaintext);
    const hidden = await kms.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId, NumberOfBytes: 64 }));
    expect(hidden).not.toHaveProperty('Plaintext');
    expect(
      (await kms.send(new DecryptCommand({ CiphertextBlob: hidden.CiphertextBlob }))).Plaintext,
    ).toHaveLength(64);
    expect(await refusal(kms.send(new GenerateDataKeyCommand({ KeyId })))).toBe('ValidationException');
  });

  it('still opens after a restart what it encrypted before, from a file that others cannot read', async () => {
    const KeyId = (await keyOf('Data')).ref;
    const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('secret') }));
    await stop();
    await start();
    expect((await keyOf('Data')).ref).toBe(KeyId);
    const { Plaintext = [] } = await kms.send(new DecryptCommand({ CiphertextBlob }));
    expect(Buffer.from(Plaintext).toString()).toBe('secret');
    const folder = join(place.data, 'kms');
    expect(readdirSync(folder).map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600]);
  });

  it('does nothing while it is disabled', async () => {
    const KeyId = (await keyOf('Data', { Enabled: false })).ref;
    expect(await refusal(kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') })))).toBe(
      'DisabledException',
    );
    expect((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState).toBe('Disabled');
  });
});

describe('finding a key', () => {
  it('takes the id, the ARN, the alias and the ARN of the alias', async () => {
    const { ref, attributes } = await keyOf('Data');
    const alias = { AliasName: 'alias/recado/data', TargetKeyId: attributes['Arn'] };
    await service.provision({
      stack: 'test',
      logicalId: 'Alias',
      type: 'AWS::KMS::Alias',
      properties: alias,
    });
    const names = [ref, 'alias/recado/data', 'arn:aws:kms:sa-east-1:000000000000:alias/recado/data'];
    expect(names.map((name) => service.keyArn(name))).toEqual(names.map(() => attributes['Arn']));
  });

  it('refuses an unknown key, an unknown alias and a key of another region', async () => {
    const { attributes } = await keyOf('Data');
    const asked = (KeyId: string) => refusal(kms.send(new DescribeKeyCommand({ KeyId })));
    expect(await asked('00000000-0000-0000-0000-000000000000')).toBe('NotFoundException');
    expect(await asked('alias/none')).toBe('NotFoundException');
    expect(await asked((attributes['Arn'] ?? '').replace('sa-east-1', 'us-east-1'))).toBe(
      'NotFoundException',
    );
  });

  it('refuses an alias in the name space of AWS', async () => {
    const properties = { AliasName: 'alias/aws/s3', TargetKeyId: (await keyOf('Data')).ref };
    const made = () =>
      service.provision({ stack: 'test', logicalId: 'A', type: 'AWS::KMS::Alias', properties });
    expect(made).toThrow(/not valid/);
  });
});

describe('the caller', () => {
  it('needs the operation on the key, under the context, also when only the ciphertext names the key', async () => {
    const { ref, attributes } = await keyOf('Data');
    const EncryptionContext = { tenant: 'a' };
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: ref, Plaintext: bytes('x'), EncryptionContext }),
    );
    await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    const permission = (action: string) => ({
      action,
      resource: attributes['Arn'],
      context: {
        'kms:EncryptionContext:tenant': ['a'],
        'kms:EncryptionContextKeys': ['tenant'],
        'kms:ResourceAliases': [],
      },
    });
    expect(served.asked.flatMap((one) => one.permissions)).toEqual([
      permission('kms:Encrypt'),
      permission('kms:Decrypt'),
    ]);
  });
});

const asymmetric = [
  { spec: 'ECC_NIST_P256', algorithm: 'ECDSA_SHA_256' },
  { spec: 'RSA_2048', algorithm: 'RSASSA_PKCS1_V1_5_SHA_256' },
] as const;

describe.each(asymmetric)('a signing key $spec', ({ spec, algorithm: SigningAlgorithm }) => {
  const sign = async (MessageType: 'RAW' | 'DIGEST', Message: Uint8Array) => {
    const KeyId = (await keyOf('Evidence', { KeySpec: spec, KeyUsage: 'SIGN_VERIFY' })).ref;
    const { Signature } = await kms.send(new SignCommand({ KeyId, SigningAlgorithm, MessageType, Message }));
    const { PublicKey = [] } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
    return { KeyId, Signature: Buffer.from(Signature ?? []), key };
  };

  it('signs a message so that anyone with the public key can check it', async () => {
    const { Signature, key } = await sign('RAW', bytes('month closed'));
    expect(createVerify('sha256').update('month closed').verify(key, Signature)).toBe(true);
    expect(createVerify('sha256').update('month open').verify(key, Signature)).toBe(false);
  });

  it('signs a digest as it would have signed the message', async () => {
    const text = bytes('x'.repeat(10_000));
    const digest = createHash('sha256').update(text).digest();
    const { KeyId, Signature, key } = await sign('DIGEST', digest);
    expect(verify('sha256', text, key, Signature)).toBe(true);
    const asked = { KeyId, SigningAlgorithm, MessageType: 'DIGEST', Signature } as const;
    expect((await kms.send(new VerifyCommand({ ...asked, Message: digest }))).SignatureValid).toBe(true);
    const another = createHash('sha256').update('another').digest();
    expect(await refusal(kms.send(new VerifyCommand({ ...asked, Message: another })))).toBe(
      'KMSInvalidSignatureException',
    );
  });

  it('refuses a foreign signature, a digest of the wrong length, an algorithm of other keys and encryption', async () => {
    const { KeyId, Signature } = await sign('RAW', bytes('one'));
    const asked = { KeyId, SigningAlgorithm, Signature };
    const Message = bytes('another');
    expect(await refusal(kms.send(new VerifyCommand({ ...asked, Message })))).toBe(
      'KMSInvalidSignatureException',
    );
    const short = new SignCommand({ KeyId, SigningAlgorithm, MessageType: 'DIGEST', Message });
    expect(await refusal(kms.send(short))).toBe('ValidationException');
    const foreign = new SignCommand({ KeyId, SigningAlgorithm: 'ECDSA_SHA_512', Message });
    expect(await refusal(kms.send(foreign))).toBe('InvalidKeyUsageException');
    expect(await refusal(kms.send(new EncryptCommand({ KeyId, Plaintext: Message })))).toBe(
      'InvalidKeyUsageException',
    );
  });
});

describe('ECDSA over a digest', () => {
  it('agrees with the one of node for any message', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const owner = privateKey.export({ format: 'jwk' });
    fc.assert(
      fc.property(fc.uint8Array(), (text) => {
        const digest = createHash('sha256').update(text).digest();
        expect(verify('sha256', text, publicKey, signDigest(owner, digest))).toBe(true);
        expect(verifyDigest(owner, digest, sign('sha256', text, privateKey))).toBe(true);
      }),
      { numRuns: 15, seed: 11 },
    );
  });

  it('refuses a signature with trailing or missing bytes', () => {
    const owner = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const digest = createHash('sha256').update('text').digest();
    const signature = signDigest(owner, digest);
    const variants = [
      Buffer.concat([signature, Buffer.of(0)]),
      signature.subarray(1),
      Buffer.of(),
      signature,
    ];
    expect(variants.map((variant) => verifyDigest(owner, digest, variant))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('an HMAC key', () => {
  it('recognises its own codes and refuses every other', async () => {
    const KeyId = (await keyOf('Ids', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' })).ref;
    const asked = { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message: bytes('buyer 1') } as const;
    const { Mac } = await kms.send(new GenerateMacCommand(asked));
    expect(Mac).toHaveLength(32);
    expect((await kms.send(new VerifyMacCommand({ ...asked, Mac }))).MacValid).toBe(true);
    const other = new VerifyMacCommand({ ...asked, Message: bytes('buyer 2'), Mac });
    expect(await refusal(kms.send(other))).toBe('KMSInvalidMacException');
  });
});

describe('an operation that is not imitated', () => {
  it('is refused instead of answered with nothing', async () => {
    const response = await fetch(served.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'TrentService.constructor' },
      body: '{}',
    });
    expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
  });
});
