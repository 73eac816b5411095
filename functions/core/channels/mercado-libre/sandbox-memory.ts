/** What the sandboxed platform knows: its journal folded into questions, threads, claims, notices and tokens. */
import type { SentEntry } from '../kit/sandbox.ts';
import { openJournal } from '../kit/sandbox-journal.ts';
import { record } from './sandbox-records.ts';
import type {
  Answer,
  Claim,
  ClaimMessage,
  Code,
  Entry,
  Message,
  Notice,
  Pair,
  Question,
} from './sandbox-records.ts';

export type KnownQuestion = Question & { answer: Answer | null; status: string | null };
export type Thread = {
  readonly account: string;
  readonly pack: string;
  /** Empty while nobody has written. */
  buyer: string;
  readonly messages: Message[];
  readAt: number;
  block: string | null;
  assisted: boolean;
};
export type KnownClaim = Claim & { readonly messages: ClaimMessage[] };
export type KnownNotice = Notice & { end: 'taken' | 'missed' | null; attempts: number };
export type KnownPair = Pair & { isVoid: boolean; isSpent: boolean };

export type Memory = {
  readonly questions: ReadonlyMap<string, KnownQuestion>;
  readonly claims: ReadonlyMap<string, KnownClaim>;
  readonly notices: ReadonlyMap<string, KnownNotice>;
  /** Codes of an authorisation that nobody has redeemed. */
  readonly codes: ReadonlyMap<string, Code>;
  readonly pairs: readonly KnownPair[];
  readonly topicsOff: ReadonlySet<string>;
  thread(account: string, pack: string): Thread | undefined;
  threadsOf(account: string): readonly Thread[];
  /** How much was ever kept: a number that no later thing has again. */
  count(): number;
  /** On disk when it returns. */
  keep(entry: Entry): void;
  sent(after: number): readonly SentEntry[];
};

const key = (account: string, pack: string): string => JSON.stringify([account, pack]);

export const openMemory = (folder: string): Memory => {
  const journal = openJournal(folder, 'mercado-libre.jsonl', record);
  const questions = new Map<string, KnownQuestion>();
  const threads = new Map<string, Thread>();
  const claims = new Map<string, KnownClaim>();
  const notices = new Map<string, KnownNotice>();
  const codes = new Map<string, Code>();
  const pairs: KnownPair[] = [];
  const topicsOff = new Set<string>();
  const replies: SentEntry[] = [];
  let kept = 0;

  const threadFor = (account: string, pack: string): Thread => {
    const known = threads.get(key(account, pack));
    if (known !== undefined) return known;
    const fresh: Thread = { account, pack, buyer: '', messages: [], readAt: 0, block: null, assisted: false };
    threads.set(key(account, pack), fresh);
    return fresh;
  };

  const recall = (entry: Entry): void => {
    kept += 1;
    const reply = replyOf(entry, { threads, claims }, replies.length + 1);
    if (reply !== null) replies.push(reply);
    switch (entry.kind) {
      case 'question':
        questions.set(entry.id, { ...entry, answer: null, status: null });
        return;
      case 'answer': {
        const asked = questions.get(entry.question);
        if (asked !== undefined) asked.answer = entry;
        return;
      }
      case 'question-status': {
        const asked = questions.get(entry.question);
        if (asked !== undefined) asked.status = entry.status;
        return;
      }
      case 'message':
        writeTo(threadFor(entry.account, entry.pack), entry);
        return;
      case 'read':
        threadFor(entry.account, entry.pack).readAt = entry.at;
        return;
      case 'block':
        threadFor(entry.account, entry.pack).block = entry.substatus;
        return;
      case 'assistant':
        threadFor(entry.account, entry.pack).assisted = true;
        return;
      case 'claim':
        claims.set(entry.id, { ...entry, messages: [] });
        return;
      case 'claim-message':
        claims.get(entry.claim)?.messages.push(entry);
        return;
      case 'notice':
        notices.set(entry.id, { ...entry, end: null, attempts: 0 });
        return;
      case 'notice-end': {
        const known = notices.get(entry.id);
        if (known !== undefined) Object.assign(known, { end: entry.how, attempts: entry.attempts });
        return;
      }
      case 'topic':
        if (entry.on) topicsOff.delete(entry.topic);
        else topicsOff.add(entry.topic);
        return;
      case 'code':
        codes.set(entry.code, entry);
        return;
      case 'pair':
        codes.delete(entry.spent);
        for (const earlier of pairs) if (earlier.refresh === entry.spent) earlier.isSpent = true;
        pairs.push({ ...entry, isVoid: false, isSpent: false });
        return;
      case 'void':
        for (const known of pairs) {
          if (entry.account !== null && entry.account !== known.account) continue;
          known.isVoid = true;
          if (entry.what === 'grant') known.isSpent = true;
        }
        return;
    }
  };

  journal.kept.forEach(recall);
  return {
    questions,
    claims,
    notices,
    codes,
    pairs,
    topicsOff,
    thread: (account, pack) => threads.get(key(account, pack)),
    threadsOf: (account) => [...threads.values()].filter((thread) => thread.account === account),
    count: () => kept,
    keep: (entry) => {
      journal.keep(entry);
      recall(entry);
    },
    sent: (after) => replies.slice(Math.max(0, after)),
  };
};

const writeTo = (thread: Thread, message: Message): void => {
  thread.buyer = message.buyer;
  thread.messages.push(message);
};

type Heard = {
  readonly threads: ReadonlyMap<string, Thread>;
  readonly claims: ReadonlyMap<string, KnownClaim>;
};

/** What our side sent; `null` for what buyers wrote and what a person typed on the site. */
const replyOf = (entry: Entry, heard: Heard, n: number): SentEntry | null => {
  if (entry.kind !== 'answer' && entry.kind !== 'message' && entry.kind !== 'claim-message') return null;
  if (entry.request === null) return null;
  const { account, text, request } = entry;
  const told = { n, at: new Date(entry.at).toISOString(), channel: 'mercado-libre', account, text, request };
  return { ...told, ...placeOf(entry, heard), repeats: 0 };
};

/** The platform has no field for what a message replies to: it is the buyer's newest. */
const placeOf = (
  entry: Answer | Message | ClaimMessage,
  { threads, claims }: Heard,
): { readonly conversation: string; readonly inReplyTo: string } => {
  if (entry.kind === 'answer') return { conversation: entry.question, inReplyTo: entry.question };
  if (entry.kind === 'message') {
    const messages = threads.get(key(entry.account, entry.pack))?.messages ?? [];
    const last = messages.findLast(({ from }) => from === 'buyer');
    return { conversation: entry.pack, inReplyTo: last?.id ?? '' };
  }
  return { conversation: entry.claim, inReplyTo: claims.get(entry.claim)?.id ?? '' };
};
