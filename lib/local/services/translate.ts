/**
 * Translate on this machine: it does not translate. The text comes back as it was behind a mark, `[en→zh] text`, so that
 * nobody takes it for a translation; limits, languages and errors are those of AWS.
 */
import * as z from 'zod';
import { AwsError } from '../service.ts';
import type { AwsRequest, Permission, Place, Service } from '../service.ts';
import { imitated, jsonAnswer, readInput, targetOperation } from './aws-json.ts';
import { rankLanguages } from './dominant-language.ts';

/** Where Translate exists: endpoints.json of botocore 1.43.107 (2026-10-01). */
export const regions: readonly string[] = [
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];

/** Where it does not, the machine mounts no such service: on AWS the host name would not even resolve. */
export const translateExistsIn = (region: string): boolean => regions.includes(region);

/** https://docs.aws.amazon.com/translate/latest/dg/what-is-languages.html */
const languages = new Set(
  (
    'af sq am ar hy az bn bs bg ca zh zh-TW hr cs da fa-AF nl en et fa tl fi fr fr-CA ka de el gu ht ha he hi hu is id ' +
    'ga it ja kn kk ko lv lt mk ms ml mt mr mn no ps pl pt pt-PT pa ro ru sr si sk sl so es es-MX sw sv ta te th tr uk ' +
    'ur uz vi cy'
  ).split(' '),
);

/** @throws Error in a region that has no Translate */
export const translateService = (place: Place): Service => {
  if (!translateExistsIn(place.region)) throw new Error(`Translate does not exist in ${place.region}`);
  return {
    name: 'translate',
    types: [],
    provision: ({ type }) => {
      throw new Error(`${type} is not made by Translate`);
    },
    operation: targetOperation,
    permissions: permissionsOf,
    answer: async (request) =>
      jsonAnswer(
        imitated('translate', { TranslateText: translateText }, targetOperation(request))(request.body),
      ),
    close: () => Promise.resolve(),
  };
};

// Strict: terminologies, formality and the like are refused and not dropped.
const translation = z.strictObject({
  Text: z.string().min(1),
  SourceLanguageCode: z.string().min(2).max(5),
  TargetLanguageCode: z.string().min(2).max(5),
});

const mostBytes = 10_000;

const translateText = (body: Buffer): object => {
  const { Text: text, SourceLanguageCode: given, TargetLanguageCode: target } = readInput(translation, body);
  const size = Buffer.byteLength(text);
  if (size > mostBytes) {
    const because = `Input text size exceeds limit. Max length of request text allowed is ${mostBytes} bytes while in this request the text size is ${size} bytes`;
    throw new AwsError('TextSizeLimitExceededException', because);
  }
  const source = given === 'auto' ? detected(text) : given;
  if (!languages.has(source) || !languages.has(target)) {
    const because = `Unsupported language pair: ${source} to ${target}.`;
    const pair = { SourceLanguageCode: source, TargetLanguageCode: target };
    throw new AwsError('UnsupportedLanguagePairException', because, 400, pair);
  }
  return {
    TranslatedText: `[${source}→${target}] ${text}`,
    SourceLanguageCode: source,
    TargetLanguageCode: target,
  };
};

const detected = (text: string): string => {
  const [top] = rankLanguages(text);
  if (top !== undefined) return top.code;
  throw new AwsError(
    'DetectedLanguageLowConfidenceException',
    'The language of the text could not be detected.',
  );
};

/** `auto` asks Comprehend on the caller's behalf, and needs the caller's right to it. */
const permissionsOf = (request: AwsRequest): readonly Permission[] => {
  const own = { action: `translate:${targetOperation(request)}`, resource: '*' };
  const { SourceLanguageCode: source } = readInput(
    z.object({ SourceLanguageCode: z.string().optional() }),
    request.body,
  );
  return source === 'auto' ? [own, { action: 'comprehend:DetectDominantLanguage', resource: '*' }] : [own];
};
