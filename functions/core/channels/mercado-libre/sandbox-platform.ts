/** What every part of the sandboxed platform works with, and how it answers. */
import type { SandboxAccount, SandboxAnswer, SandboxRequest } from '../kit/sandbox.ts';
import type { Memory } from './sandbox-memory.ts';
import type { Moods } from './sandbox-moods.ts';
import type { KeptRequest } from './sandbox-records.ts';
import type { Stock } from './sandbox-stock.ts';

export type Platform = {
  readonly accounts: readonly SandboxAccount[];
  readonly memory: Memory;
  readonly stock: Stock;
  readonly moods: Moods;
  readonly now: () => number;
  /** Something happened at a resource: the application is told, if its topic is on. */
  notify(account: string, topic: Topic, resource: string, actions?: readonly string[]): Promise<void>;
};

export type Topic = 'questions' | 'messages' | 'post_purchase';

/** A call with a token of this account; `ids` are the variable parts of the path, decoded. */
export type Call = {
  readonly account: string;
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly request: SandboxRequest;
};

/** Of an application that nobody named in the seeds. */
const unnamedApplication = '2069392825111111';

export const applicationOf = (account: SandboxAccount): string => account.applicationId ?? unnamedApplication;
export const siteOf = ({ accounts }: Platform, account: string): string =>
  accounts.find((known) => known.account === account)?.site ?? 'MLB';

/** Ids are numbers on this platform; one that no number can hold stays text. */
export const wireId = (id: string): number | string => {
  const number = Number(id);
  return /^[1-9]\d*$/.test(id) && Number.isSafeInteger(number) ? number : id;
};

export const wireTime = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const json = (status: number, content: unknown): SandboxAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
});

export const failure = (status: number, error: string, message = error): SandboxAnswer =>
  json(status, { message, error, status, cause: [] });

export const notFound = (): SandboxAnswer => failure(404, 'not_found', 'resource not found');
export const forbidden = (): SandboxAnswer => failure(403, 'forbidden', 'the caller is not authorized');

export const keptOf = ({ method, path, headers, body }: SandboxRequest): KeptRequest => {
  // A token is nothing for a journal or for those who read what was sent.
  const { authorization: _token, ...rest } = headers;
  return { method, path, headers: rest, body: body.toString() };
};
