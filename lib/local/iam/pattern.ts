/** Texts of a policy: wildcards, policy variables, and ARNs whose six parts are compared one by one. */
import type { Context } from './context.ts';
import { all } from './truth.ts';
import type { Truth } from './truth.ts';

/** Compares a value of the request with one text of a policy. */
export type Pattern = (value: string, context: Context) => Truth;

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'wildcard'; readonly one: boolean }
  | { readonly kind: 'variable'; readonly key: string; readonly otherwise: string | undefined };

/** `${key}`, `${key, 'default'}`, or one character. */
const tokenShape = /\$\{([^}]*)\}|[^]/gu;
const variableShape = /^([^,]+?)\s*(?:,\s*'(.*)')?$/u;

const tokens = (text: string): readonly Token[] =>
  Array.from(text.matchAll(tokenShape), ([character, variable]): Token => {
    if (variable !== undefined) return variableToken(variable);
    if (character === '*' || character === '?') return { kind: 'wildcard', one: character === '?' };
    return { kind: 'text', text: character };
  });

const variableToken = (inside: string): Token => {
  // `${*}`, `${?}` and `${$}` are how a policy writes these characters themselves.
  if (['*', '?', '$'].includes(inside)) return { kind: 'text', text: inside };
  const [, key, otherwise] = variableShape.exec(inside) ?? [];
  return { kind: 'variable', key: key ?? inside, otherwise };
};

/** The text of a variable; a key with no or several values has none, and the comparison stays open. */
const variableText = (token: Token & { kind: 'variable' }, context: Context): string | undefined => {
  const values = context.values(token.key);
  if (values === 'unknown' || values.length > 1) return undefined;
  return values[0] ?? token.otherwise;
};

const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

const source = (token: Token, wildcards: boolean, context: Context): string | undefined => {
  switch (token.kind) {
    case 'text':
      return literal(token.text);
    case 'wildcard':
      if (!wildcards) return token.one ? String.raw`\?` : String.raw`\*`;
      return token.one ? '.' : '.*';
    case 'variable': {
      const text = variableText(token, context);
      return text === undefined ? undefined : literal(text);
    }
    default:
      return token satisfies never;
  }
};

const compiled = (parts: readonly Token[], rules: Rules): Pattern => {
  const expression = (context: Context) => {
    const sources = parts.map((part) => source(part, rules.wildcards, context));
    if (sources.includes(undefined)) return undefined;
    return new RegExp(`^${sources.join('')}$`, rules.ignoreCase ? 'isu' : 'su');
  };
  if (parts.some(({ kind }) => kind === 'variable'))
    return (value, context) => expression(context)?.test(value) ?? 'unknown';
  const fixed = expression({ values: () => 'unknown' });
  return (value) => fixed?.test(value) ?? 'unknown';
};

type Rules = { readonly wildcards: boolean; readonly ignoreCase: boolean };

/** `*` and `?` are wildcards, case counts. */
export const like = (text: string): Pattern => compiled(tokens(text), { wildcards: true, ignoreCase: false });

/** Every character stands for itself; policy variables are still filled in. */
export const exactly = (text: string): Pattern =>
  compiled(tokens(text), { wildcards: false, ignoreCase: false });

/** As `exactly`, in any case. */
export const exactlyInAnyCase = (text: string): Pattern =>
  compiled(tokens(text), { wildcards: false, ignoreCase: true });

/** An action such as `sqs:Send*`: IAM ignores the case of actions. */
export const actionLike = (text: string): Pattern =>
  compiled(tokens(text), { wildcards: true, ignoreCase: true });

const partsOfAnArn = 6;

/** Splits at the colons that are not inside a variable; the sixth part keeps its colons. */
const arnParts = (text: string): readonly string[] => {
  const parts = text.split(/:(?![^${}]*\})/u);
  return [...parts.slice(0, partsOfAnArn - 1), ...tail(parts)];
};

const tail = (parts: readonly string[]) =>
  parts.length < partsOfAnArn ? [] : [parts.slice(partsOfAnArn - 1).join(':')];

/**
 * An ARN with wildcards. A wildcard does not reach over the colon between two of the six parts, and parts left out
 * at the end stand for anything. `*` alone matches every resource.
 */
export const arnLike = (text: string): Pattern => {
  if (text === '*') return () => true;
  const wanted = arnParts(text).map(like);
  return (value, context) => {
    const given = arnParts(value);
    if (given.length < partsOfAnArn) return false;
    return all(wanted.map((part, index) => part(given[index] ?? '', context)));
  };
};
