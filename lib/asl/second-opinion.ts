/** What another validator of the language finds in a definition. Slow, and stricter here and there: for synth and tests. */
import validate from 'asl-validator';
import { expressionShape } from './definition.ts';

/** It takes no empty texts, no line breaks in expressions, and none without a space at either end; AWS takes all three. */
const palatable = (_: string, value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  const expression = expressionShape.exec(value)?.[1];
  if (expression !== undefined) return `{% ${expression.replaceAll(/\s+/gu, ' ').trim()} %}`;
  return value === '' ? 'empty' : value;
};

/** Faults, empty when it takes the definition. ARNs may still be tokens of the CDK and are not looked at. */
export const secondOpinion = (definition: unknown): readonly string[] =>
  validate(JSON.parse(JSON.stringify(definition, palatable)), {
    checkPaths: true,
    checkArn: false,
  }).errors.map((found) => `${found['Error code']}: ${found.Message}`);
