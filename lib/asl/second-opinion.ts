/** What another validator of the language finds in a definition. Slow, and stricter here and there: for synth and tests. */
import validate from 'asl-validator';

/** Faults, empty when it takes the definition. ARNs may still be tokens of the CDK and are not looked at. */
export const secondOpinion = (definition: unknown): readonly string[] =>
  validate(JSON.parse(JSON.stringify(definition)), { checkPaths: true, checkArn: false }).errors.map(
    (found) => `${found['Error code']}: ${found.Message}`,
  );
