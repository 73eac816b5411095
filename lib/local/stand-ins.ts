/** What the machine and the stand-ins for AWS services ask of each other beyond the wire. */
import type { Access } from './iam/access.ts';
import type { Callers } from './iam/callers.ts';
import type { Measure } from './lambda/metrics.ts';
import type { Place, Provider, Service } from './service.ts';
import type { DynamoDbService } from './services/dynamodb/index.ts';
import type { QueueAccess } from './services/sqs/sqs.ts';
import type { ExecutionAccess } from './services/step-functions.ts';
import type { InvokeTarget } from './targets.ts';

/** What the stand-ins may ask of the machine. */
export type Host = {
  readonly place: Place;
  /** Address of the gateway, without a slash at the end. */
  readonly endpoint: string;
  readonly trusts: Access['trusts'];
  readonly trustsService: Access['trustsService'];
  readonly assume: Callers['assume'];
  /** Whether a role may do something that AWS does in its name. */
  readonly allowed: Access['allowed'];
  /** Hands an event to a Lambda or a queue in the name of a role; rejects when it is not taken. */
  readonly invokeTarget: InvokeTarget;
};

/** The stand-ins, and those of their abilities that the machine itself uses. */
export type Played = {
  readonly services: readonly Service[];
  readonly queues?: QueueAccess;
  readonly streams?: DynamoDbService;
  readonly executions?: ExecutionAccess;
  /** Keeps schedules that are no cron(). */
  readonly scheduler?: Provider;
  /** What left the system after number `after`: mails, notices, alarms. */
  readonly sent?: (after: number) => readonly unknown[];
  /** Takes what Lambdas measure: counts of invocations, and metrics in their log lines. */
  readonly measure?: Measure;
  /** Looks at the clock: called every second, and by tests after they moved it. */
  readonly tick?: () => void;
  /** Told first at a clean stop: what is cut from then on has not failed, it is done again after the next start. */
  readonly halt?: () => void;
};
