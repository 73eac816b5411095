/** `npm start`: the whole system on this machine with a demo seller, by the very bundles that `cdk deploy` ships. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { command, readArguments } from './operate/arguments.ts';
import {
  CommandFault,
  defaultData,
  defaultRegion,
  isAlive,
  running,
  runningFile,
} from './operate/connection.ts';
import { readSeeds } from './local/seeds.ts';
import { startSystem } from './local/system.ts';
import { synthesize } from './local/synthesize.ts';

const root = join(import.meta.dirname, '..');
const stage = 'demo';

const shape = {
  region: z.enum(['sa-east-1', 'us-east-1']).optional(),
  /** Of the front (health and sandbox); the other ports are free ones. */
  port: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional(),
  data: z.string().min(1).optional(),
  seeds: z.array(z.string()).optional(),
  real: z.array(z.enum(['bedrock'])).optional(),
  /** An assembly that was made before; without it the app is synthesized first. */
  assembly: z.string().min(1).optional(),
  quiet: z.boolean().optional(),
};

const examples = (front: string): string =>
  ['pt', 'es', 'en']
    .map((language) => {
      const account = { pt: 'luna-br', es: 'luna-mx', en: 'luna-us' }[language];
      const text = {
        pt: 'oi, cadê meu pedido 1001?',
        es: 'hola, ¿dónde está mi pedido 1001?',
        en: "hi, where's my order 1001?",
      }[language];
      const body = JSON.stringify({ account, conversation: `chat-${language}`, buyer: 'buyer-1', text });
      return `  curl -s ${front}/sandbox/rest/messages -d '${body.replaceAll("'", String.raw`'\''`)}'`;
    })
    .join('\n');

/** Two machines on one folder would write over each other. */
const refuseSecond = async (data: string): Promise<void> => {
  if (!existsSync(join(data, runningFile))) return;
  const other = running.safeParse(JSON.parse(readFileSync(join(data, runningFile), 'utf8')));
  if (other.success && (await isAlive(other.data))) {
    throw new CommandFault(
      `a machine runs on ${data} already: stop it, or choose another folder with --data`,
    );
  }
};

await command(async () => {
  const given = readArguments(shape, process.argv.slice(2));
  const region = given.region ?? defaultRegion;
  const data = resolve(given.data ?? defaultData(region));
  const files = given.seeds ?? [join(root, 'bin', 'seeds', 'demo.json')];
  const seeds = readSeeds(files);
  if (!seeds.ok) throw new CommandFault(seeds.faults.join('\n'));
  mkdirSync(data, { recursive: true });
  await refuseSecond(data);
  const assembly = resolve(given.assembly ?? join(data, 'assembly'));
  if (given.assembly === undefined) await synthesize(root, assembly, stage);

  const system = await startSystem({
    root,
    region,
    stage,
    data,
    assembly,
    seeds: seeds.seeds,
    port: Number(given.port ?? '0'),
    real: given.real ?? [],
    tell: given.quiet === true ? () => undefined : (line) => console.log(line),
    problem: (line) => console.error(line),
  });
  writeFileSync(join(data, runningFile), JSON.stringify(system.running), { mode: 0o600 });
  const { front, ready } = system;
  console.log(`ready ${JSON.stringify(ready)}`);
  if (given.quiet !== true) {
    console.log(
      `\nA shop's buyers write; watch them being answered (${front}/sandbox/sent shows the replies):\n${examples(front)}\n`,
    );
  }
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void system.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
