/** A parcel and its history, as the platform tells them. */
import { found, type Outcome } from '../../domain/outcome.ts';
import type { Shipment, ShipmentEvent } from '../../domain/facts.ts';
import type { Access } from '../../ports/channel.ts';
import * as z from 'zod/mini';
import type { ChannelDeps } from '../kit/http.ts';
import { dayOrInstant } from '../kit/json.ts';
import { readFromPlatform, type ReadProblem } from './api.ts';
import { id } from './fields.ts';

const word = z.string().check(z.minLength(1));
const optionalDate = z.catch(z.optional(dayOrInstant), undefined);
const dated = z.optional(z.object({ date: optionalDate }));

const parcel = z.object({
  id,
  status: word,
  substatus: z.optional(word),
  tracking_number: z.optional(id),
  tracking_method: z.optional(word),
  lead_time: z.optional(
    z.object({
      estimated_delivery_time: dated,
      estimated_delivery_final: dated,
      estimated_handling_limit: dated,
    }),
  ),
  status_history: z.optional(z.object({ date_delivered: optionalDate })),
});

const step = z.object({ status: word, substatus: z.optional(word), date: optionalDate });
/** A list, or an object around one: pages show both. */
const history = z.union([
  z.array(step),
  z.pipe(
    z.object({ history: z.array(step) }),
    z.transform(({ history: steps }) => steps),
  ),
]);

export const readShipment = async (
  deps: ChannelDeps,
  access: Access,
  name: string,
): Promise<Outcome<Shipment, ReadProblem>> => {
  const newFormat = { 'x-format-new': 'true' };
  const [told, past] = await Promise.all([
    readFromPlatform(deps, access, parcel, ['shipments', name], {}, newFormat),
    readFromPlatform(deps, access, history, ['shipments', name, 'history'], {}, newFormat),
  ]);
  if (!told.ok) return told;
  // Where a parcel is counts; what it went through is told when it can be had.
  return found(shipmentOf(told.value, past.ok ? past.value.flatMap(eventOf) : []));
};

const eventOf = ({ status, substatus, date }: z.output<typeof step>): readonly ShipmentEvent[] =>
  date === undefined ? [] : [{ at: date, status, text: substatus ?? status }];

const shipmentOf = (told: z.output<typeof parcel>, events: readonly ShipmentEvent[]): Shipment => {
  const { lead_time: lead, substatus, tracking_method: carrier, tracking_number: tracking } = told;
  const estimated = lead?.estimated_delivery_time?.date ?? lead?.estimated_delivery_final?.date;
  const shipBy = lead?.estimated_handling_limit?.date;
  const deliveredAt =
    told.status_history?.date_delivered ?? events.findLast(({ status }) => status === 'delivered')?.at;
  return {
    id: told.id,
    status: told.status,
    ...(substatus === undefined ? {} : { substatus }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(tracking === undefined ? {} : { tracking }),
    ...(shipBy === undefined ? {} : { shipBy }),
    ...(estimated === undefined ? {} : { estimated }),
    ...(deliveredAt === undefined ? {} : { deliveredAt }),
    events,
  };
};
