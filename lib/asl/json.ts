/** Values of JSON, which is all that an execution of Step Functions carries. */
import type { z } from 'zod';

export type Json = z.infer<z.ZodJSONSchema>;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
