/** Which Bedrock model does what in which region, and how it gives a structured answer. */
import type { Region } from './regions.ts';

export type ModelUse = 'intent' | 'reply' | 'embedding';

export type ModelRow = {
  /** The plain id; a profile (`us.`, `global.`) has no row. */
  readonly id: string;
  /** How it is made to answer in a shape: a JSON schema, a tool with forced choice, or asked for in the prompt. */
  readonly structured: 'schema' | 'tool' | 'prompt';
  /** Runs on demand strictly inside the region. */
  readonly inRegion: boolean;
  /** The most we ever ask for. Bedrock reserves quota for it before the call, so it is ours, far below the model's own. */
  readonly maxOutputTokens: number;
  readonly uses: readonly ModelUse[];
  readonly asOf: string;
  readonly note?: string;
};

/*
 * Sources: ListFoundationModels of 2026-09-14 (amazon.* and anthropic.* of 2026-10-08), the AWS page
 * models-region-compatibility of 2026-08-22, the AWS model cards of 2026-10-08. All three agree on every row but the
 * structured output of ministral-3-14b, which models.dev alone states (2026-07-02).
 */
const intentTokens = 512;
const replyTokens = 1024;

const ministral8b = {
  id: 'mistral.ministral-3-8b-instruct',
  structured: 'schema',
  inRegion: true,
  maxOutputTokens: intentTokens,
  uses: ['intent'],
  asOf: '2026-09-14',
} as const satisfies ModelRow;

const ministral14b = {
  id: 'mistral.ministral-3-14b-instruct',
  structured: 'schema',
  inRegion: true,
  maxOutputTokens: replyTokens,
  uses: ['reply'],
  asOf: '2026-09-14',
} as const satisfies ModelRow;

const mistralLarge3 = {
  id: 'mistral.mistral-large-3-675b-instruct',
  structured: 'schema',
  inRegion: true,
  maxOutputTokens: replyTokens,
  uses: ['reply'],
  asOf: '2026-09-14',
} as const satisfies ModelRow;

const cohereEmbed = {
  id: 'cohere.embed-multilingual-v3',
  structured: 'prompt',
  inRegion: true,
  maxOutputTokens: 0,
  uses: ['embedding'],
  asOf: '2026-09-14',
} as const satisfies ModelRow;

const novaMicro = {
  id: 'amazon.nova-micro-v1:0',
  structured: 'tool',
  inRegion: true,
  maxOutputTokens: intentTokens,
  uses: ['intent'],
  asOf: '2026-10-08',
} as const satisfies ModelRow;

const novaLite = {
  id: 'amazon.nova-lite-v1:0',
  structured: 'tool',
  inRegion: true,
  maxOutputTokens: replyTokens,
  uses: ['reply'],
  asOf: '2026-10-08',
} as const satisfies ModelRow;

const haiku = (note: string): ModelRow => ({
  id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
  structured: 'schema',
  inRegion: false,
  maxOutputTokens: replyTokens,
  uses: [],
  asOf: '2026-10-08',
  note,
});

const absentInBrazil = {
  inRegion: false,
  uses: [],
  note: 'it is not offered in sa-east-1 in any form',
} as const;

/** Every model that was looked at; one that is not here is refused until somebody adds its row with a source. */
export const models: Readonly<Record<Region, readonly ModelRow[]>> = {
  'sa-east-1': [
    ministral8b,
    ministral14b,
    mistralLarge3,
    cohereEmbed,
    { ...novaMicro, ...absentInBrazil },
    { ...novaLite, ...absentInBrazil },
    haiku('it is offered by the global. profile only, which leaves Brazil'),
  ],
  'us-east-1': [
    novaMicro,
    novaLite,
    ministral8b,
    ministral14b,
    mistralLarge3,
    cohereEmbed,
    haiku('it is offered by the us. and global. profiles only, which leave the region'),
  ],
};

/** The defaults: for replies the cheapest model that passes the evaluation. */
const defaults: Readonly<Record<Region, Readonly<Record<ModelUse, ModelRow>>>> = {
  'sa-east-1': { intent: ministral8b, reply: ministral14b, embedding: cohereEmbed },
  'us-east-1': { intent: novaMicro, reply: novaLite, embedding: cohereEmbed },
};

/** The row of a plain model id in a region; null when the table does not know it. */
export const modelRow = (region: Region, id: string): ModelRow | null =>
  models[region].find((row) => row.id === id) ?? null;

/** Second tier of understanding. */
export const intentModel = (region: Region): ModelRow => defaults[region].intent;
/** Writes the replies that are not fixed answers. */
export const replyModel = (region: Region): ModelRow => defaults[region].reply;
/** Makes the vectors of knowledge passages and of questions. */
export const embeddingModel = (region: Region): ModelRow => defaults[region].embedding;
