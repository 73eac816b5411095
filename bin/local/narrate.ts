/** Tells the way of each message as one readable line, from the log lines of the Lambdas. */
import * as z from 'zod';

const line = z.object({
  time: z.string(),
  name: z.string(),
  conversation: z.string().optional(),
  message: z.string().optional(),
  language: z.string().optional(),
  intent: z.string().optional(),
  state: z.string().optional(),
  because: z.string().optional(),
  by: z.string().optional(),
});
type Line = z.output<typeof line>;

type Way = { readonly since: number; language: string; intent: string; decided: string };

const ends: Readonly<Record<string, string>> = {
  'reply-sent': 'answered',
  'reply-rejected': 'refused by the shop, a person has it',
  'message-buried': 'parked, a person has it',
};
/** Decisions after which nothing more is sent. */
const endsByDecision = new Set(['covered-by', 'draft', 'ignore']);

const mostKept = 2000;

/** Feed it every log line; it answers with a line to print when a message has come to its end. */
export const narrator = () => {
  const ways = new Map<string, Way>();

  const told = (read: Line, way: Way, end: string): string => {
    const seconds = ((Date.parse(read.time) - way.since) / 1000).toFixed(1);
    const short = (read.message ?? '').slice(0, 6);
    return `${read.time.slice(11, 19)}  ${short}…  ${way.language} → ${way.intent} → ${way.decided === '' ? '' : `${way.decided} → `}${end}  (${seconds} s)`;
  };

  const end = (read: Line, way: Way, words: string): string => {
    ways.delete(read.message ?? '');
    return told(read, way, words);
  };

  return (text: string): string | null => {
    const parsed = line.safeParse(readJson(text));
    if (!parsed.success || parsed.data.message === undefined) return null;
    const read = parsed.data;
    const id = parsed.data.message;
    if (read.name === 'message-stored') {
      if (ways.size >= mostKept) ways.clear();
      ways.set(id, { since: Date.parse(read.time), language: '?', intent: '?', decided: '' });
      return null;
    }
    const way = ways.get(id);
    if (way === undefined) return null;
    if (read.name === 'language-detected') way.language = read.language ?? '?';
    if (read.name === 'intent-recognized')
      way.intent = `${read.intent ?? '?'}${read.by === 'model' ? ' (model)' : ''}`;
    if (read.name === 'reply-decided') {
      way.decided = `${read.state ?? ''}: ${read.because ?? ''}`;
      if (endsByDecision.has(read.state ?? ''))
        return end(read, way, read.state === 'draft' ? 'waits for approval' : 'no reply of its own');
    }
    const words = ends[read.name];
    return words === undefined ? null : end(read, way, words);
  };
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
