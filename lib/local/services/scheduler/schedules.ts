/** The schedules that exist, kept over restarts: made by calls and by templates, with the occurrence each waits for. */
import { join } from 'node:path';
import * as z from 'zod';
import { AwsError } from '../../service.ts';
import type { Place } from '../../service.ts';
import { keptRecords } from '../kept-files.ts';
import { firstOccurrence, timingOf } from './expression.ts';
import { wish as wishShape } from './wish.ts';
import type { Wish } from './wish.ts';

const delivery = z.object({
  /** The occurrence that it delivers. */
  scheduledAt: z.number(),
  /** Attempts so far. */
  attempts: z.number(),
  retryAt: z.number(),
});

const schedule = z.object({
  name: z.string(),
  group: z.string(),
  arn: z.string(),
  wish: wishShape,
  /** A schedule of a template runs only while a template holds it. */
  origin: z.enum(['template', 'call']),
  token: z.string().optional(),
  createdAt: z.number(),
  changedAt: z.number(),
  nextAt: z.number().optional(),
  deliveries: z.array(delivery),
});

export type Delivery = Readonly<z.infer<typeof delivery>>;
export type Schedule = Readonly<z.infer<typeof schedule>>;
export type ScheduleName = { readonly group: string; readonly name: string };

export type Schedules = {
  addGroup(name: string): string;
  arnOf(name: ScheduleName): string;
  /** @throws AwsError ResourceNotFoundException */
  demand(name: ScheduleName): Schedule;
  find(name: ScheduleName): Schedule | undefined;
  /** By group and name. */
  all(): readonly Schedule[];
  /** Those that run: enabled, and in a template of this start if a template made them. */
  running(): readonly Schedule[];
  create(name: ScheduleName, wish: Wish, token: string | undefined): Schedule;
  update(name: ScheduleName, wish: Wish): Schedule;
  provision(name: ScheduleName, wish: Wish): Schedule;
  /** Stores what became of it, unless it was deleted meanwhile. */
  keep(schedule: Schedule): void;
  delete(name: ScheduleName): void;
};

const idOf = ({ group, name }: ScheduleName): string => `${group}/${name}`;

const missing = (what: string, name: string) =>
  new AwsError('ResourceNotFoundException', `${what} ${name} does not exist.`, 404);

export const openSchedules = (place: Place): Schedules => {
  const records = keptRecords(join(place.data, 'scheduler'), schedule);
  const groups = new Set(['default']);
  const provisioned = new Set<string>();
  const arn = (kind: string, id: string) =>
    `arn:aws:scheduler:${place.region}:${place.account}:${kind}/${id}`;

  const demand = (name: ScheduleName): Schedule => {
    const found = records.get(idOf(name));
    if (found === undefined) throw missing('Schedule', name.name);
    return found;
  };

  const make = (
    name: ScheduleName,
    wish: Wish,
    origin: Schedule['origin'],
    token: string | undefined,
  ): Schedule => {
    if (!groups.has(name.group)) throw missing('Schedule group', name.group);
    const now = place.clock();
    const made = {
      ...name,
      arn: arn('schedule', idOf(name)),
      wish,
      origin,
      token,
      createdAt: now,
      changedAt: now,
      nextAt: firstOccurrence(timingOf(wish), wish, now),
      deliveries: [],
    };
    records.put(idOf(name), made);
    return made;
  };

  const change = (old: Schedule, wish: Wish): Schedule => {
    const now = place.clock();
    const changed = { ...old, wish, changedAt: now, nextAt: firstOccurrence(timingOf(wish), wish, now) };
    records.put(idOf(old), changed);
    return changed;
  };

  return {
    addGroup: (name) => {
      groups.add(name);
      return arn('schedule-group', name);
    },
    arnOf: (name) => arn('schedule', idOf(name)),
    demand,
    find: (name) => records.get(idOf(name)),
    all: () => records.all().toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1)),
    running: () =>
      records
        .all()
        .filter(({ wish }) => wish.State === 'ENABLED')
        .filter((one) => one.origin === 'call' || provisioned.has(idOf(one))),
    create: (name, wish, token) => {
      const old = records.get(idOf(name));
      if (old === undefined) return make(name, wish, 'call', token);
      if (token !== undefined && old.token === token && same(old.wish, wish)) return old;
      throw new AwsError('ConflictException', `Schedule ${name.name} already exists.`, 409);
    },
    update: (name, wish) => change(demand(name), wish),
    provision: (name, wish) => {
      provisioned.add(idOf(name));
      const old = records.get(idOf(name));
      if (old === undefined) return make(name, wish, 'template', undefined);
      return same(old.wish, wish) ? old : change(old, wish);
    },
    keep: (changed) => {
      if (records.get(idOf(changed)) !== undefined) records.put(idOf(changed), changed);
    },
    delete: (name) => records.delete(idOf(demand(name))),
  };
};

/** Both went through the same schema, so their members stand in the same order. */
const same = (one: Wish, other: Wish): boolean => JSON.stringify(one) === JSON.stringify(other);
