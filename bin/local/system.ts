/** The whole system on this machine: the local AWS, the Lambdas as deployed, the sandboxes, and the demo's seeds. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Sandbox, SandboxOptions } from '../../functions/core/channels/kit/sandbox.ts';
import { channelIds } from '../../functions/core/domain/channel.ts';
import { models } from '../../functions/core/policy/models.ts';
import type { Region } from '../../functions/core/policy/regions.ts';
import { playAws } from '../../lib/local/aws.ts';
import type { Measure } from '../../lib/local/lambda/metrics.ts';
import { startMachine, type Machine } from '../../lib/local/machine.ts';
import type { TableCapacity } from '../../lib/local/services/dynamodb/index.ts';
import type { Running } from '../operate/connection.ts';
import { openFront, platformPath } from './front.ts';
import { health } from './health.ts';
import { modelDouble } from './model-double.ts';
import { narrator } from './narrate.ts';
import { plant } from './plant.ts';
import { realModel } from './real-model.ts';
import type { Seeds } from './seeds.ts';
import { sentJournal } from './sent.ts';

export type SystemOptions = {
  readonly root: string;
  readonly region: Region;
  readonly stage: string;
  readonly data: string;
  readonly assembly: string;
  readonly seeds: Seeds;
  readonly port: number;
  readonly real: readonly string[];
  /** One readable line for each message that came to its end. */
  readonly tell: (line: string) => void;
  readonly problem: (line: string) => void;
  /** Told of every metric of a Lambda as it is measured. */
  readonly measure?: Measure;
};

export type System = {
  readonly front: string;
  readonly ready: Readonly<Record<string, unknown>>;
  readonly running: Running;
  readonly machine: Machine;
  /** Capacity units that each table consumed since the start. */
  capacity(): readonly TableCapacity[];
  stop(): Promise<void>;
};

/** A model's own ceilings, larger than what policy lets us ask for. */
const modelTable = (region: Region) =>
  Object.fromEntries(
    models[region].map((row) => [
      row.id,
      row.inRegion ? { structured: row.structured, maxOutputTokens: 8192 } : ('profile-only' as const),
    ]),
  );

const loadSandbox = async (root: string, channel: string, options: SandboxOptions): Promise<Sandbox> => {
  const file = join(root, 'functions', 'core', 'channels', channel, 'sandbox.ts');
  const loaded: { readonly sandbox: (given: SandboxOptions) => Sandbox } = await import(
    pathToFileURL(file).href
  );
  return loaded.sandbox(options);
};

const environmentOf = (machine: Machine, lambda: string, variable: string): string => {
  const found = machine.functions.find(({ names }) => names.includes(lambda))?.variables[variable];
  if (found === undefined) throw new Error(`${lambda} has no ${variable}`);
  return found;
};

export const startSystem = async (options: SystemOptions): Promise<System> => {
  const { region, data, seeds } = options;
  const parts: { current: Parameters<typeof openFront>[1] extends () => infer Parts ? Parts : never } = {
    current: null,
  };
  const { url: front, server } = await openFront(options.port, () => parts.current);
  const tell = narrator();
  let capacity: System['capacity'] = () => [];
  const machine = await startMachine({
    assembly: options.assembly,
    region,
    stackPrefix: `recado-${options.stage}-`,
    data,
    services: (host) => {
      const played = playAws(host, {
        bedrock: {
          models: modelTable(region),
          answer: options.real.includes('bedrock') ? realModel(region) : modelDouble,
        },
      });
      capacity = () => played.dynamodb.capacity();
      return {
        ...played,
        measure: (metric, value) => {
          played.measure?.(metric, value);
          options.measure?.(metric, value);
        },
      };
    },
    extraEnvironment: Object.fromEntries(
      channelIds.map((channel) => [
        `RECADO_${channel.toUpperCase().replaceAll('-', '_')}_API`,
        process.env[`RECADO_${channel.toUpperCase().replaceAll('-', '_')}_API`] ??
          `${front}${platformPath(channel)}`,
      ]),
    ),
    shortName: (_, name) => name.replace(`recado-${options.stage}-`, ''),
    onLog: (line) => {
      const told = tell(line.text);
      if (told !== null) options.tell(told);
    },
    onProblem: options.problem,
    warm: true,
  });
  const { accessKeyId, secretAccessKey } = machine.administrator;
  const running: Running = {
    aws: machine.aws,
    region,
    stage: options.stage,
    accessKeyId,
    secretAccessKey,
    usageTable: environmentOf(machine, 'detect-language', 'USAGE_TABLE'),
    tenantsTable: environmentOf(machine, 'generate-reply', 'TENANTS_TABLE'),
  };
  const api = machine.apis[0]?.url ?? '';
  const accounts = seeds.accounts.map(({ registration, channel, ...account }) => ({
    ...account,
    channel,
    registration,
    webhook: `${api}/webhooks/${channel}/${registration}`,
  }));
  const opened = await Promise.all(
    channelIds.map(async (channel) => {
      const given = {
        accounts: accounts.filter((account) => account.channel === channel),
        items: seeds.items,
        orders: seeds.orders,
        data: join(data, 'sandbox'),
        now: Date.now,
      };
      return [channel, await loadSandbox(options.root, channel, given)] as const;
    }),
  );
  const sandboxes = new Map<string, Sandbox>(opened);
  const client = { region, endpoint: machine.aws, credentials: { accessKeyId, secretAccessKey } };
  const sqs = new SQSClient(client);
  parts.current = {
    sandboxes,
    sent: sentJournal(sandboxes),
    health: health({
      dynamo: DynamoDBDocumentClient.from(new DynamoDBClient(client)),
      sqs,
      table: environmentOf(machine, 'detect-language', 'CONVERSATIONS_TABLE'),
      inboundUrl: environmentOf(machine, 'receive-webhook', 'INBOUND_QUEUE_URL'),
      unreadableUrl: environmentOf(machine, 'receive-webhook', 'UNREADABLE_QUEUE_URL'),
    }),
  };
  // Only now: an account is authorised at its sandbox, which has to be there.
  await plant(running, seeds, front);
  return {
    front,
    machine,
    running,
    capacity: () => capacity(),
    ready: {
      region,
      health: `${front}/health`,
      sandbox: `${front}/sandbox`,
      aws: machine.aws,
      webhooks: accounts.map(({ tenant, channel, account, webhook }) => ({
        tenant,
        channel,
        account,
        url: webhook,
      })),
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await machine.stop();
      await Promise.all([...sandboxes.values()].map(async (sandbox) => sandbox.close()));
    },
  };
};
