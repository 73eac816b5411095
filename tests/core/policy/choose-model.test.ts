/** Which model a tenant gets: the region's own, another that the law allows, or none with the reason. */
import { expect, it } from 'vitest';
import { chooseModel } from '../../../functions/core/policy/choose-model.ts';

const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const transfer = {
  tenant: 'a-shop',
  region: 'us-east-1',
  model: haiku,
  countries: ['US'],
  mechanism: 'standard contractual clauses',
  decidedOn: '2026-11-01',
  signedBy: 'A. Signer',
} as const;

it('is the model of the region unless the tenant wants another', () => {
  expect(chooseModel('sa-east-1', 'reply', null)).toMatchObject({
    ok: true,
    row: { id: 'mistral.ministral-3-14b-instruct' },
  });
  expect(chooseModel('us-east-1', 'reply', 'mistral.mistral-large-3-675b-instruct')).toMatchObject({
    ok: true,
    row: { structured: 'schema' },
  });
});

it('is none that the region does not have, that no row tells of, or that is not for this', () => {
  expect(chooseModel('sa-east-1', 'reply', 'amazon.nova-lite-v1:0')).toMatchObject({ ok: false });
  expect(chooseModel('us-east-1', 'reply', 'somebody.else-v1:0')).toMatchObject({ ok: false });
  expect(chooseModel('us-east-1', 'reply', 'amazon.nova-micro-v1:0')).toMatchObject({ ok: false });
});

it('leaves the region only where the tenant has decided so, and Brazil never', () => {
  const consent = { aiServicesOptOut: false, transfers: [transfer] };
  expect(chooseModel('us-east-1', 'reply', haiku)).toMatchObject({ ok: false });
  expect(chooseModel('us-east-1', 'reply', haiku, consent)).toMatchObject({ ok: true, row: { id: haiku } });
  const brazil = { ...consent, transfers: [{ ...transfer, region: 'sa-east-1' as const }] };
  expect(chooseModel('sa-east-1', 'reply', haiku, brazil)).toMatchObject({ ok: false });
});
