/** A state machine in JSONata: the part of the Amazon States Language that this house writes and its local machine runs. */
import { z } from 'zod';

// https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html and the states-language.net
// specification. Strict: JSONPath fields and what is not imitated (distributed Map, Credentials) are refused by name.
const longest = 99_999_999;

export const expressionShape = /^\{%([\s\S]*)%\}$/u;
const expression = z.string().regex(expressionShape, 'must be a JSONata expression between {% and %}');
const template = z.json();
const assignments = z.record(z.string(), template);
const seconds = z.int().min(1).max(longest).or(expression);
const errorEquals = z.array(z.string().min(1)).min(1);

const retrier = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  IntervalSeconds: z.int().min(1).max(longest).default(1),
  MaxAttempts: z.int().min(0).max(longest).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['NONE', 'FULL']).default('NONE'),
});

const writes = { Output: template.optional(), Assign: assignments.optional() };
const catcher = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: errorEquals,
  Next: z.string(),
  ...writes,
});

const any = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const moves = { Next: z.string().optional(), End: z.literal(true).optional() };
const recovers = { Retry: z.array(retrier).default([]), Catch: z.array(catcher).default([]) };

const pass = z.strictObject({ Type: z.literal('Pass'), ...any, ...writes, ...moves });
const succeed = z.strictObject({ Type: z.literal('Succeed'), ...any, Output: template.optional() });
const fail = z.strictObject({
  Type: z.literal('Fail'),
  ...any,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
const wait = z.strictObject({
  Type: z.literal('Wait'),
  ...any,
  Seconds: z.int().min(0).max(longest).or(expression).optional(),
  Timestamp: z.iso.datetime({ offset: true }).or(expression).optional(),
  ...writes,
  ...moves,
});
const choice = z.strictObject({
  Type: z.literal('Choice'),
  ...any,
  Choices: z
    .array(
      z.strictObject({
        Comment: z.string().optional(),
        Condition: expression.or(z.boolean()),
        Next: z.string(),
        ...writes,
      }),
    )
    .min(1),
  Default: z.string().optional(),
  ...writes,
});
const task = z.strictObject({
  Type: z.literal('Task'),
  ...any,
  Resource: z.string(),
  Arguments: template.optional(),
  TimeoutSeconds: seconds.optional(),
  HeartbeatSeconds: seconds.optional(),
  ...recovers,
  ...writes,
  ...moves,
});

/** States that refer to each other and to nothing outside: a machine, a branch, or what a Map does with an item. */
export type Region = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> };

const regionMembers = {
  StartAt: z.string(),
  States: z.record(
    z.string().min(1).max(80),
    z.lazy(() => state),
  ),
};
const region: z.ZodType<Region> = z.lazy(() =>
  z.strictObject({ ...regionMembers, Comment: z.string().optional() }),
);
const itemProcessor: z.ZodType<Region> = z.lazy(() =>
  z.strictObject({
    ...regionMembers,
    Comment: z.string().optional(),
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }).optional(),
  }),
);

const parallel = z.strictObject({
  Type: z.literal('Parallel'),
  ...any,
  Branches: z.array(region).min(1),
  Arguments: template.optional(),
  ...recovers,
  ...writes,
  ...moves,
});
const map = z.strictObject({
  Type: z.literal('Map'),
  ...any,
  Items: z.array(template).or(expression).optional(),
  ItemSelector: template.optional(),
  ItemProcessor: itemProcessor,
  MaxConcurrency: z.int().min(0).or(expression).optional(),
  ...recovers,
  ...writes,
  ...moves,
});

const state = z.discriminatedUnion('Type', [pass, succeed, fail, wait, choice, task, parallel, map]);

export type State = z.infer<typeof state>;
export type StateOf<Type extends State['Type']> = Extract<State, { Type: Type }>;
export type Retrier = z.infer<typeof retrier>;
export type Catcher = z.infer<typeof catcher>;

export const definitionShape = z.strictObject({
  Comment: z.string().optional(),
  Version: z.literal('1.0').optional(),
  QueryLanguage: z.literal('JSONata', { error: 'only machines whose QueryLanguage is JSONata are taken' }),
  TimeoutSeconds: z.int().min(1).max(longest).optional(),
  ...regionMembers,
});

export type Definition = z.infer<typeof definitionShape>;

/** The regions inside a state: branches of a Parallel, the processor of a Map. */
export const regionsIn = (one: State): readonly Region[] => {
  if (one.Type === 'Parallel') return one.Branches;
  return one.Type === 'Map' ? [one.ItemProcessor] : [];
};
