/** Evaluates the JSONata of a state: single expressions, and templates that hold some. */
import jsonata from 'jsonata';
import { z } from 'zod';
import { expressionShape } from '../../../asl/definition.ts';
import { isObject } from '../../../asl/json.ts';
import type { Json } from '../../../asl/json.ts';
import { equip } from './query-functions.ts';
import type { QueryTools } from './query-functions.ts';
import { queryFailed, StateError } from './state-error.ts';

/** What an expression sees: `$states`, and the variables by name. */
export type Scope = {
  readonly states: Readonly<Record<string, Json>>;
  readonly variables: Readonly<Record<string, Json>>;
};

export type Query = {
  /** A template with every expression in it replaced. Throws States.QueryEvaluationError. */
  readonly fill: (template: Json, scope: Scope, where: string) => Promise<Json>;
  /** The same where a certain shape is needed. */
  readonly demand: <Value>(
    shape: z.ZodType<Value>,
    template: Json,
    scope: Scope,
    where: string,
  ) => Promise<Value>;
};

/** Longer than any honest expression, and no machine hangs on one that never ends. */
const longestMs = 5_000;
const mostExpressions = 2_000;

export const openQuery = (tools: QueryTools): Query => {
  const compiled = new Map<string, jsonata.Expression>();

  const expressionOf = (text: string): jsonata.Expression => {
    const known = compiled.get(text);
    if (known !== undefined) return known;
    if (compiled.size >= mostExpressions) compiled.clear();
    const made = equip(jsonata(text, { timeout: longestMs }), tools);
    compiled.set(text, made);
    return made;
  };

  const evaluate = async (text: string, scope: Scope, where: string): Promise<Json> => {
    let result: unknown;
    try {
      result = await expressionOf(text).evaluate(undefined, { ...scope.variables, states: scope.states });
    } catch (error) {
      throw queryFailed(`${where}: the JSONata expression '${text}' failed: ${messageOf(error)}`);
    }
    if (result === undefined)
      throw queryFailed(`${where}: the JSONata expression '${text}' returned nothing (undefined).`);
    if (holdsFunction(result))
      throw queryFailed(`${where}: the JSONata expression '${text}' returned a function.`);
    // Sequences of the evaluator are lists with more to them; what goes on is plain JSON.
    return json.parse(JSON.parse(JSON.stringify(result)));
  };

  const fill = async (template: Json, scope: Scope, where: string): Promise<Json> => {
    if (typeof template === 'string') {
      const text = expressionShape.exec(template)?.[1];
      return text === undefined ? template : evaluate(text, scope, where);
    }
    if (isList(template)) {
      const filled: Json[] = [];
      for (const [index, one] of template.entries())
        filled.push(await fill(one, scope, `${where}[${index}]`));
      return filled;
    }
    if (template === null || typeof template !== 'object') return template;
    const filled: Record<string, Json> = {};
    for (const [name, one] of Object.entries(template))
      filled[name] = await fill(one, scope, `${where}.${name}`);
    return filled;
  };

  return {
    fill,
    demand: async (shape, template, scope, where) => {
      const value = await fill(template, scope, where);
      const parsed = shape.safeParse(value);
      if (parsed.success) return parsed.data;
      throw queryFailed(`${where}: ${JSON.stringify(value)} does not fit: ${z.prettifyError(parsed.error)}`);
    },
  };
};

const json = z.json();

export const isList = (value: Json): value is Json[] => Array.isArray(value);

const messageOf = (error: unknown): string => {
  if (error instanceof StateError) return error.message;
  return isObject(error) ? String(error['message']) : String(error);
};

const holdsFunction = (value: unknown): boolean => {
  if (typeof value === 'function') return true;
  if (Array.isArray(value)) return value.some(holdsFunction);
  if (!isObject(value)) return false;
  if (value['_jsonata_lambda'] === true || value['_jsonata_function'] === true) return true;
  return Object.values(value).some(holdsFunction);
};
