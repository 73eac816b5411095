/** The moods of the sandboxed platform: what it does badly, or decides, when it is told to. */
import * as z from 'zod/mini';
import { platformId } from '../kit/json.ts';

const channel = z.optional(z.string());
const times = z.prefault(z.int().check(z.gte(1)), 1);
const delayMs = z.optional(z.int().check(z.gte(0), z.lte(600_000)));
const topic = z.prefault(z.enum(['questions', 'messages', 'post_purchase']), 'questions');
const thread = { account: platformId, pack: platformId };

const mood = z.discriminatedUnion('mood', [
  /** Of the next notifications: held and sent in the other order, sent again, sent later, or never sent. */
  z.strictObject({ channel, mood: z.literal('out-of-order'), times: z.prefault(z.int().check(z.gte(2)), 2) }),
  z.strictObject({
    channel,
    mood: z.literal('doubled'),
    times,
    copies: z.prefault(z.int().check(z.gte(2)), 2),
  }),
  z.strictObject({ channel, mood: z.literal('late'), times, delayMs }),
  z.strictObject({ channel, mood: z.literal('silent'), times }),
  /** The next texts of ours are taken, and taken back a little later. */
  z.strictObject({
    channel,
    mood: z.literal('moderating'),
    times,
    reason: z.prefault(z.string(), 'AUTOMATIC_MESSAGE'),
    delayMs,
  }),
  /** Access tokens end now; with `revoked` the grant ends too, as after a change of password. */
  z.strictObject({ channel, mood: z.enum(['rotating', 'revoked']), account: z.optional(platformId) }),
  z.strictObject({ channel, mood: z.enum(['topic-off', 'topic-on']), topic }),
  z.strictObject({
    channel,
    mood: z.literal('blocked'),
    ...thread,
    substatus: z.prefault(z.string(), 'blocked_by_buyer'),
  }),
  z.strictObject({ channel, mood: z.enum(['unblocked', 'assistant']), ...thread }),
  /** Every call of a seller's token waits this long for its answer; 0 ends it. */
  z.strictObject({
    channel,
    mood: z.literal('hanging'),
    account: platformId,
    delayMs: z.int().check(z.gte(0)),
  }),
  /** Which of the two documented shapes a single message is read in. */
  z.strictObject({ channel, mood: z.enum(['flat', 'envelope']) }),
  /** How long the hour of retries lasts. */
  z.strictObject({ channel, mood: z.literal('hour'), lastsMs: z.int().check(z.gte(1)) }),
  /** What became of a question: BANNED, DELETED, UNDER_REVIEW, CLOSED_UNANSWERED, DISABLED. */
  z.strictObject({ channel, mood: z.literal('status'), question: platformId, status: z.string() }),
]);
export type Mood = z.output<typeof mood>;
export type DeliveryMood = Extract<Mood, { mood: 'out-of-order' | 'doubled' | 'late' | 'silent' }>;
type Moderating = Extract<Mood, { mood: 'moderating' }>;

/** Throws a TypeError when the mood is not understood. */
export const readMood = (given: unknown): Mood => {
  const parsed = z.safeParse(mood, given);
  if (!parsed.success) throw new TypeError(`not a mood: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

export type Moods = {
  add(mood: DeliveryMood | Moderating): void;
  shape: 'flat' | 'envelope';
  /** Milliseconds that the calls of an account wait. */
  readonly hanging: Map<string, number>;
  /** Milliseconds that the platform's hour of retries takes here. */
  hourMs: number;
  /** The mood in which the next notification goes out; null: as it should. */
  delivery(): DeliveryMood | null;
  /** Why the text that was just taken will be taken back, and when; null: it stays. */
  moderation(text: string, now: number): { readonly reason: string; readonly at: number } | null;
};

/** Milliseconds from taking a text to taking it back. */
const moderationMs = 300;

/** What the platform's own filter finds in any text (facts of its rules for sellers). */
const forbidden: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['LINK_SHORT_URL', /\b(?:bit\.ly|tinyurl\.com|goo\.gl)\//i],
  ['SOCIAL_NETWORK_LINK', /\b(?:instagram|facebook|wa)\.(?:com|me)\b|whats?app/i],
  ['EVASION', /https?:\/\/|\bwww\./i],
  ['PERSONAL_DATA', /[\w.+-]+@[\w-]+\.\w+|\+\d{2}[\s()\d-]{8,}\d/],
];

export const openMoods = (): Moods => {
  const deliveries: { readonly mood: DeliveryMood; left: number }[] = [];
  const moderating: { readonly mood: Moderating; left: number }[] = [];
  const take = <One extends { readonly times: number }>(
    waiting: readonly { readonly mood: One; left: number }[],
  ): One | null => {
    const next = waiting.find(({ left }) => left > 0);
    if (next === undefined) return null;
    next.left -= 1;
    return next.mood;
  };
  return {
    shape: 'envelope',
    hourMs: 12_000,
    hanging: new Map(),
    add: (mood) => {
      if (mood.mood === 'moderating') moderating.push({ mood, left: mood.times });
      else deliveries.push({ mood, left: mood.times });
    },
    delivery: () => take(deliveries),
    moderation: (text, now) => {
      const asked = take(moderating);
      if (asked !== null) return { reason: asked.reason, at: now + (asked.delayMs ?? moderationMs) };
      const found = forbidden.find(([, pattern]) => pattern.test(text));
      return found === undefined ? null : { reason: found[0], at: now + moderationMs };
    },
  };
};
