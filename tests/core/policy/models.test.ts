/** The default models of a region are rows of its table, fit for their use and lawful there. */
import { describe, expect, it } from 'vitest';
import { homeRegions } from '../../../functions/core/parse/environment.ts';
import { mayUse } from '../../../functions/core/policy/may-use.ts';
import {
  embeddingModel,
  intentModel,
  modelRow,
  models,
  replyModel,
} from '../../../functions/core/policy/models.ts';
import { regions, services } from '../../../functions/core/policy/regions.ts';

const chosen = { intent: intentModel, reply: replyModel, embedding: embeddingModel } as const;
const uses = ['intent', 'reply', 'embedding'] as const;

describe.each(regions)('the models of %s', (region) => {
  it.each(uses)('has a lawful default for %s that its own table knows', (use) => {
    const row = chosen[use](region);
    expect(row).toBe(modelRow(region, row.id));
    expect(row.uses).toContain(use);
    expect(mayUse(region, { model: row.id })).toEqual({ allowed: true });
  });

  it('has one row for each model, and no profile among them', () => {
    const ids = models[region].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^(?:us|global)\./.test(id))).toEqual([]);
  });

  it('uses nothing that does not run inside the region, and says why not', () => {
    const outside = models[region].filter((row) => !row.inRegion);
    expect(outside.filter((row) => row.uses.length > 0 || row.note === undefined)).toEqual([]);
  });

  it('dates every row', () => {
    const undated = [...models[region], ...Object.values(services[region])].filter(
      (row) => !/^2026-\d\d-\d\d$/.test(row.asOf),
    );
    expect(undated).toEqual([]);
  });
});

it('is pinned: Nova answers by a forced tool, Mistral by a schema', () => {
  const ways = regions.map((region) => [
    region,
    ...[intentModel(region), replyModel(region)].map((row) => `${row.id} ${row.structured}`),
  ]);
  expect(ways).toEqual([
    ['sa-east-1', 'mistral.ministral-3-8b-instruct schema', 'mistral.ministral-3-14b-instruct schema'],
    ['us-east-1', 'amazon.nova-micro-v1:0 tool', 'amazon.nova-lite-v1:0 tool'],
  ]);
});

it('does not know a model that nobody looked up', () => {
  expect(modelRow('us-east-1', 'somebody.new-model')).toBeNull();
});

it('knows the same regions as the environment of a Lambda', () => {
  expect(homeRegions).toEqual(regions);
});
