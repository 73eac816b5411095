/** Comprehend on this machine, by simple rules: language, sentiment and the plainest personal data, with its limits. */
import * as z from 'zod';
import { AwsError } from '../service.ts';
import type { Place, Service } from '../service.ts';
import { imitated, jsonAnswer, readInput, targetOperation } from './aws-json.ts';
import { rankLanguages } from './dominant-language.ts';

/** Where Comprehend exists: endpoints.json of botocore 1.43.107 (2026-10-01), which the general reference agrees with. */
export const regions: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'us-east-1',
  'us-east-2',
  'us-west-2',
];

/** Where it does not, the machine mounts no such service: on AWS the host name would not even resolve. */
export const comprehendExistsIn = (region: string): boolean => regions.includes(region);

/** @throws Error in a region that has no Comprehend */
export const comprehendService = (place: Place): Service => {
  if (!comprehendExistsIn(place.region)) throw new Error(`Comprehend does not exist in ${place.region}`);
  return {
    name: 'comprehend',
    types: [],
    provision: ({ type }) => {
      throw new Error(`${type} is not made by Comprehend`);
    },
    operation: targetOperation,
    permissions: (request) => [{ action: `comprehend:${targetOperation(request)}`, resource: '*' }],
    answer: async (request) =>
      jsonAnswer(imitated('comprehend', operations, targetOperation(request))(request.body)),
    close: () => Promise.resolve(),
  };
};

const text = z.string().min(1);
const languageCode = z.enum(['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja', 'ko', 'zh', 'zh-TW']);
const spoken = z.object({ Text: text, LanguageCode: languageCode });

const operations: Readonly<Record<string, (body: Buffer) => object>> = {
  DetectDominantLanguage: (body) => {
    const { Text: given } = readInput(z.object({ Text: text }), body);
    demandSize(given, 100_000);
    return {
      Languages: rankLanguages(given).map(({ code, score }) => ({ LanguageCode: code, Score: score })),
    };
  },

  DetectSentiment: (body) => {
    const { Text: given } = readInput(spoken, body);
    demandSize(given, 5000);
    return sentimentOf(given);
  },

  DetectPiiEntities: (body) => {
    const { Text: given, LanguageCode: language } = readInput(spoken, body);
    demandSize(given, 100_000);
    if (language === 'en' || language === 'es') return { Entities: personalData(given) };
    const because = `Input text language ${language} is not supported for this operation.`;
    throw new AwsError('UnsupportedLanguageException', because);
  },
};

const demandSize = (given: string, most: number): void => {
  const size = Buffer.byteLength(given);
  if (size <= most) return;
  const because = `Input text size exceeds limit. Max length of request text allowed is ${most} bytes while in this request the text size is ${size} bytes`;
  throw new AwsError('TextSizeLimitExceededException', because);
};

// Stems in English, Spanish and Portuguese; other languages come out neutral.
const good =
  /\b(thank|great|love|perfect|excellent|happy|good|gracias|excelente|encant|perfect|feliz|buen|obrigad|otim|ador|maravilh)/gu;
const bad =
  /\b(terribl|awful|hate|angry|broken|worst|bad|useless|pesim|horribl|mal[oa]?\b|odi|roto|estaf|enojad|pessim|ruim|quebrad|decepcion|raiva)/gu;

const sentimentOf = (given: string) => {
  const plain = given.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const positive = plain.match(good)?.length ?? 0;
  const negative = plain.match(bad)?.length ?? 0;
  const weights = {
    Positive: positive,
    Negative: negative,
    Mixed: 1.5 * Math.min(positive, negative),
    Neutral: 0.5,
  };
  const total = Object.values(weights).reduce((sum, one) => sum + one, 0);
  const scores = Object.entries(weights).map(([name, weight]): [string, number] => [name, weight / total]);
  const [top = 'Neutral'] = scores.toSorted(([, one], [, other]) => other - one)[0] ?? [];
  return { Sentiment: top.toUpperCase(), SentimentScore: Object.fromEntries(scores) };
};

const kinds: readonly (readonly [string, RegExp])[] = [
  ['EMAIL', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['PHONE', /\+\d[\d ()-]{6,}\d/gu],
  ['IP_ADDRESS', /\b\d{1,3}(?:\.\d{1,3}){3}\b/gu],
];

/** Offsets count characters of Unicode, not UTF-16 units. */
const personalData = (given: string) =>
  kinds.flatMap(([kind, pattern]) =>
    [...given.matchAll(pattern)].map(({ 0: found, index }) => {
      const begin = Array.from(given.slice(0, index)).length;
      return { Type: kind, Score: 0.99, BeginOffset: begin, EndOffset: begin + Array.from(found).length };
    }),
  );
