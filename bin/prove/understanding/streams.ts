/** `understand` and `redact` over many lines: every line answered, in order, in memory that does not grow. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atMost, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { reservedCases } from './cases.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** The command tells its peak of resident memory as its last word. */
const tellsPeak = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`;

/** Node takes memory as long as there is some; held to this much, what a line leaves behind would end the run. */
const heldTo = ['--max-old-space-size=64', '--max-semi-space-size=8'];

type Streamed = { readonly inOrder: number; readonly megabytes: number };

/** How many lines came back as themselves, in order, before the first that did not; and the peak of memory. */
const stream = async (command: string, texts: readonly string[], lines: number): Promise<Streamed> => {
  const child = spawn(process.execPath, [
    ...heldTo,
    '--import',
    tellsPeak,
    join(root, 'bin', `${command}.ts`),
  ]);
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const writing = (async () => {
    for (let at = 0; at < lines; at += 1) {
      const line = `${JSON.stringify({ id: at, text: texts[at % texts.length] ?? '' })}\n`;
      if (!child.stdin.write(line)) {
        await new Promise((resolve) => {
          child.stdin.once('drain', resolve);
        });
      }
    }
    child.stdin.end();
  })();
  let inOrder = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(`{"id":${String(inOrder)},`)) inOrder += 1;
  }
  await writing;
  await ended;
  return { inOrder, megabytes: Number(/peak (\d+)/.exec(words)?.[1] ?? Number.NaN) / 1000 };
};

/** A tenth of the lines first: what the peak grows by from there on is what a line leaves behind. */
export const streams = async (scope: Scope): Promise<readonly Figure[]> => {
  const texts = reservedCases().map(({ text }) => text);
  const lines = scaled(scope, 1_000_000, 10_000);
  const figures: Figure[] = [];
  for (const command of ['understand', 'redact']) {
    const few = await stream(command, texts, Math.ceil(lines / 10));
    const many = await stream(command, texts, lines);
    figures.push(
      exactly(`understanding.stream-${command}-lines`, many.inOrder, lines),
      atMost(`understanding.stream-${command}-growth`, many.megabytes - few.megabytes, 40, 'MB'),
      atMost(`understanding.stream-${command}-peak`, many.megabytes, 250, 'MB'),
    );
  }
  return figures;
};
