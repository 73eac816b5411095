/** The parts of a CloudFormation template that the local machine reads. */
import { z } from 'zod';

const resourceShape = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
});

const outputShape = z.object({
  Value: z.unknown(),
  Condition: z.string().optional(),
  Export: z.object({ Name: z.unknown() }).optional(),
});

const parameterShape = z.object({ Type: z.string(), Default: z.unknown().optional() });

const templateShape = z.object({
  Parameters: z.record(z.string(), parameterShape).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), resourceShape).default({}),
  Outputs: z.record(z.string(), outputShape).default({}),
});

export type Template = z.infer<typeof templateShape>;
export type TemplateResource = z.infer<typeof resourceShape>;

export const readTemplate = (text: unknown, stack: string): Template => {
  const parsed = templateShape.safeParse(text);
  if (!parsed.success) throw new Error(`template of ${stack}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
};
