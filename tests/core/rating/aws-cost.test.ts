/** What AWS charges: counted calls times prices with dates; what is not known is said, never guessed into the sum. */
import { describe, expect, it } from 'vitest';
import { awsLines } from '../../../functions/core/policy/aws-prices.ts';
import { regions } from '../../../functions/core/policy/regions.ts';
import { awsPrices } from '../../../functions/core/policy/aws-prices.ts';
import { intentModel, replyModel } from '../../../functions/core/policy/models.ts';
import { awsCost, type CountedRun } from '../../../functions/core/rating/aws-cost.ts';

const counts = {
  'apigateway.http': '30',
  'lambda.requests': '100',
  'lambda.duration': '12.5',
  'sqs.requests': '200',
  'dynamodb.write': '280',
  'dynamodb.read': '90.5',
  'kms.requests': '0',
  's3.put': '0',
  's3.get': '0',
  'logs.ingest': '0.001',
  'stepfunctions.transitions': '40',
  'comprehend.language': '0',
  'transfer.out': '0',
};
const run: CountedRun = {
  conversations: 10,
  messages: 30,
  counts,
  models: [
    { model: 'mistral.ministral-3-14b-instruct', use: 'reply', calls: 10, tokensIn: 11_000, tokensOut: 1100 },
  ],
  tables: [],
  lambdas: [],
};
const lineOf = (cost: ReturnType<typeof awsCost>, name: string) =>
  cost.lines.find(({ line }) => line === name);

describe('the cost of conversations', () => {
  it('is counted calls times the price, exactly', () => {
    const cost = awsCost('us-east-1', run, 1000);
    // 280 × 100 at 0.625 a million; 12.5 × 100 at 0.0000133334.
    expect(lineOf(cost, 'dynamodb.write')).toMatchObject({ count: '28000', usd: '0.0175', assumedUsd: null });
    expect(lineOf(cost, 'lambda.duration')).toMatchObject({ count: '1250', usd: '0.01666675' });
    // 1,210,000 tokens at 0.20 a million.
    expect(cost.modelsUsd).toBe('0.242');
    expect(cost.unknown).toEqual([]);
  });

  it('leaves what is not known in Brazil out of the sum, and assumes it beside', () => {
    const cost = awsCost('sa-east-1', run, 1000);
    expect(lineOf(cost, 'dynamodb.write')).toMatchObject({ usd: null, assumedUsd: '0.028' });
    expect(cost.unknown).toEqual([
      'apigateway.http',
      'sqs.requests',
      'dynamodb.write',
      'dynamodb.read',
      'logs.ingest',
    ]);
    const known = cost.lines.reduce((sum, { usd }) => sum + Number(usd ?? 0), 0);
    expect(Number(cost.knownUsd)).toBeCloseTo(known, 12);
    expect(Number(cost.assumedUsd)).toBeGreaterThan(0);
  });

  it('grows with their number, line by line', () => {
    expect(Number(awsCost('us-east-1', run, 2000).knownUsd)).toBeCloseTo(
      2 * Number(awsCost('us-east-1', run, 1000).knownUsd),
      12,
    );
  });

  it('of a model without a price is unknown', () => {
    const strange = {
      ...run,
      models: [{ model: 'new', use: 'reply', calls: 1, tokensIn: 1, tokensOut: 1 }],
    } as const;
    expect(awsCost('us-east-1', strange, 10)).toMatchObject({ modelsUsd: null });
  });
});

describe('the prices', () => {
  it.each(regions)('know every line and the models that are used in %s', (region) => {
    const rows = Object.keys(awsPrices[region]);
    expect(rows).toEqual(expect.arrayContaining([...awsLines]));
    for (const { id } of [intentModel(region), replyModel(region)])
      expect(rows).toEqual(expect.arrayContaining([`${id}.input`, `${id}.output`]));
  });

  it('are decimal strings with a date', () => {
    for (const region of regions)
      for (const { usd, asOf, source } of Object.values(awsPrices[region])) {
        expect(usd ?? '0').toMatch(/^\d+(\.\d+)?$/);
        expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
        expect(source).not.toBe('');
      }
  });
});
