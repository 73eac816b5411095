/** Reads and writes the JSON protocols of AWS: the operation of a target header, a checked body, an answer. */
import * as z from 'zod';
import { AwsError } from '../service.ts';
import type { AwsAnswer, AwsRequest } from '../service.ts';

/** `Encrypt` of `x-amz-target: TrentService.Encrypt`; empty when the header is missing. */
export const targetOperation = (request: AwsRequest): string =>
  (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';

/** Binary members travel as base64 and are worked with as bytes. */
export const blob = z.base64().transform((text) => Buffer.from(text, 'base64'));

/**
 * The body in the shape that an operation takes; members that the shape does not name are dropped.
 * @throws AwsError SerializationException for what is not JSON, ValidationException naming every member at fault
 */
export const readInput = <Input>(schema: z.ZodType<Input>, body: Buffer): Input =>
  checked(schema, parseJson(body.toString('utf8')));

/** The same check for input that did not come as a JSON body. */
export const checked = <Input>(schema: z.ZodType<Input>, value: unknown): Input => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    (issue) => `Value at '${issue.path.join('.')}' failed to satisfy constraint: ${issue.message}`,
  );
  const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected`;
  throw new AwsError('ValidationException', `${count}: ${faults.join('; ')}`);
};

const parseJson = (text: string): unknown => {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON.');
  }
};

/** 200 with a JSON body. */
export const jsonAnswer = (value: unknown, contentType = 'application/x-amz-json-1.1'): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': contentType },
  body: JSON.stringify(value),
});

/**
 * The operation of that name in a service's table.
 * @throws AwsError UnknownOperationException: what a stand-in does not play is refused, never guessed
 */
export const imitated = <Operation>(
  service: string,
  operations: Readonly<Record<string, Operation>>,
  name: string,
): Operation => {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation !== undefined) return operation;
  throw new AwsError('UnknownOperationException', `${service} ${name} is not imitated on this machine.`);
};
