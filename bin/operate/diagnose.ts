/** What is found of one account, step by step: authorisation, notifications, pull, last answer. Facts in, verdicts out. */

/** What is known of an account's connection. */
export type AccountFacts = {
  readonly access:
    | { readonly kind: 'none' }
    /** A shop that signs with a secret: nothing ends. */
    | { readonly kind: 'secret' }
    | {
        readonly kind: 'token';
        readonly state: 'usable' | 'lost';
        readonly until: Date;
        /** What the platform said to the token just now. */
        readonly platform: 'accepts' | 'refuses' | 'silent';
      };
  /** `null`: the platform forgets nothing and is not pulled. One entry for each topic. */
  readonly pulls: readonly { readonly at: Date | null; readonly lastGapAt: Date | null }[] | null;
  /** When a buyer's message last came in. */
  readonly heardAt: Date | null;
  /** When a reply last went out, proved. */
  readonly answeredAt: Date | null;
};

export const steps = ['authorisation', 'notifications', 'pull', 'answer'] as const;
export type Step = (typeof steps)[number];

export const findings = [
  'not-connected',
  'by-secret',
  'token-works',
  'token-lost',
  'token-ended',
  'token-refused',
  'platform-silent',
  'heard',
  'never-heard',
  'not-told',
  'no-pull-needed',
  'pulled',
  'pull-late',
  'never-pulled',
  'answered',
  'never-answered',
  'waits',
] as const;
export type Finding = (typeof findings)[number];

export type Check = {
  readonly step: Step;
  /** `look`: may be right, a person should know. */
  readonly verdict: 'good' | 'look' | 'bad';
  readonly finding: Finding;
  /** The moment that the finding speaks of, if any. */
  readonly at: Date | null;
};

const hour = 3_600_000;
/** Milliseconds: three rounds of catching up. */
const pullLate = hour / 2;
const gapMatters = 24 * hour;
/** Milliseconds: answers take seconds; what waits longer waits for a person or is stuck. */
const answerLate = hour / 6;

const age = (at: Date, now: Date): number => now.getTime() - at.getTime();

const authorisation = ({ access }: AccountFacts, now: Date): Check => {
  const check = (verdict: Check['verdict'], finding: Finding, at: Date | null = null): Check => ({
    step: 'authorisation',
    verdict,
    finding,
    at,
  });
  if (access.kind === 'none') return check('bad', 'not-connected');
  if (access.kind === 'secret') return check('good', 'by-secret');
  if (access.platform === 'accepts')
    return access.state === 'lost'
      ? check('bad', 'token-lost', access.until)
      : check('good', 'token-works', access.until);
  if (access.state === 'lost') return check('bad', 'token-lost', access.until);
  if (access.until <= now) return check('bad', 'token-ended', access.until);
  return access.platform === 'refuses' ? check('bad', 'token-refused') : check('look', 'platform-silent');
};

const latest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);

const notifications = ({ pulls, heardAt }: AccountFacts, now: Date): Check => {
  const gap = latest((pulls ?? []).map(({ lastGapAt }) => lastGapAt));
  if (gap !== null && age(gap, now) < gapMatters)
    return { step: 'notifications', verdict: 'bad', finding: 'not-told', at: gap };
  return heardAt === null
    ? { step: 'notifications', verdict: 'look', finding: 'never-heard', at: null }
    : { step: 'notifications', verdict: 'good', finding: 'heard', at: heardAt };
};

const pull = ({ pulls }: AccountFacts, now: Date): Check => {
  if (pulls === null) return { step: 'pull', verdict: 'good', finding: 'no-pull-needed', at: null };
  // The oldest of them: one topic that fails is one too many.
  let oldest: Date | null = null;
  for (const { at } of pulls) {
    if (at === null) return { step: 'pull', verdict: 'look', finding: 'never-pulled', at: null };
    if (oldest === null || at < oldest) oldest = at;
  }
  const isLate = oldest !== null && age(oldest, now) > pullLate;
  return {
    step: 'pull',
    verdict: isLate ? 'bad' : 'good',
    finding: isLate ? 'pull-late' : 'pulled',
    at: oldest,
  };
};

const answer = ({ heardAt, answeredAt }: AccountFacts, now: Date): Check => {
  const isBehind = heardAt !== null && (answeredAt === null || answeredAt < heardAt);
  if (isBehind && age(heardAt, now) > answerLate)
    return { step: 'answer', verdict: 'look', finding: 'waits', at: heardAt };
  return answeredAt === null
    ? { step: 'answer', verdict: 'look', finding: 'never-answered', at: null }
    : { step: 'answer', verdict: 'good', finding: 'answered', at: answeredAt };
};

/** One check for each step, in the order in which a message takes them. */
export const diagnose = (facts: AccountFacts, now: Date): readonly Check[] => [
  authorisation(facts, now),
  notifications(facts, now),
  pull(facts, now),
  answer(facts, now),
];
