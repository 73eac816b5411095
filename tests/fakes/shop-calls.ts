/** Calls as a shop signs them, and the registrations that know its secret. */
import { signWebhook } from '../../functions/core/channels/kit/standard-webhooks.ts';
import { registrationId } from '../../functions/core/domain/ids.ts';
import type { ReceivedCall } from '../../functions/core/flows/receive-webhook.ts';
import type { Registration, RegistrationDirectory } from '../../functions/core/ports/tenants.ts';
import { account } from './builders.ts';
import { otherAccount } from './sellers.ts';

export const shopSecret = `whsec_${Buffer.from('a secret of a test, long enough').toString('base64')}`;
const otherSecret = `whsec_${Buffer.from('another secret, also long enough').toString('base64')}`;

const registrations: readonly Registration[] = [
  { channel: 'rest', id: account.registration, account: account.id, secrets: [shopSecret] },
  { channel: 'rest', id: otherAccount.registration, account: otherAccount.id, secrets: [otherSecret] },
  // Serves several accounts: each call names its own.
  { channel: 'rest', id: registrationId('several'), account: null, secrets: [shopSecret] },
  // Names an account that belongs to another registration.
  { channel: 'rest', id: registrationId('borrowed'), account: account.id, secrets: [shopSecret] },
];

export const knownRegistrations: RegistrationDirectory = {
  registration: async (channel, id) =>
    registrations.find((one) => one.channel === channel && one.id === id) ?? null,
};

export type CallOf = Partial<Omit<ReceivedCall, 'body'>> & { readonly secret?: string; readonly at: Date };

/** A signed call with this text as its body. */
export const signedCall = (body: string, { secret = shopSecret, at, ...over }: CallOf): ReceivedCall => {
  const headers = signWebhook('call-1', at, body, secret);
  if (headers === null) throw new Error('the secret cannot sign');
  return {
    method: 'POST',
    path: '/webhooks/rest/luna-br',
    query: {},
    channel: 'rest',
    registration: account.registration,
    headers: { ...headers },
    body: Buffer.from(body),
    ...over,
  };
};
