/** What a caller or a template wants of a schedule, in the shape and within the limits of CreateSchedule. */
import * as z from 'zod';

// https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
export const scheduleName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[0-9a-zA-Z\-_.]+$/, 'Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]+');

/** Seconds since the epoch on the wire, ISO 8601 in a template. */
const moment = z.number().or(z.iso.datetime({ offset: true }).transform((text) => Date.parse(text) / 1000));

const arn = z.string().regex(/^arn:aws:[a-z0-9-]+:/, 'Provided Arn is not in correct format.');

// Strict: what is not imitated (ECS, Kinesis, SQS parameters, …) is refused and not dropped.
const target = z.strictObject({
  Arn: arn,
  RoleArn: z.string().regex(/^arn:aws:iam::\d{12}:role\/.+$/, 'Provided Arn is not in correct format.'),
  Input: z.string().min(1).max(262_144).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: z.coerce.number().int().min(0).max(185).default(185),
      MaximumEventAgeInSeconds: z.coerce.number().int().min(60).max(86_400).default(86_400),
    })
    .default({ MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 }),
  DeadLetterConfig: z.strictObject({ Arn: arn }).optional(),
});

const window = z
  .strictObject({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: z.coerce.number().int().min(1).max(1440).optional(),
  })
  .refine(
    ({ Mode, MaximumWindowInMinutes: minutes }) => (Mode === 'FLEXIBLE') === (minutes !== undefined),
    'MaximumWindowInMinutes belongs to FLEXIBLE and to nothing else',
  );

export const wish = z.strictObject({
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().min(1).max(50).default('UTC'),
  StartDate: moment.optional(),
  EndDate: moment.optional(),
  Description: z.string().max(512).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: target,
  FlexibleTimeWindow: window,
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
});

export type Wish = Readonly<z.infer<typeof wish>>;
