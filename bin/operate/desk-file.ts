/** How a seller's desk is set up, from a file: people, groups, hours, promises, words, the record of a transfer. */
import { readFileSync } from 'node:fs';
import * as zm from 'zod/mini';
import {
  deskCalendar,
  deskGroup,
  deskPromise,
  deskSeat,
  deskSettings,
  deskTerm,
  deskTransfer,
} from '../../functions/core/aws/dynamo/desk-rows.ts';
import type { TenantId } from '../../functions/core/domain/ids.ts';
import { calendarFaults } from '../../functions/core/people/calendar/calendar-faults.ts';
import type { Directory } from './directory.ts';
import { CommandFault } from './connection.ts';

/** Parts that are left out stay as they are. */
const deskFile = zm.strictObject({
  agents: zm._default(zm.array(deskSeat), []),
  groups: zm._default(zm.array(deskGroup), []),
  calendar: zm.optional(deskCalendar),
  promises: zm._default(zm.array(deskPromise), []),
  transfer: zm.optional(deskTransfer),
  glossary: zm._default(zm.array(deskTerm), []),
  settings: zm.optional(deskSettings),
});

const withTenant = (entry: unknown, tenant: TenantId): unknown =>
  typeof entry === 'object' && entry !== null ? { ...entry, tenant } : entry;

/** The file names no tenant: the command does. */
const placed = (given: unknown, tenant: TenantId): unknown => {
  const file = zm.safeParse(
    zm.looseObject({
      agents: zm.optional(zm.array(zm.unknown())),
      groups: zm.optional(zm.array(zm.unknown())),
    }),
    given,
  );
  if (!file.success) return given;
  const { agents, groups, ...rest } = file.data;
  const profiled = (agent: unknown): unknown => {
    const seat = zm.safeParse(zm.looseObject({ profile: zm.unknown() }), agent);
    return seat.success ? { ...seat.data, profile: withTenant(seat.data.profile, tenant) } : agent;
  };
  return {
    ...rest,
    ...(agents === undefined ? {} : { agents: agents.map(profiled) }),
    ...(groups === undefined ? {} : { groups: groups.map((group) => withTenant(group, tenant)) }),
  };
};

/** Writes what the file says; every fault is named by its path, and then nothing is written. */
export const setUpDesk = async (directory: Directory, tenant: TenantId, file: string): Promise<number> => {
  const read = zm.safeParse(deskFile, placed(JSON.parse(readFileSync(file, 'utf8')), tenant));
  if (!read.success)
    throw new CommandFault(
      read.error.issues.map((fault) => `${file}: ${fault.path.join('.')}: ${fault.message}`).join('\n'),
    );
  const { agents, groups, calendar, promises, transfer, glossary, settings } = read.data;
  const faults = [
    ...(calendar === undefined ? [] : calendarFaults(calendar).map((fault) => `calendar.${fault}`)),
    ...groups.flatMap(({ id, calendar: own }) =>
      calendarFaults(own).map((fault) => `groups.${id}.calendar.${fault}`),
    ),
  ];
  if (faults.length > 0) throw new CommandFault(faults.map((fault) => `${file}: ${fault}`).join('\n'));
  const { desk } = directory;
  const writes = [
    ...agents.map((seat) => desk.seat(tenant, seat)),
    ...groups.map((group) => desk.group(tenant, group)),
    ...promises.map((promise) => desk.promise(tenant, promise)),
    ...glossary.map((term) => desk.term(tenant, term)),
    ...(calendar === undefined ? [] : [desk.calendar(tenant, calendar)]),
    ...(transfer === undefined ? [] : [desk.transfer(tenant, transfer)]),
    ...(settings === undefined ? [] : [desk.settings(tenant, settings)]),
  ];
  await Promise.all(writes);
  return writes.length;
};
