/** The requests of Step Functions as its JSON protocol carries them. */
import { z } from 'zod';
import { statuses } from './execution.ts';
import { dataBytes } from './state-error.ts';

const arn = z.string().min(1).max(256);
const token = z.string().min(1).max(2048);
const page = {
  maxResults: z.int().min(0).max(1000).default(0),
  nextToken: z.string().min(1).max(1024).optional(),
};
/** Bytes count, not characters. */
const data = z
  .string()
  .refine(
    (text) => Buffer.byteLength(text) <= dataBytes,
    `Member must have length less than or equal to ${dataBytes}`,
  );
const errorAndCause = {
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
};

export const shapes = {
  StartExecution: z.object({
    stateMachineArn: arn,
    name: z.string().min(1).optional(),
    input: data.default('{}'),
  }),
  StopExecution: z.object({ executionArn: arn, ...errorAndCause }),
  DescribeExecution: z.object({
    executionArn: arn,
    includedData: z.enum(['ALL_DATA', 'METADATA_ONLY']).default('ALL_DATA'),
  }),
  ListExecutions: z.object({ stateMachineArn: arn, statusFilter: z.enum(statuses).optional(), ...page }),
  GetExecutionHistory: z.object({
    executionArn: arn,
    reverseOrder: z.boolean().default(false),
    includeExecutionData: z.boolean().default(true),
    ...page,
  }),
  SendTaskSuccess: z.object({ taskToken: token, output: data }),
  SendTaskFailure: z.object({ taskToken: token, ...errorAndCause }),
  SendTaskHeartbeat: z.object({ taskToken: token }),
  DescribeStateMachine: z.object({ stateMachineArn: arn }),
  ListStateMachines: z.object(page),
};
