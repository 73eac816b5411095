/** A command that answers JSON lines by JSON lines: in order, in constant memory, past every bad line. */
import { createInterface } from 'node:readline';

type Answer = Readonly<Record<string, unknown>>;
/** A line that parsed: its `id`, its `text` and the rest. */
export type TextLine = {
  readonly id: unknown;
  readonly text: string;
  readonly rest: Readonly<Record<string, unknown>>;
};

const textLine = (line: string): TextLine | { readonly id: unknown; readonly error: string } => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'the line is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: 'the line is no object' };
  const rest: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value));
  const id = rest['id'] ?? null;
  const { text } = rest;
  return typeof text === 'string' ? { id, text, rest } : { id, error: 'text is missing' };
};

const written = async (line: string): Promise<void> => {
  if (!process.stdout.write(line)) await new Promise((resolve) => process.stdout.once('drain', resolve));
};

/** Reads standard input to its end; one line out for each line in that is not blank. */
export const answerLines = async (answer: (line: TextLine) => Answer): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const read = textLine(line);
    await written(`${JSON.stringify('error' in read ? read : { id: read.id, ...answer(read) })}\n`);
  }
};
