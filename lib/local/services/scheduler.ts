/** EventBridge Scheduler on this machine: one-off and rate schedules, made by calls and by templates, delivered by ticks. */
import * as z from 'zod';
import { physicalName } from '../cloudformation/physical-name.ts';
import type { AwsAnswer, AwsRequest, Permission, Place, Provisioned, Resource, Service } from '../service.ts';
import { checked, imitated, jsonAnswer, readInput } from './aws-json.ts';
import { delivering } from './scheduler/deliver.ts';
import type { Attempt, Invoke } from './scheduler/deliver.ts';
import { openSchedules } from './scheduler/schedules.ts';
import type { Schedule, ScheduleName, Schedules } from './scheduler/schedules.ts';
import { scheduleName, wish } from './scheduler/wish.ts';

export type SchedulerService = Service & {
  /** Delivers what is due by the clock. To be called about every second; calls may overlap. */
  tick(): Promise<readonly Attempt[]>;
};

/** Schedules live in `${place.data}/scheduler`. */
export const schedulerService = (place: Place, invoke: Invoke): SchedulerService => {
  const schedules = openSchedules(place);
  return {
    name: 'scheduler',
    types: ['AWS::Scheduler::Schedule', 'AWS::Scheduler::ScheduleGroup'],
    provision: (resource) => provision(schedules, resource),
    operation: operationOf,
    permissions: (request) => permissionsOf(schedules, request),
    answer: async (request) => imitated('scheduler', operations, operationOf(request))(schedules, request),
    tick: delivering(place, schedules, invoke),
    close: () => Promise.resolve(),
  };
};

const provision = (schedules: Schedules, resource: Resource): Provisioned => {
  const { Name, GroupName, Tags: _tags, ...rest } = resource.properties;
  const name = checked(scheduleName, physicalName(resource, z.string().optional().parse(Name), 64));
  if (resource.type === 'AWS::Scheduler::ScheduleGroup') {
    return { ref: name, attributes: { Arn: schedules.addGroup(name) } };
  }
  const group = checked(scheduleName.default('default'), GroupName);
  const { arn } = schedules.provision({ group, name }, checked(wish, rest));
  return { ref: name, attributes: { Arn: arn } };
};

const methods: Readonly<Record<string, string>> = {
  POST: 'CreateSchedule',
  GET: 'GetSchedule',
  PUT: 'UpdateSchedule',
  DELETE: 'DeleteSchedule',
};

const operationOf = ({ method, path }: AwsRequest): string => {
  if (method === 'GET' && path === '/schedules') return 'ListSchedules';
  return path.startsWith('/schedules/') ? (methods[method] ?? '') : '';
};

const writing = wish.extend({
  GroupName: scheduleName.default('default'),
  ClientToken: z.string().optional(),
});

/** The schedule of the path; its group stands in the body of a write and in the query of every other call. */
const nameOf = (request: AwsRequest): ScheduleName => {
  const writes = request.method === 'POST' || request.method === 'PUT';
  const group = writes
    ? readInput(z.object({ GroupName: z.string().default('default') }), request.body).GroupName
    : (request.query.get('groupName') ?? 'default');
  const name = decodeURIComponent(request.path.slice('/schedules/'.length));
  return checked(z.object({ name: scheduleName, group: scheduleName }), { name, group });
};

const answered = (value: object): AwsAnswer => jsonAnswer(value, 'application/json');

const operations: Readonly<Record<string, (schedules: Schedules, request: AwsRequest) => AwsAnswer>> = {
  CreateSchedule: (schedules, request) => {
    const { GroupName: _group, ClientToken: token, ...wanted } = readInput(writing, request.body);
    return answered({ ScheduleArn: schedules.create(nameOf(request), wanted, token).arn });
  },

  UpdateSchedule: (schedules, request) => {
    const { GroupName: _group, ClientToken: _token, ...wanted } = readInput(writing, request.body);
    return answered({ ScheduleArn: schedules.update(nameOf(request), wanted).arn });
  },

  GetSchedule: (schedules, request) => {
    const schedule = schedules.demand(nameOf(request));
    return answered({ ...summary(schedule), ...schedule.wish });
  },

  DeleteSchedule: (schedules, request) => {
    schedules.delete(nameOf(request));
    return answered({});
  },

  ListSchedules: (schedules, { query }) => {
    const size = checked(z.coerce.number().int().min(1).max(100), query.get('MaxResults') ?? '100');
    const group = query.get('ScheduleGroup');
    const state = query.get('State');
    const token = query.get('NextToken');
    const all = schedules
      .all()
      .filter((one) => (group ?? one.group) === one.group && (state ?? one.wish.State) === one.wish.State)
      .filter((one) => one.name.startsWith(query.get('NamePrefix') ?? ''));
    const begin = token === null ? 0 : all.findIndex(({ arn }) => tokenOf(arn) === token) + 1;
    const page = all.slice(begin, begin + size);
    const last = page.at(-1);
    const more = last !== undefined && begin + size < all.length;
    return answered({ Schedules: page.map(summary), ...(more ? { NextToken: tokenOf(last.arn) } : {}) });
  },
};

const tokenOf = (arn: string): string => Buffer.from(arn).toString('base64url');

const summary = ({ arn, name, group, wish: wanted, createdAt, changedAt }: Schedule) => ({
  Arn: arn,
  Name: name,
  GroupName: group,
  State: wanted.State,
  CreationDate: createdAt / 1000,
  LastModificationDate: changedAt / 1000,
  Target: { Arn: wanted.Target.Arn },
});

/** Whoever makes a schedule hands its role to Scheduler, and must be allowed to. */
const permissionsOf = (schedules: Schedules, request: AwsRequest): readonly Permission[] => {
  const operation = operationOf(request);
  if (operation === '') return [];
  const action = `scheduler:${operation}`;
  if (operation === 'ListSchedules') return [{ action, resource: '*' }];
  const own = { action, resource: schedules.arnOf(nameOf(request)) };
  if (operation !== 'CreateSchedule' && operation !== 'UpdateSchedule') return [own];
  const { Target: target } = readInput(z.object({ Target: z.object({ RoleArn: z.string() }) }), request.body);
  const context = { 'iam:PassedToService': ['scheduler.amazonaws.com'] };
  return [own, { action: 'iam:PassRole', resource: target.RoleArn, context }];
};
