/** How one operation of SQS is written down: the shape it reads, the rights it needs, what it answers. */
import type { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { AwsRequest, Permission, Place } from '../../service.ts';
import type { QueueAddresses } from './addresses.ts';
import type { Parts } from './parts.ts';
import type { Queue } from './queue.ts';
import { parsed } from './shapes.ts';

export type Operation = {
  permissions(request: AwsRequest): readonly Permission[];
  answer(request: AwsRequest): Promise<object>;
};

export type Desk = Parts & { readonly place: Place; readonly addresses: QueueAddresses };

export const operation = <Shape>(
  shape: z.ZodType<Shape>,
  permissions: (input: Shape) => readonly Permission[],
  answer: (input: Shape, request: AwsRequest) => object | Promise<object>,
): Operation => ({
  permissions: (request) => permissions(parsed(shape, request)),
  answer: async (request) => answer(parsed(shape, request), request),
});

export const queueAt = ({ addresses, registry }: Desk, url: string): Queue =>
  registry.named(addresses.arnOf(url));

/** The right to do `action` to a queue; a batch needs the right of its single operation. */
export const right = (desk: Desk, action: string, url: string): Permission => ({
  action: `sqs:${action}`,
  resource: desk.addresses.arnOf(url),
});

/** The answer to a batch: what failed does not hold back the rest. Empty lists are left out, as on AWS. */
export const batchAnswer = (outcomes: readonly { Id: string; outcome: object | AwsError }[]): object => {
  const Failed = outcomes.flatMap(({ Id, outcome }) =>
    outcome instanceof AwsError
      ? [{ Id, SenderFault: true, Code: outcome.code, Message: outcome.message }]
      : [],
  );
  const Successful = outcomes.flatMap(({ Id, outcome }) =>
    outcome instanceof AwsError ? [] : [{ Id, ...outcome }],
  );
  return { ...(Successful.length > 0 && { Successful }), ...(Failed.length > 0 && { Failed }) };
};
