/** A second DynamoDB engine, where its package is installed: what both say alike is hardly our own mistake. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { clientOf } from './stand-in.ts';

const find = (): readonly string[] => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const binary = join(dirname(manifest), 'dynoxide');
    return process.platform === 'linux' && existsSync(binary) ? [binary] : [];
  } catch {
    return [];
  }
};

/** Path of the engine; none where it is not installed. */
export const secondEngines = find();

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      server.close(() => resolve(address.port));
    });
  });

const answers = async (client: DynamoDBClient): Promise<boolean> => {
  try {
    await client.send(new ListTablesCommand({}));
    return true;
  } catch {
    return false;
  }
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });

/** Starts the engine in memory on a free port. */
export const startDynoxide = async (
  binary: string,
): Promise<{ client: DynamoDBClient; close: () => Promise<void> }> => {
  const port = await freePort();
  const child = spawn(binary, ['--port', String(port)], { stdio: 'ignore' });
  const client = clientOf(`http://127.0.0.1:${port}`, 'us-east-1');
  while (!(await answers(client))) {
    if (child.exitCode !== null) throw new Error(`dynoxide ended with ${child.exitCode}`);
    await pause(20);
  }
  return {
    client,
    close: async () => {
      client.destroy();
      await ended(child);
    },
  };
};
