/** JSON schemas as Bedrock's structured output takes them: closed objects, and none of what it cannot constrain. */
import * as z from 'zod';
import { invalid } from './models.ts';

/** "Get validated JSON results from models" in the Bedrock user guide: these answer 400. */
const unsupported = [
  'minimum',
  'maximum',
  'multipleOf',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
];

const node = z.record(z.string(), z.unknown());

/** @throws AwsError ValidationException */
export const readSchema = (text: string): unknown => {
  const root = node.safeParse(parsed(text));
  if (!root.success) throw invalid('The schema in outputConfig.textFormat is not a JSON object.');
  demandClosed(root.data);
  return root.data;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Walks the schema; under `properties` and `$defs` the keys are names and not keywords. */
const demandClosed = (schema: Readonly<Record<string, unknown>>): void => {
  if (schema['type'] === 'object' && schema['additionalProperties'] !== false) {
    throw invalid(
      "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false",
    );
  }
  const keyword = unsupported.find((name) => Object.hasOwn(schema, name));
  if (keyword !== undefined) throw invalid(`output_config.format.schema: '${keyword}' is not supported`);
  for (const name of ['properties', '$defs', 'definitions']) {
    for (const child of childrenOf(Object.values(node.safeParse(schema[name]).data ?? {})))
      demandClosed(child);
  }
  for (const name of ['anyOf', 'allOf', 'oneOf', 'items', 'prefixItems']) {
    for (const child of childrenOf([schema[name]].flat())) demandClosed(child);
  }
};

const childrenOf = (values: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] =>
  values.flatMap((value) => {
    const child = node.safeParse(value);
    return child.success ? [child.data] : [];
  });
