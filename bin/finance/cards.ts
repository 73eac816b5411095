/** The cards of a tenant for a command: from a file, or as planted; without any, an example that says so. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssignedCard } from '../../functions/core/rating/card/agreement.ts';
import type { Fault } from '../../functions/core/rating/card/card.ts';
import { readAssignedCards } from '../../functions/core/rating/card/read-agreement.ts';
import { CommandFault } from '../operate/connection.ts';

export const exampleCards = ['latam', 'us', 'both'] as const;
export type ExampleCard = (typeof exampleCards)[number];

export const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandFault(`${file}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
};

/** One line each, as commands print them. */
export const faultLines = (file: string, faults: readonly Fault[]): string =>
  faults.map(({ path, problem }) => `${file}: ${path}: ${problem}`).join('\n');

const isList = (data: unknown): data is readonly unknown[] => Array.isArray(data);

/** A file holds a list of `{tenant, from, card, agreement?}`, or one card, which then is the tenant's from its first day. */
export const cardsIn = (file: string, data: unknown, tenant: string): readonly AssignedCard[] => {
  const single = typeof data === 'object' && data !== null && 'from' in data ? data.from : null;
  const read = readAssignedCards(isList(data) ? data : [{ tenant, from: single, card: data }]);
  if (!read.ok) throw new CommandFault(faultLines(file, read.problem.faults));
  return read.value;
};

export const exampleFile = (name: ExampleCard): string =>
  join(import.meta.dirname, '..', 'rate-cards', `${name}.json`);

export const exampleCard = (name: ExampleCard, tenant: string): readonly AssignedCard[] =>
  cardsIn(exampleFile(name), readJson(exampleFile(name)), tenant);
