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
  /** A worker believes its copy of the emergency stop this long; with the check that is under 5 s. */
  pauseSeconds: 2,
} as const;

export const retryDelay = (receive: number): number =>
  timing.retrySeconds[Math.min(Math.max(receive, 1), timing.retrySeconds.length) - 1] ?? 30;

export const dueAfter = (now: Date): Date => new Date(now.getTime() + timing.dueSeconds * 1000);
