/** What proves the ledger: the chain of closed hours, their files, and the signed close of a month. */
import type { Month } from '../domain/billing-month.ts';
import type { ChainEntry, ChainHead, Digest } from '../domain/chain.ts';
import type { TenantId } from '../domain/ids.ts';
import type { BookedLine } from '../domain/usage.ts';
import type { MonthClose, SignedClose } from '../domain/month-close.ts';

export type { Digest };

export type Chain = {
  /** Null: no hour was closed yet. */
  head(tenant: TenantId): Promise<ChainHead | null>;
  /** The entries of hours from `from` to `through`, both in, in order of the hours. */
  entries(tenant: TenantId, from: string, through: string): Promise<readonly ChainEntry[]>;
  /** Moves the head on, with an entry or over an hour without lines; `stale`: it is not where `seen` says. */
  advance(
    tenant: TenantId,
    seen: ChainHead | null,
    next: { readonly entry: ChainEntry | null; readonly closedThrough: string },
  ): Promise<'done' | 'stale'>;
};

/** A line with the month and day that it counts in. */
export type PlacedLine = { readonly line: BookedLine; readonly month: Month; readonly day: string };

/** One file for each tenant and closed hour. */
export type Archive = {
  fileOf(tenant: TenantId, hour: string): string;
  /** The same lines give the same bytes; answers their hash. */
  write(file: string, lines: readonly PlacedLine[]): Promise<string>;
  /** Null: there is no such file. `lines` is null when its bytes are no file of lines. */
  read(file: string): Promise<{ readonly hash: string; readonly lines: readonly BookedLine[] | null } | null>;
};

/** The region's evidence key. */
export type Signer = {
  /** The name of the key. */
  readonly key: string;
  /** Signs a SHA-256 digest (hex): ECDSA over P-256, DER, in base64. */
  sign(digest: string): Promise<string>;
  /** DER (SubjectPublicKeyInfo) in base64. */
  publicKey(): Promise<string>;
};

export type MonthCloses = {
  read(
    tenant: TenantId,
    month: Month,
  ): Promise<{ readonly close: MonthClose; readonly signed: SignedClose } | null>;
  /** Keeps and publishes it; a final one is never replaced (`standing`). */
  write(close: MonthClose, signed: SignedClose): Promise<'done' | 'standing'>;
};
