/** The clocks of the pipeline, in one place. Times in seconds unless the name says otherwise. */
export const timing = {
  /** Delays of the first, second, third and fourth retry of a record. */
  retrySeconds: [2, 5, 15, 30],
  /** However long a platform asks us to stay away: behind a record waits everything else for that buyer. */
  longestRetrySeconds: 60,
  /** The sweep looks after a message this long after it was stored, and after a reply this long after it was decided. */
  dueSeconds: 150,
  /** What a buyer writes within this long of the first open message is one burst; what comes later is answered next. */
  longestBurstSeconds: 20,
  /** The sweep begins the machine of a case that nobody tends this long after it should have acted. */
  careSeconds: 90,
  /** A worker believes its copy of the emergency stop this long; with the check that is under 5 s. */
  pauseSeconds: 2,
  /** A platform that forgets within days is asked at least this often, or people are called. */
  pullOverdueSeconds: 6 * 3600,
  /** A token that lives shorter than this is renewed before anybody is refused. */
  earlyTokenSeconds: 1800,
  /** One writer asks for a new pair; longer than its Lambda may run, so that nobody asks beside it. */
  leaseSeconds: 60,
  /** A pair this young is not what is wrong: a platform that refuses every token is not asked in a circle. */
  youngTokenSeconds: 20,
} as const;

/** The clocks of a case that a person has. */
export const caseTiming = {
  /** A wait shorter than this is not worth a token. */
  shortestWaitSeconds: 2,
  /** The machine looks once a day, whatever it waits for. */
  longestWaitSeconds: 86_400,
  /** After so many promises that were not kept the alarm rings, and nothing more is promised. */
  mostMoves: 2,
  /** How often a conversation is given back to the machine before people keep it, and how long that is remembered. */
  mostReturns: 3,
  returnDays: 7,
  /** Nobody is there, and nobody knows when: then look again. */
  routeAgainMinutes: 60,
} as const;

export const retryDelay = (receive: number): number =>
  timing.retrySeconds[Math.min(Math.max(receive, 1), timing.retrySeconds.length) - 1] ?? 30;

/** When the sweep looks whether a machine tends a case that has something to do at `next`. */
export const watchAfter = (next: Date): Date => new Date(next.getTime() + timing.careSeconds * 1000);

export const dueAfter = (now: Date): Date => new Date(now.getTime() + timing.dueSeconds * 1000);
