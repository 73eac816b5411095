/** Keeps what the Lambdas print: one file of JSON lines for each, and a listener for whoever watches. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../service.ts';

export type LogLine = {
  /** Short name of the Lambda. */
  readonly function: string;
  /** One JSON object. */
  readonly text: string;
};

export type Logs = { write(functionName: string, line: string): void; close(): void };

const isJsonObject = (line: string): boolean => {
  if (!line.startsWith('{')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
};

/** Lines go to `folder/<name>.jsonl` at once, so that a kill loses none; what is no JSON becomes the message of a line. */
export const openLogs = (folder: string, clock: Clock, onLog?: (line: LogLine) => void): Logs => {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, number>();

  const fileOf = (name: string): number => {
    const open = files.get(name) ?? openSync(join(folder, `${name}.jsonl`), 'a');
    files.set(name, open);
    return open;
  };

  return {
    write: (name, line) => {
      if (line.trim() === '') return;
      const text = isJsonObject(line)
        ? line
        : JSON.stringify({ timestamp: new Date(clock()).toISOString(), message: line });
      writeSync(fileOf(name), `${text}\n`);
      onLog?.({ function: name, text });
    },
    close: () => {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
};
