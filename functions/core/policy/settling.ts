/** When a buyer's silence says something, and how long a return takes it back. */
export const settling = {
  /** Hours after the buyer's last message that the silence is judged. */
  quietHours: 72,
  /** A return about the same order or intent within this many days takes a resolution back. */
  returnDays: 7,
  /** What comes back is looked at this soon. */
  returnHours: 1,
  /** A rating of this many stars or fewer is free of charge. */
  lowestBilledStars: 3,
} as const;

const hourMilliseconds = 60 * 60 * 1000;
export const hoursAfter = (moment: Date, hours: number): Date =>
  new Date(moment.getTime() + hours * hourMilliseconds);

export const quietAt = (lastAcceptedAt: Date): Date => hoursAfter(lastAcceptedAt, settling.quietHours);
export const returnableUntil = (lastAcceptedAt: Date): Date =>
  hoursAfter(lastAcceptedAt, settling.quietHours + settling.returnDays * 24);
