/** Random secret strings with the options of a template's GenerateSecretString. */
import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../../service.ts';

const flag = z.stringbool().or(z.boolean());

export const generateOptions = z.object({
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
  PasswordLength: z.coerce.number().int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: flag.default(false),
  ExcludeUppercase: flag.default(false),
  ExcludeNumbers: flag.default(false),
  ExcludePunctuation: flag.default(false),
  IncludeSpace: flag.default(false),
  RequireEachIncludedType: flag.default(true),
});

type Options = z.infer<typeof generateOptions>;

/** Kinds of characters as AWS has them. */
const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const uppercase = lowercase.toUpperCase();
const numbers = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * The secret string: the password alone, or the template's JSON object with the password under its key.
 * @throws AwsError InvalidParameterException when no character, or too little room, is left
 */
export const generateSecretString = (options: Options): string => {
  const { SecretStringTemplate: template, GenerateStringKey: key } = options;
  if (template === undefined && key === undefined) return password(options);
  const object = z.record(z.string(), z.unknown()).safeParse(parseJson(template ?? ''));
  if (key === undefined || !object.success)
    throw invalid('SecretStringTemplate must be a JSON object, with GenerateStringKey.');
  return JSON.stringify({ ...object.data, [key]: password(options) });
};

const password = (options: Options): string => {
  const kinds = kindsOf(options);
  const length = options.PasswordLength;
  const every = kinds.join('');
  if (every === '') throw invalid('No characters are left to choose from.');
  const required = options.RequireEachIncludedType ? kinds : [];
  if (required.length > length) throw invalid('PasswordLength is too short for each included type.');
  const rest = Array.from({ length: length - required.length }, () => pick(every));
  return shuffled([...required.map(pick), ...rest]).join('');
};

const kindsOf = (options: Options): readonly string[] =>
  [
    options.ExcludeLowercase ? '' : lowercase,
    options.ExcludeUppercase ? '' : uppercase,
    options.ExcludeNumbers ? '' : numbers,
    options.ExcludePunctuation ? '' : punctuation,
    options.IncludeSpace ? ' ' : '',
  ]
    .map((kind) =>
      kind
        .split('')
        .filter((character) => !options.ExcludeCharacters.includes(character))
        .join(''),
    )
    .filter((kind) => kind !== '');

const pick = (characters: string): string => characters.charAt(randomInt(characters.length));

const shuffled = (characters: readonly string[]): readonly string[] => {
  const left = [...characters];
  return characters.map(() => left.splice(randomInt(left.length), 1).join(''));
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const invalid = (message: string) => new AwsError('InvalidParameterException', message);
