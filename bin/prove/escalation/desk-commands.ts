/** Commands of the desk as a person types them on a local machine. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';

const root = join(import.meta.dirname, '..', '..', '..');

export type Ran = { readonly code: number | null; readonly said: string; readonly faults: string };

export const runCommand = async (data: string, file: string, ...rest: readonly string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [join(root, 'bin', `${file}.ts`), ...rest, '--data', data], {
    cwd: root,
  });
  const said: Buffer[] = [];
  const faults: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => faults.push(chunk));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  return {
    code,
    said: Buffer.concat(said).toString('utf8'),
    faults: Buffer.concat(faults).toString('utf8').trim(),
  };
};

const item = z.object({
  kind: z.string(),
  conversation: z.string(),
  id: z.string(),
  lastBuyerText: z.string(),
  summary: z.nullable(z.string()),
  promisedBy: z.nullable(z.string()),
  state: z.string(),
});
export type Waiting = z.output<typeof item>;

/** Throws with what the command said. */
const must = (ran: Ran): unknown => {
  if (ran.code !== 0) throw new Error(ran.faults);
  return JSON.parse(ran.said.trim().split('\n').at(-1) ?? 'null');
};

export const inboxOf = async (data: string): Promise<readonly Waiting[]> =>
  z.array(item).parse(must(await runCommand(data, 'inbox', '--json')));

const done = z.object({ text: z.string().optional(), language: z.string().optional() });
export const desk = async (data: string, file: string, ...rest: readonly string[]) =>
  done.parse(must(await runCommand(data, file, ...rest)));
