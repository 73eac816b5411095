/** The body of a Converse request, member by member, in the shape and limits of the API. */
import * as z from 'zod';

const text = z.strictObject({ text: z.string() });
const json = z.record(z.string(), z.unknown());

const block = z.union([
  text,
  z.strictObject({
    toolUse: z.object({ toolUseId: z.string().min(1), name: z.string().min(1), input: z.unknown() }),
  }),
  z.strictObject({
    toolResult: z.object({
      toolUseId: z.string().min(1),
      content: z.array(z.union([text, z.strictObject({ json: z.unknown() })])),
      status: z.enum(['success', 'error']).optional(),
    }),
  }),
]);

const tool = z.strictObject({
  toolSpec: z.strictObject({
    name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
    description: z.string().min(1).optional(),
    inputSchema: z.strictObject({ json }),
  }),
});

const empty = z.strictObject({});

// Strict: guardrails, prompts, caching, images and what else is not imitated are refused and not dropped.
export const converse = z.strictObject({
  messages: z
    .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.array(block) }))
    .default([]),
  system: z.array(text).default([]),
  inferenceConfig: z
    .strictObject({
      maxTokens: z.int().min(1).optional(),
      temperature: z.number().min(0).max(1).optional(),
      topP: z.number().min(0).max(1).optional(),
      stopSequences: z.array(z.string().min(1)).max(2500).default([]),
    })
    .default({ stopSequences: [] }),
  toolConfig: z
    .strictObject({
      tools: z.array(tool).min(1),
      toolChoice: z
        .union([
          z.strictObject({ auto: empty }),
          z.strictObject({ any: empty }),
          z.strictObject({ tool: z.strictObject({ name: z.string() }) }),
        ])
        .default({ auto: {} }),
    })
    .optional(),
  outputConfig: z
    .strictObject({
      textFormat: z
        .strictObject({
          type: z.literal('json_schema'),
          structure: z.strictObject({
            jsonSchema: z.strictObject({
              schema: z.string(),
              name: z.string().optional(),
              description: z.string().optional(),
            }),
          }),
        })
        .optional(),
    })
    .optional(),
  requestMetadata: z.record(z.string(), z.string()).optional(),
  serviceTier: z.strictObject({ type: z.enum(['default', 'priority', 'flex', 'reserved']) }).optional(),
});

export type Block = z.infer<typeof block>;
export type Converse = z.infer<typeof converse>;
