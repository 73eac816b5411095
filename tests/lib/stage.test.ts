/** A stage is refused before anything is deployed, with every fault named at once. */
import { describe, expect, it } from 'vitest';
import { readStages } from '../../lib/config/stage.ts';
import type { StageInput } from '../../lib/config/stage.ts';

const sound = {
  account: '111122223333',
  regions: ['sa-east-1', 'us-east-1'],
  channels: ['rest'],
  alarmTo: ['oncall@example.com'],
  retentionDays: 30,
  monthlyBudgetUsd: 300,
  messagesPerDay: 1000,
} as const satisfies { [Key in keyof StageInput]: unknown };

const decision = {
  tenant: 'acme000001',
  region: 'us-east-1',
  model: 'us.anthropic.claude-a',
  countries: ['US'],
  mechanism: 'standard contractual clauses',
  decidedOn: '2026-11-02',
  signedBy: 'Ana Souza',
} as const;

const faultsOf = (stages: unknown, chosen?: string): readonly string[] => {
  const read = readStages(stages, chosen);
  return read.ok ? [] : read.faults;
};

describe('a sound stage', () => {
  it('is read, with what it leaves out filled in', () => {
    const { retentionDays: _, ...rest } = sound;
    const read = readStages({ trial: rest });
    expect(read).toEqual({
      ok: true,
      stages: [{ ...rest, name: 'trial', retentionDays: 30, production: false, transfers: [] }],
    });
  });

  it('is the only one left when it is chosen by name', () => {
    const read = readStages({ one: sound, two: sound }, 'two');
    expect(read).toMatchObject({ ok: true, stages: [{ name: 'two' }] });
  });

  it('may be production when somebody hears its alarms', () => {
    expect(faultsOf({ live: { ...sound, production: true } })).toEqual([]);
  });

  it('may record a lawful transfer decision', () => {
    expect(faultsOf({ live: { ...sound, transfers: [decision] } })).toEqual([]);
  });
});

const wrong: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
  ['production that nobody watches', { production: true, alarmTo: [] }, /^trial\.alarmTo: production needs/],
  ['an account that is no account', { account: '1234' }, /^trial\.account: must be the 12 digits/],
  ['a number for an account', { account: 111122223333 }, /^trial\.account: /],
  ['no region', { regions: [] }, /^trial\.regions: must name a region/],
  ['a region that is not ours', { regions: ['eu-west-1'] }, /^trial\.regions\.0: /],
  ['a region twice', { regions: ['sa-east-1', 'sa-east-1'] }, /names a region twice/],
  ['a channel that does not exist', { channels: ['fax'] }, /^trial\.channels\.0: must be one of .*rest/],
  ['no channel', { channels: [] }, /must name a channel/],
  ['a receiver that is no address', { alarmTo: ['oncall'] }, /^trial\.alarmTo\.0: must be a mail address/],
  [
    'a retention that CloudWatch does not know',
    { retentionDays: 31 },
    /^trial\.retentionDays: must be one of 1, 3/,
  ],
  ['a budget of nothing', { monthlyBudgetUsd: 0 }, /must be more than 0/],
  ['half a message', { messagesPerDay: 0.5 }, /must be a whole number/],
  ['an opt-out that is not stated in full', { aiServicesOptOut: true }, /must be "confirmed", or left out/],
  ['a domain with a path', { domain: 'example.com/chat' }, /^trial\.domain: must be a host name/],
  ['a misspelt field', { alarmsTo: ['a@example.com'] }, /alarmsTo/],
  ['a transfer out of Brazil', { transfers: [{ ...decision, region: 'sa-east-1' }] }, /leaves Brazil/],
  [
    'a transfer without a signer',
    { transfers: [{ ...decision, signedBy: '' }] },
    /^trial\.transfers\.0\.signedBy/,
  ],
  ['a transfer of a plain model', { transfers: [{ ...decision, model: 'meta.llama' }] }, /no row for it/],
];

describe('a faulty stage', () => {
  it.each(wrong)('is refused for %s', (_, change, fault) => {
    expect(faultsOf({ trial: { ...sound, ...change } })).toEqual([expect.stringMatching(fault)]);
  });

  it('hears of all its faults at once, and of those of its neighbour', () => {
    const faults = faultsOf({
      first: { ...sound, account: 'x', production: true, alarmTo: [] },
      second: { ...sound, messagesPerDay: -1 },
    });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'first.account',
      'first.alarmTo',
      'second.messagesPerDay',
    ]);
  });

  it('has a name that fits into the names of stacks and Lambdas', () => {
    expect(faultsOf({ Live_1: sound })).toEqual([expect.stringMatching(/^Live_1: a stage's name/)]);
    expect(faultsOf({ ['a'.repeat(21)]: sound })).toHaveLength(1);
  });

  it('cannot be chosen when it does not exist', () => {
    expect(faultsOf({ demo: sound, live: sound }, 'lvie')).toEqual(['stage: lvie is not one of demo, live']);
  });

  it('is no list and no text', () => {
    expect(faultsOf('stages.json')).toEqual(['stages: must be an object of stages by name']);
    expect(faultsOf(undefined)).toHaveLength(1);
  });
});
