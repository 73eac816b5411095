/** The history of an execution: events in the shape of GetExecutionHistory. */
import { z } from 'zod';

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
const details = z.record(z.string(), z.unknown());
export const historyEvent = z.object({
  id: z.number(),
  previousEventId: z.number(),
  type: z.string(),
  /** Milliseconds since the epoch. */
  timestamp: z.number(),
  /** Of the member that this type of event has, e.g. `stateEnteredEventDetails`. */
  detailsName: z.string().optional(),
  details: details.optional(),
});

export type HistoryEvent = Readonly<z.infer<typeof historyEvent>>;
export type Details = Readonly<Record<string, unknown>>;

/** A hard quota of a standard workflow. */
export const mostEvents = 25_000;

/** Members that hold data of the execution: left out when a caller does not want them. */
const data = new Set(['input', 'output', 'parameters', 'assignedVariables']);

const detailsNames: readonly (readonly [RegExp, string])[] = [
  [/^[A-Z][a-z]+StateEntered$/u, 'stateEnteredEventDetails'],
  [/^[A-Z][a-z]+StateExited$/u, 'stateExitedEventDetails'],
];

/** Where AWS puts the details of an event of this type. */
export const detailsNameOf = (type: string): string =>
  detailsNames.find(([shape]) => shape.test(type))?.[1] ??
  `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;

/** As it goes over the wire. */
export const wireEvent = (event: HistoryEvent, withData: boolean): object => {
  const { id, previousEventId, type, timestamp, detailsName, details: told } = event;
  const shown = Object.entries(told ?? {}).filter(
    ([name, value]) => value !== undefined && (withData || !data.has(name)),
  );
  return {
    id,
    previousEventId,
    type,
    timestamp: timestamp / 1000,
    ...(detailsName === undefined ? {} : { [detailsName]: Object.fromEntries(shown) }),
  };
};
