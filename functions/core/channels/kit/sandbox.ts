/**
 * What a sandbox is: a channel's platform played on the local machine.
 *
 * The machine loads `channels/<id>/sandbox.ts` by its path and calls the function `sandbox` that it exports; nothing
 * of it is ever bundled. It keeps what it took over a kill, because a platform does.
 */

/** An account that the platform knows, and where it calls us. */
export type SandboxAccount = {
  readonly account: string;
  readonly registration: string;
  /** Address of our webhook for this registration. */
  readonly webhook: string;
  readonly secrets: readonly string[];
  /** The application that the platform knows us as, and the country's site, where the platform has such. */
  readonly applicationId?: string | undefined;
  readonly site?: string | undefined;
};

export type SandboxOptions = {
  readonly accounts: readonly SandboxAccount[];
  /** Items and orders as the seeds write them, each with its `account`; those of other accounts are left alone. */
  readonly items: readonly unknown[];
  readonly orders: readonly unknown[];
  /** Folder that survives a restart. */
  readonly data: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

export type SandboxRequest = {
  readonly method: string;
  /** As sent, still percent-encoded; what stands before the platform's own paths does not matter. */
  readonly path: string;
  readonly query: URLSearchParams | Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type SandboxAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One reply that the platform took. */
export type SentEntry = {
  /** From 1, without gaps. */
  readonly n: number;
  readonly at: string;
  readonly channel: string;
  readonly account: string;
  readonly conversation: string;
  readonly inReplyTo: string;
  readonly text: string;
  /** How often the same was sent again under its key; the buyer saw it once. */
  readonly repeats: number;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
};

export type Sandbox = {
  /** The platform's own interface, as our channel calls it. */
  handle(request: SandboxRequest): Promise<SandboxAnswer>;
  /** What can be made there, by the last part of the path: a shop's messages, a marketplace's questions. */
  readonly creates: readonly string[];
  /**
   * Somebody writes: the platform makes it, and calls our webhook as it does. `kind` is one of `creates`, or the
   * first of them. Throws when the body is wrong, and where the platform itself would notice that nobody takes it.
   */
  create(body: unknown, kind?: string): Promise<{ readonly id: string }>;
  sent(after: number): readonly SentEntry[];
  /** Misbehaves from now on as told (`sandbox-faults.ts`). Throws a TypeError when the fault is not understood. */
  fault(fault: unknown): void;
  close(): Promise<void>;
};
