/** What may be used in which region, row by row, and the words of each refusal. */
import { describe, expect, it } from 'vitest';
import { mayUse, noConsent } from '../../../functions/core/policy/may-use.ts';
import type { Consent, What } from '../../../functions/core/policy/may-use.ts';
import type { Region } from '../../../functions/core/policy/regions.ts';

const optedOut: Consent = { aiServicesOptOut: true, transfers: [] };
const transferOf = (region: Region, model: string): Consent => ({
  aiServicesOptOut: true,
  transfers: [
    {
      tenant: 'acme000001',
      region,
      model,
      countries: ['US'],
      mechanism: 'standard contractual clauses',
      decidedOn: '2026-11-02',
      signedBy: 'Ana Souza',
    },
  ],
});

const allowed: readonly (readonly [Region, What, Consent])[] = [
  ['us-east-1', { service: 'comprehend' }, optedOut],
  ['us-east-1', { service: 'translate' }, optedOut],
  ['sa-east-1', { service: 'transcribe' }, optedOut],
  ['sa-east-1', { service: 'polly' }, optedOut],
  ['sa-east-1', { service: 'bedrock' }, noConsent],
  ['us-east-1', { service: 'guardrails-classic' }, noConsent],
  ['us-east-1', { model: 'amazon.nova-micro-v1:0' }, noConsent],
  ['us-east-1', { model: 'amazon.nova-lite-v1:0' }, noConsent],
  ['sa-east-1', { model: 'mistral.ministral-3-8b-instruct' }, noConsent],
  ['sa-east-1', { model: 'cohere.embed-multilingual-v3' }, noConsent],
  ['us-east-1', { model: 'us.anthropic.claude-a' }, transferOf('us-east-1', 'us.anthropic.claude-a')],
  ['us-east-1', { model: 'global.anthropic.claude-a' }, transferOf('us-east-1', 'global.anthropic.claude-a')],
];

const refused: readonly (readonly [Region, What, Consent, RegExp])[] = [
  ['sa-east-1', { service: 'comprehend' }, optedOut, /does not exist there/],
  ['sa-east-1', { service: 'translate' }, optedOut, /does not exist there/],
  ['us-east-1', { service: 'comprehend' }, noConsent, /aiServicesOptOut: confirmed/],
  ['us-east-1', { service: 'translate' }, noConsent, /aiServicesOptOut: confirmed/],
  ['sa-east-1', { service: 'transcribe' }, noConsent, /aiServicesOptOut: confirmed/],
  ['sa-east-1', { service: 'polly' }, noConsent, /aiServicesOptOut: confirmed/],
  ['sa-east-1', { service: 'guardrails-standard' }, optedOut, /text would leave the region/],
  ['us-east-1', { service: 'guardrails-standard' }, optedOut, /text would leave the region/],
  ['sa-east-1', { model: 'amazon.nova-micro-v1:0' }, noConsent, /not offered in sa-east-1 in any form/],
  ['sa-east-1', { model: 'anthropic.claude-haiku-4-5-20251001-v1:0' }, noConsent, /leaves Brazil/],
  ['us-east-1', { model: 'anthropic.claude-haiku-4-5-20251001-v1:0' }, noConsent, /leave the region/],
  ['us-east-1', { model: 'somebody.new-model' }, noConsent, /no row for it/],
  ['us-east-1', { model: 'us.anthropic.claude-a' }, noConsent, /no tenant's transfer decision is recorded/],
  [
    'us-east-1',
    { model: 'us.anthropic.claude-a' },
    transferOf('us-east-1', 'us.other'),
    /no tenant's transfer/,
  ],
  [
    'us-east-1',
    { model: 'eu.anthropic.claude-a' },
    transferOf('us-east-1', 'eu.anthropic.claude-a'),
    /no profile/,
  ],
  ['sa-east-1', { model: 'global.anthropic.claude-a' }, noConsent, /leaves Brazil/],
  [
    'sa-east-1',
    { model: 'global.a.b' },
    transferOf('sa-east-1', 'global.a.b'),
    /no recorded decision changes that/,
  ],
  ['sa-east-1', { model: 'us.amazon.nova-lite-v1:0' }, noConsent, /leaves Brazil/],
];

describe('what a region allows', () => {
  it.each(allowed)('allows in %s %o', (region, what, consent) => {
    expect(mayUse(region, what, consent)).toEqual({ allowed: true });
  });
});

describe('what a region forbids', () => {
  it.each(refused)('refuses in %s %o, and says why', (region, what, consent, because) => {
    expect(mayUse(region, what, consent)).toEqual({
      allowed: false,
      because: expect.stringMatching(because),
    });
  });

  it('is strict where nothing was put in writing', () => {
    expect(mayUse('us-east-1', { service: 'comprehend' })).toMatchObject({ allowed: false });
  });
});
