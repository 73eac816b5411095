/** Reads an AWS::Lambda::Function and refuses what AWS refuses. */
import { z } from 'zod';
import { physicalName } from '../cloudformation/physical-name.ts';
import type { Resource } from '../service.ts';

export type FunctionConfig = {
  readonly name: string;
  readonly arn: string;
  /** All names that people use for it, the short one first. */
  readonly names: readonly string[];
  /** Key of the bundle in the asset bucket. */
  readonly assetKey: string;
  readonly handler: string;
  readonly roleArn: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly variables: Readonly<Record<string, string>>;
  /** Invocations at once; undefined when nothing is reserved. */
  readonly reserved: number | undefined;
};

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const shape = z.object({
  FunctionName: z.string().optional(),
  Code: z.object({ S3Key: z.string('only a bundle in the cloud assembly can run here') }),
  Handler: z.string().max(128),
  Role: z.string(),
  Runtime: z.string().regex(/^nodejs\d+\.x$/u, 'only Node.js runs here'),
  Timeout: z.int().min(1).max(900, 'a Lambda may run for 900 seconds').default(3),
  MemorySize: z.int().min(128).max(10_240).default(128),
  Environment: z.object({ Variables: z.record(z.string(), scalar).default({}) }).optional(),
  ReservedConcurrentExecutions: z.int().min(0).optional(),
  PackageType: z.literal('Zip', 'images need docker').optional(),
  Layers: z.array(z.unknown()).max(0, 'layers do not exist here').optional(),
});

/** Lambda quotas: all names and values of the environment together, in bytes. */
const environmentBytes = 4_096;

/** Names that Lambda sets itself and refuses in a template (Lambda guide, "Reserved environment variables"). */
const reservedVariables = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);

const variableName = /^[A-Za-z][A-Za-z0-9_]+$/u;

const refuseEnvironment = (variables: Readonly<Record<string, string>>): string | undefined => {
  const reserved = Object.keys(variables).find((name) => reservedVariables.has(name));
  if (reserved !== undefined) return `${reserved} is a reserved environment variable`;
  const wrong = Object.keys(variables).find((name) => !variableName.test(name));
  if (wrong !== undefined) return `${wrong} is no name of an environment variable`;
  const bytes = Object.entries(variables).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
  return bytes > environmentBytes
    ? `its environment has ${bytes} bytes, Lambda takes ${environmentBytes}`
    : undefined;
};

/** CDK ends a logical id with a hash of its path. */
const idHash = /[0-9A-F]{8}$/u;
const genericEnding = /-(?:function|handler|lambda|fn)$/u;

const kebab = (text: string) =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/gu, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .toLowerCase();

/** `GenerateReplyFunction1A2B3C4D` is `generate-reply`. */
export const shortNameOf = (logicalId: string): string =>
  kebab(logicalId.replace(idHash, '')).replace(genericEnding, '');

export type ShortName = (logicalId: string, functionName: string) => string | undefined;

/** Throws with the reason when AWS would refuse it. */
export const readFunction = (
  resource: Resource,
  place: { readonly region: string; readonly account: string; readonly shortName?: ShortName },
): FunctionConfig => {
  const data = shape.parse(resource.properties);
  const variables = data.Environment?.Variables ?? {};
  const problem = refuseEnvironment(variables);
  if (problem !== undefined) throw new Error(problem);
  const name = physicalName(resource, data.FunctionName, 64);
  const short = place.shortName?.(resource.logicalId, name) ?? shortNameOf(resource.logicalId);
  return {
    name,
    arn: `arn:aws:lambda:${place.region}:${place.account}:function:${name}`,
    names: [short, name, resource.logicalId, resource.logicalId.replace(idHash, '')],
    assetKey: data.Code.S3Key,
    handler: data.Handler,
    roleArn: data.Role,
    timeoutSeconds: data.Timeout,
    memoryMb: data.MemorySize,
    variables,
    reserved: data.ReservedConcurrentExecutions,
  };
};
