/** A Lambda's environment as a schema: parsed once at start, and every fault is named at once. */
import * as z from 'zod/mini';

export const homeRegions = ['sa-east-1', 'us-east-1'] as const;
export type HomeRegion = (typeof homeRegions)[number];
export const homeRegion = z.enum(homeRegions);

/** A name, URL or ARN that infrastructure hands over: never empty. */
export const name = z.string().check(z.minLength(1));
export const optionalName = z.optional(z.string());

/** How often the queue hands a record out before its dead letters take it. */
export const receives = z.pipe(
  z.string().check(z.regex(/^[1-9]\d?$/)),
  z.transform((text: string) => Number(text)),
);

/** Throws an Error that names every wrong or missing variable, never a value. */
export const readEnvironment = <Schema extends z.ZodMiniType>(
  schema: Schema,
  environment: Readonly<Record<string, string | undefined>>,
): z.output<Schema> => {
  const parsed = z.safeParse(schema, environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`environment is wrong: ${faults.join('; ')}`);
};
