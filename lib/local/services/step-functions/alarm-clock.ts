/** Rings in real time when something is due; a clock that is moved by hand is looked at by ticks. */
import type { Clock } from '../../service.ts';

export type AlarmClock = {
  /** Rings at this time at the latest. */
  readonly set: (at: number | undefined) => void;
  readonly off: () => void;
};

const longestTimer = 2 ** 31 - 1;

/** `next` tells after each ring what is due then. */
export const openAlarmClock = (
  clock: Clock,
  ring: () => void,
  next: () => number | undefined,
): AlarmClock => {
  let alarm: { readonly at: number; readonly timer: NodeJS.Timeout } | undefined;
  let isOff = false;

  const set = (at: number | undefined) => {
    if (at === undefined || isOff || (alarm !== undefined && alarm.at <= at)) return;
    clearTimeout(alarm?.timer);
    const delay = Math.min(Math.max(at - clock(), 1), longestTimer);
    const timer = setTimeout(() => {
      alarm = undefined;
      ring();
      set(next());
    }, delay);
    alarm = { at, timer: timer.unref() };
  };

  return {
    set,
    off: () => {
      isOff = true;
      clearTimeout(alarm?.timer);
    },
  };
};

export const earliest = (times: Iterable<number | undefined>): number | undefined => {
  let least: number | undefined;
  for (const time of times) if (time !== undefined && (least === undefined || time < least)) least = time;
  return least;
};
