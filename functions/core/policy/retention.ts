/** How long what is kept. */
export const retention = {
  /** Days that message text is kept after it was accepted. */
  messageDays: 30,
  /** Days that a call for an unknown account is remembered, to count it once. */
  droppedDays: 14,
} as const;

const dayMilliseconds = 24 * 60 * 60 * 1000;
export const daysAfter = (date: Date, days: number): Date =>
  new Date(date.getTime() + days * dayMilliseconds);
