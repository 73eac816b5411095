/** Event source mappings: what feeds Lambdas from queues and from the streams of tables. */
import { z } from 'zod';
import type { Clock, Permission, Provider, Resource } from '../service.ts';
import type { DynamoDbService } from '../services/dynamodb/index.ts';
import type { QueueAccess } from '../services/sqs/sqs.ts';
import type { FunctionConfig } from './function-config.ts';
import type { Invoked } from './invoked.ts';
import { queueSource } from './queue-source.ts';
import type { BatchOutcome } from './queue-source.ts';
import { streamSource } from './stream-source.ts';

export type EventSources = Provider & {
  /** Begins to poll; throws for a mapping that AWS refuses. Called when every policy is in place. */
  start(): void;
  /** Ends the polling and waits for what the functions are working on. */
  close(): Promise<void>;
};

export type EventSourcesOptions = {
  readonly queues: QueueAccess | undefined;
  readonly streams: DynamoDbService | undefined;
  readonly find: (nameOrArn: string) => FunctionConfig | undefined;
  readonly invoke: (name: string, payload: string) => Promise<Invoked>;
  readonly allowed: (roleArn: string, permission: Permission) => boolean;
  readonly clock: Clock;
};

type Source = { readonly stopped: Promise<void> };

const shape = z.object({ FunctionName: z.string(), EventSourceArn: z.string() });

export const openEventSources = (options: EventSourcesOptions): EventSources => {
  const mappings: Resource[] = [];
  const stop = new AbortController();
  const running: Source[] = [];

  const begin = (mapping: Resource): Source => {
    const { FunctionName, EventSourceArn } = shape.parse(mapping.properties);
    const target = options.find(FunctionName);
    if (target === undefined) throw new Error(`no function ${FunctionName}`);
    const tools = {
      invoke: async (event: unknown) =>
        batchOutcome(await options.invoke(target.name, JSON.stringify(event))),
      allowed: (permission: Permission) => options.allowed(target.roleArn, permission),
      clock: options.clock,
      signal: stop.signal,
    };
    const service = EventSourceArn.split(':')[2];
    if (service === 'sqs' && options.queues !== undefined)
      return queueSource(mapping.properties, {
        ...tools,
        queues: options.queues,
        functionTimeoutSeconds: target.timeoutSeconds,
      });
    if (service === 'dynamodb' && options.streams !== undefined)
      return streamSource(mapping.properties, {
        ...tools,
        streams: options.streams,
        consumer: `${mapping.stack}/${mapping.logicalId}`,
      });
    throw new Error(`nothing here feeds a function from ${EventSourceArn}`);
  };

  return {
    types: ['AWS::Lambda::EventSourceMapping'],
    provision: (mapping) => {
      mappings.push(mapping);
      const id = `${mapping.stack}-${mapping.logicalId}`;
      return { ref: id, attributes: { Id: id } };
    },
    start: () => {
      for (const mapping of mappings) {
        try {
          running.push(begin(mapping));
        } catch (error) {
          const because = error instanceof Error ? error.message : String(error);
          throw new Error(`${mapping.stack}/${mapping.logicalId}, ${mapping.type}: ${because}`, {
            cause: error,
          });
        }
      }
    },
    close: async () => {
      stop.abort();
      await Promise.all(running.map(({ stopped }) => stopped));
    },
  };
};

const batchOutcome = (invoked: Invoked): BatchOutcome => {
  if (invoked.kind !== 'returned') return { error: invoked };
  const payload: unknown = JSON.parse(invoked.payload);
  return { payload };
};
