/** Where a stand-in under test runs: an empty folder and a clock that the test moves by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../../lib/local/service.ts';

export type TestPlace = Place & {
  /** Moves the clock forward. */
  pass(milliseconds: number): void;
  /** Deletes the folder. */
  remove(): void;
};

export const testPlace = (region = 'sa-east-1'): TestPlace => {
  const data = mkdtempSync(join(tmpdir(), 'recado-'));
  let now = Date.parse('2026-03-02T10:00:00Z');
  return {
    region,
    account: '000000000000',
    data,
    clock: () => now,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    remove: () => rmSync(data, { recursive: true }),
  };
};

/** The name of the error that a call ended in, as the SDK names it, or `accepted`. */
export const refusal = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
};

/** The message of the error that a call ended in, or `accepted`. */
export const complaint = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
};
