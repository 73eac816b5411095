/** Webhook registrations: known at once, refreshed beside the answer, and an unknown one asked for again soon. */
import { expect, it } from 'vitest';
import type { SignedCalls } from '../../../functions/core/aws/signed/client.ts';
import { signedRegistrations } from '../../../functions/core/aws/signed/registrations.ts';
import { registrationId } from '../../../functions/core/domain/ids.ts';
import { fakeTools } from '../../fakes/tools.ts';

const luna = registrationId('luna');

type Stored = { secrets: readonly string[]; account: string | null };

/** A table and a key in memory: what is sealed is base64, and opens under the row's own name alone. */
const directory = () => {
  const { tools, pass } = fakeTools();
  const rows = new Map<string, Stored>();
  const asked: string[] = [];
  let down = false;
  const calls: SignedCalls = {
    address: () => '',
    put: async () => undefined,
    get: async () => '',
    async json(service, _, body) {
      const given: Record<string, unknown> = Object(body);
      asked.push(service);
      if (down) throw new Error('down');
      if (service === 'kms') {
        const [row, plain] = Buffer.from(String(given['CiphertextBlob']), 'base64').toString().split('|');
        if (row !== Object(given['EncryptionContext'])['row']) throw new Error('InvalidCiphertextException');
        return { Plaintext: Buffer.from(plain ?? '').toString('base64') };
      }
      const pk = String(Object(Object(given['Key'])['pk'])['S']);
      const found = rows.get(pk);
      if (found === undefined) return {};
      const sealed = Buffer.from(`${pk}|${JSON.stringify(found.secrets)}`).toString('base64');
      const account = found.account === null ? { NULL: true } : { S: found.account };
      return { Item: { sealed: { S: sealed }, account } };
    },
  };
  return {
    registrations: signedRegistrations(calls, 'registrations', 'key', tools.clock),
    asked,
    pass,
    put: (pk: string, row: Stored) => rows.set(pk, row),
    forget: (pk: string) => rows.delete(pk),
    breaks: (is: boolean) => {
      down = is;
    },
  };
};
/** What runs beside an answer has run. */
const beside = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('reads a registration once, with its secrets and its account', async () => {
  const d = directory();
  d.put('rest#luna', { secrets: ['new', 'old'], account: 'luna-br' });
  const wanted = { channel: 'rest', id: 'luna', secrets: ['new', 'old'], account: 'luna-br' };
  expect(await d.registrations.registration('rest', luna)).toEqual(wanted);
  expect(await d.registrations.registration('rest', luna)).toEqual(wanted);
  expect(d.asked).toEqual(['dynamodb', 'kms']);
});

it('serves several accounts when it names none', async () => {
  const d = directory();
  d.put('rest#luna', { secrets: ['s'], account: null });
  expect((await d.registrations.registration('rest', luna))?.account).toBeNull();
});

it('knows a rotated secret within the half minute, and nobody waits for it', async () => {
  const d = directory();
  d.put('rest#luna', { secrets: ['old'], account: null });
  await d.registrations.registration('rest', luna);
  d.put('rest#luna', { secrets: ['new', 'old'], account: null });
  d.pass(31);
  expect((await d.registrations.registration('rest', luna))?.secrets).toEqual(['old']);
  await beside();
  expect((await d.registrations.registration('rest', luna))?.secrets).toEqual(['new', 'old']);
});

it('goes on with what it knows while nothing can be asked', async () => {
  const d = directory();
  d.put('rest#luna', { secrets: ['s'], account: null });
  await d.registrations.registration('rest', luna);
  d.breaks(true);
  d.pass(600);
  expect((await d.registrations.registration('rest', luna))?.secrets).toEqual(['s']);
  await beside();
  expect((await d.registrations.registration('rest', luna))?.secrets).toEqual(['s']);
});

it('forgets a registration that was taken away', async () => {
  const d = directory();
  d.put('rest#luna', { secrets: ['s'], account: null });
  await d.registrations.registration('rest', luna);
  d.forget('rest#luna');
  d.pass(31);
  await d.registrations.registration('rest', luna);
  await beside();
  expect(await d.registrations.registration('rest', luna)).toBeNull();
});

it('remembers an unknown one for a few seconds only: the next one may have been connected meanwhile', async () => {
  const d = directory();
  expect(await d.registrations.registration('rest', luna)).toBeNull();
  d.put('rest#luna', { secrets: ['s'], account: null });
  expect(await d.registrations.registration('rest', luna)).toBeNull();
  expect(d.asked).toHaveLength(1);
  d.pass(5);
  expect(await d.registrations.registration('rest', luna)).not.toBeNull();
});

it('does not remember a failure', async () => {
  const d = directory();
  d.put('rest#luna', { secrets: ['s'], account: null });
  d.breaks(true);
  await expect(d.registrations.registration('rest', luna)).rejects.toThrow('down');
  d.breaks(false);
  expect(await d.registrations.registration('rest', luna)).not.toBeNull();
});
