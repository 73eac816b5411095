/** The sandboxed platform tells the application that something happened: a pointer, half a second of patience, an hour of retries. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxAccount, SandboxOptions } from '../kit/sandbox.ts';
import { noticeId } from './sandbox-ids.ts';
import type { KnownNotice, Memory } from './sandbox-memory.ts';
import type { Moods } from './sandbox-moods.ts';
import type { Notice } from './sandbox-records.ts';
import { applicationOf, wireId, wireTime, type Platform } from './sandbox-platform.ts';

/** Milliseconds for a 200; anything else, and anything later, failed. */
const deadlineMs = 500;
/** Eight calls in all: the first at once, and these shares of about an hour before each of the others. */
const retryShares = [0.02, 0.04, 0.08, 0.13, 0.21, 0.25, 0.27];
/** So many failed calls of a topic in a row, and the topic is switched off until a person switches it on again. */
const patience = 40;
const holdMs = 1000;
const lateMs = 3000;

export type Push = {
  /** Resolves after the first call of the notice, or at once where a mood keeps it back; never rejects. */
  readonly notify: Platform['notify'];
  /** Calls again for what was under way when the machine was stopped. */
  resume(): void;
};

export const openPush = (
  options: SandboxOptions,
  memory: Memory,
  moods: Moods,
  closing: AbortSignal,
): Push => {
  const failures = new Map<string, number>();
  let held: (() => Promise<void>)[] = [];

  const miss = (notice: Notice, attempts: number): void =>
    memory.keep({ kind: 'notice-end', id: notice.id, how: 'missed', attempts });

  const attempt = async (notice: Notice, attempts: number): Promise<boolean> => {
    const isTaken = await call(options, notice, attempts, closing);
    const failed = isTaken ? 0 : (failures.get(notice.topic) ?? 0) + 1;
    failures.set(notice.topic, failed);
    if (failed === patience) memory.keep({ kind: 'topic', topic: notice.topic, on: false });
    const isOpen = memory.notices.get(notice.id)?.end === null;
    if (isTaken && isOpen) memory.keep({ kind: 'notice-end', id: notice.id, how: 'taken', attempts });
    return isTaken;
  };

  const retry = async (notice: Notice): Promise<void> => {
    for (const [index, share] of retryShares.entries()) {
      await pause(share * moods.hourMs, undefined, { signal: closing });
      if (memory.topicsOff.has(notice.topic)) return miss(notice, index + 1);
      if (await attempt(notice, index + 2)) return;
    }
    miss(notice, retryShares.length + 1);
  };
  const background = (work: Promise<void>): void => void work.catch(stopped(closing));

  const deliver = async (notice: Notice): Promise<void> => {
    if (!(await attempt(notice, 1))) background(retry(notice));
  };

  const hold = (notice: Notice, wanted: number): void => {
    held.push(async () => deliver(notice));
    const release = async (): Promise<void> => {
      const waiting = held.toReversed();
      held = [];
      for (const send of waiting) await send();
    };
    if (held.length >= wanted) background(release());
    else if (held.length === 1) background(pause(holdMs, undefined, { signal: closing }).then(release));
  };

  const send = async (notice: Notice): Promise<void> => {
    if (memory.topicsOff.has(notice.topic)) return miss(notice, 0);
    const mood = moods.delivery();
    if (mood?.mood === 'silent') return miss(notice, 0);
    if (mood?.mood === 'out-of-order') return hold(notice, mood.times);
    if (mood?.mood === 'late')
      return background(
        pause(mood.delayMs ?? lateMs, undefined, { signal: closing }).then(async () => deliver(notice)),
      );
    await deliver(notice);
    const copies = mood?.mood === 'doubled' ? mood.copies - 1 : 0;
    for (let copy = 0; copy < copies; copy += 1) await call(options, notice, 1, closing);
  };

  return {
    notify: async (account, topic, resource, actions = []) => {
      const id = noticeId(memory.count());
      const at = options.now();
      const kept: Notice = { kind: 'notice', id, account, topic, resource, actions: [...actions], at };
      memory.keep(kept);
      await send(kept).catch(stopped(closing));
    },
    resume: () => {
      for (const notice of memory.notices.values()) if (notice.end === null) background(retry(notice));
    },
  };
};

/** What a stopped machine leaves undone is done by the next; anything else is a bug. */
const stopped =
  (closing: AbortSignal) =>
  (error: unknown): void => {
    if (!closing.aborted) throw error;
  };

/** The body of a call: the older topics have `_id`, the typed ones `id` and `actions`. */
export const pointerOf = (
  account: SandboxAccount,
  notice: Notice,
  attempts: number,
  sent: number,
): unknown => {
  const { id, resource, topic, actions } = notice;
  return {
    ...(topic === 'questions' ? { _id: id } : { id, actions }),
    resource,
    user_id: wireId(notice.account),
    topic,
    application_id: wireId(applicationOf(account)),
    attempts,
    sent: wireTime(sent),
    received: wireTime(notice.at),
  };
};

/** Whether it was acknowledged in time. An account that nobody connected is told to the first that is. */
const call = async (
  { accounts, now }: SandboxOptions,
  notice: Notice,
  attempts: number,
  closing: AbortSignal,
): Promise<boolean> => {
  const target = accounts.find(({ account }) => account === notice.account) ?? accounts[0];
  if (target === undefined) throw new Error('the sandboxed platform has no account');
  try {
    const response = await fetch(target.webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(pointerOf(target, notice, attempts, now())),
      signal: AbortSignal.any([closing, AbortSignal.timeout(deadlineMs)]),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    closing.throwIfAborted();
    return false;
  }
};

const keptForMs = 2 * 24 * 60 * 60 * 1000;

/** `GET /missed_feeds`: of every seller of the application, oldest first, for two days. */
export const missedNotices = (memory: Memory, now: number): readonly KnownNotice[] =>
  [...memory.notices.values()].filter(({ end, at }) => end === 'missed' && now - at <= keptForMs);
