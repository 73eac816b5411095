/** A command's connection: a stage on AWS with the caller's own rights, or the machine that runs on this computer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** What a running local machine writes into its data folder for the commands. */
export const runningFile = 'running.json';
export const running = z.object({
  aws: z.string(),
  region: z.string(),
  stage: z.string(),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  /** For reading the ledger while the machine is stopped. */
  usageTable: z.string(),
  /** For statements of it; machines of before did not write it. */
  tenantsTable: z.string().optional(),
});
export type Running = z.output<typeof running>;

export type Target = {
  readonly stage: string | undefined;
  readonly region: string | undefined;
  readonly data: string;
};

export type Connection = {
  readonly region: string;
  readonly stage: string;
  readonly dynamo: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  /** The environment of a deployed Lambda: the names of tables, queues and keys, as deployed. */
  environment(lambda: string): Promise<Readonly<Record<string, string>>>;
  invoke(lambda: string, request: unknown): Promise<unknown>;
};

/** A fault that the caller can mend: it is printed without a stack. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}

export const defaultRegion = 'sa-east-1';
export const defaultData = (region: string): string => join('.recado', region);

export const readRunning = (data: string): Running => {
  try {
    return running.parse(JSON.parse(readFileSync(join(data, runningFile), 'utf8')));
  } catch {
    throw new CommandFault(
      `no machine runs on ${data}: start one with \`npm start\`, or name a stage with --stage`,
    );
  }
};

/** True while the machine that wrote the file answers. */
export const isAlive = async ({ aws }: Pick<Running, 'aws'>): Promise<boolean> => {
  try {
    return (await fetch(`${aws}/_calls`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
};

type Client = {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

const opened = (client: Client, stage: string): Connection => {
  const lambda = new LambdaClient(client);
  const nameOf = (short: string): string => `recado-${stage}-${short}`;
  return {
    region: client.region,
    stage,
    dynamo: DynamoDBDocumentClient.from(new DynamoDBClient(client), {
      marshallOptions: { removeUndefinedValues: true },
    }),
    kms: new KMSClient(client),
    async environment(short) {
      const { Environment } = await lambda.send(
        new GetFunctionConfigurationCommand({ FunctionName: nameOf(short) }),
      );
      return Environment?.Variables ?? {};
    },
    async invoke(short, request) {
      const { Payload, FunctionError } = await lambda.send(
        new InvokeCommand({ FunctionName: nameOf(short), Payload: JSON.stringify(request) }),
      );
      const text = Buffer.from(Payload ?? []).toString('utf8');
      if (FunctionError !== undefined) throw new CommandFault(`${short} failed: look into its log`);
      return JSON.parse(text);
    },
  };
};

/** The machine of this computer, by what it wrote when it was ready. */
export const connectTo = ({
  aws,
  region,
  stage,
  accessKeyId,
  secretAccessKey,
}: Omit<Running, 'usageTable'>): Connection =>
  opened({ region, endpoint: aws, credentials: { accessKeyId, secretAccessKey } }, stage);

/** Throws a CommandFault when neither is there. */
export const connect = (target: Target): Connection => {
  if (target.stage !== undefined) return opened({ region: target.region ?? defaultRegion }, target.stage);
  const local = readRunning(target.data);
  const { accessKeyId, secretAccessKey } = local;
  return opened(
    { region: local.region, endpoint: local.aws, credentials: { accessKeyId, secretAccessKey } },
    local.stage,
  );
};
