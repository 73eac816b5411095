/** Which models the region offers, and what Bedrock answers for every other id. */
import { AwsError } from '../../service.ts';
import type { Place } from '../../service.ts';

export type Model = {
  /** The one way in which it gives a structured answer: it takes JSON schemas, or tools, or neither. */
  readonly structured: 'schema' | 'tool' | 'prompt';
  /** The model's own maximum. */
  readonly maxOutputTokens: number;
  /** What a conversation may count at most, by our estimate; 128,000 unless said. */
  readonly contextTokens?: number;
  /** Quota of the account; none unless said. */
  readonly tokensPerMinute?: number;
};

/** By plain model id; `profile-only` exists in the region, but by inference profiles alone. */
export type ModelTable = Readonly<Record<string, Model | 'profile-only'>>;

/** The plain id of `/model/<id or ARN>/…`; an ARN of another region stays what it is, and is found nowhere. */
export const modelIdOf = (place: Place, path: string): string => {
  const given = decodeURIComponent(/^\/model\/([^/]+)\//.exec(path)?.[1] ?? '');
  const arn = `arn:aws:bedrock:${place.region}::foundation-model/`;
  return given.startsWith(arn) ? given.slice(arn.length) : given;
};

/** What IAM is asked about: a profile is a resource of the account, a model one of the region. */
export const modelArnOf = (place: Place, id: string): string => {
  if (id.startsWith('arn:')) return id;
  const profile = /^(apac|au|ca|eu|global|in|jp|us|us-gov)\./.test(id);
  const owner = profile ? `${place.account}:inference-profile` : ':foundation-model';
  return `arn:aws:bedrock:${place.region}:${owner}/${id}`;
};

/** @throws AwsError ValidationException in the words of Bedrock */
export const demandModel = (models: ModelTable, id: string): Model => {
  const model = Object.hasOwn(models, id) ? models[id] : undefined;
  if (model === undefined) throw invalid('The provided model identifier is invalid.');
  if (model !== 'profile-only') return model;
  throw invalid(
    `Invocation of model ID ${id} with on-demand throughput isn’t supported. Retry your request with the ID or ARN ` +
      'of an inference profile that contains this model.',
  );
};

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** The stated estimate: four characters a token, rounded up. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 4);
