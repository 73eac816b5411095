/** Arguments of a command: named ones only, checked by a schema; every fault is named at once. */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { CommandFault, defaultData, defaultRegion, type Target } from './connection.ts';

/** `--stage S` means AWS; without it the machine of `--data DIR` (or of `--region R`) on this computer. */
export const targetArguments = {
  stage: z.string().min(1).optional(),
  region: z.enum(['sa-east-1', 'us-east-1']).optional(),
  data: z.string().min(1).optional(),
};

export const targetOf = (given: {
  stage?: string | undefined;
  region?: string | undefined;
  data?: string | undefined;
}): Target => ({
  stage: given.stage,
  region: given.region,
  data: given.data ?? defaultData(given.region ?? defaultRegion),
});

const flagsOf = (shape: z.ZodRawShape) =>
  Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
      const many = inner instanceof z.ZodArray;
      return [
        name,
        { type: inner instanceof z.ZodBoolean ? ('boolean' as const) : ('string' as const), multiple: many },
      ];
    }),
  );

type Given<Shape extends z.ZodRawShape> = {
  readonly values: z.output<z.ZodObject<Shape>>;
  readonly files: readonly string[];
};

const readGiven = <Shape extends z.ZodRawShape>(
  shape: Shape,
  given: readonly string[],
  allowPositionals: boolean,
): Given<Shape> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: flagsOf(shape),
      strict: true,
      allowPositionals,
    });
    return { values: z.strictObject(shape).parse({ ...values }), files: positionals };
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new CommandFault(
        error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'),
      );
    }
    throw new CommandFault(error instanceof Error ? error.message : 'the arguments could not be read');
  }
};

/** Throws a CommandFault that names every fault. */
export const readArguments = <Shape extends z.ZodRawShape>(
  shape: Shape,
  given: readonly string[],
): z.output<z.ZodObject<Shape>> => readGiven(shape, given, false).values;

/** The same for commands that are handed files beside what has a name. */
export const readArgumentsAndFiles = <Shape extends z.ZodRawShape>(
  shape: Shape,
  given: readonly string[],
): Given<Shape> => readGiven(shape, given, true);

/** Runs a command: faults go to standard error in plain words, and the exit code says so. */
export const command = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof CommandFault) console.error(error.message);
    else if (error instanceof Error && error.name === 'ResourceNotFoundException')
      console.error(`nothing of that name is deployed there: ${error.message}`);
    else if (
      error instanceof Error &&
      /ECONNREFUSED/.test(`${error.message} ${'code' in error ? String(error.code) : ''}`)
    )
      console.error('the machine is no longer running: start it with `npm start`');
    else console.error(error);
    process.exitCode = 1;
  }
};
