/** Time to live: nothing expires by itself, and what is swept is what AWS would sweep. */
import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaint } from '../place.ts';
import type { StandIn } from './stand-in.ts';
import { standIn } from './stand-in.ts';
import { key, notes, notesTemplate } from './tables.ts';

const TableName = 'notes';
const HOUR = 3600;

let machine: StandIn;

beforeEach(async () => {
  machine = await standIn();
  await machine.client.send(new CreateTableCommand(notes(TableName)));
});

afterEach(() => machine.close());

const seconds = () => Math.floor(machine.place.clock() / 1000);

const setTimeToLive = (Enabled: boolean, AttributeName = 'until') =>
  machine.client.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }),
  );

const status = async (of = TableName) =>
  (await machine.client.send(new DescribeTimeToLiveCommand({ TableName: of }))).TimeToLiveDescription;

const put = (pk: string, until: string, type: 'N' | 'S' = 'N') =>
  machine.client.send(
    new PutItemCommand({
      TableName,
      Item: {
        ...key(pk, 1),
        owner: { S: 'o' },
        at: { S: pk },
        until: type === 'N' ? { N: until } : { S: until },
      },
    }),
  );

const there = async (pk: string) =>
  (await machine.client.send(new GetItemCommand({ TableName, Key: key(pk, 1) }))).Item !== undefined;

describe('an expired item', () => {
  it('stays until it is swept, then it is gone from its index too', async () => {
    await setTimeToLive(true);
    await put('soon', String(seconds() + HOUR));
    machine.place.pass(2 * HOUR * 1000);
    expect(await there('soon')).toBe(true);
    expect(machine.service.sweepExpired()).toBe(1);
    expect(await there('soon')).toBe(false);
    const page = await machine.client.send(
      new QueryCommand({
        TableName,
        IndexName: 'by-owner',
        KeyConditionExpression: '#o = :o',
        ExpressionAttributeNames: { '#o': 'owner' },
        ExpressionAttributeValues: { ':o': { S: 'o' } },
      }),
    );
    expect(page.Count).toBe(0);
  });

  it('is only one whose number of seconds is over, and not by more than five years', async () => {
    await setTimeToLive(true);
    await put('later', String(seconds() + HOUR));
    await put('milliseconds', String(machine.place.clock()));
    await put('text', String(seconds() - HOUR), 'S');
    await put('ancient', String(seconds() - 6 * 365 * 24 * HOUR));
    await put('over', String(seconds() - 1));
    expect(machine.service.sweepExpired()).toBe(1);
    expect(await there('over')).toBe(false);
    for (const pk of ['later', 'milliseconds', 'text', 'ancient']) expect(await there(pk)).toBe(true);
  });

  it('lives on when its time is moved', async () => {
    await setTimeToLive(true);
    await put('moved', String(seconds() - 1));
    await machine.client.send(
      new UpdateItemCommand({
        TableName,
        Key: key('moved', 1),
        UpdateExpression: 'SET #u = :u',
        ExpressionAttributeNames: { '#u': 'until' },
        ExpressionAttributeValues: { ':u': { N: String(seconds() + HOUR) } },
      }),
    );
    expect(machine.service.sweepExpired()).toBe(0);
  });

  it('costs no capacity to sweep', async () => {
    await setTimeToLive(true);
    await put('free', String(seconds() - 1));
    const before = machine.service.capacity();
    machine.service.sweepExpired();
    expect(machine.service.capacity()).toEqual(before);
  });
});

describe('the setting', () => {
  it('counts for items that were there before it, and survives a restart', async () => {
    await put('old', String(seconds() - 1));
    expect(machine.service.sweepExpired()).toBe(0);
    await setTimeToLive(true);
    machine = await machine.restart();
    expect(await status()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'until' });
    expect(machine.service.sweepExpired()).toBe(1);
  });

  it('can be switched off, after which nothing expires', async () => {
    await setTimeToLive(true);
    await put('spared', String(seconds() - 1));
    await setTimeToLive(false);
    expect(await status()).toEqual({ TimeToLiveStatus: 'DISABLED' });
    expect(machine.service.sweepExpired()).toBe(0);
  });

  it('is refused when it changes nothing', async () => {
    expect(await complaint(setTimeToLive(false))).toBe('TimeToLive is already disabled');
    await setTimeToLive(true);
    expect(await complaint(setTimeToLive(true))).toBe('TimeToLive is already enabled');
    expect(await complaint(setTimeToLive(false, 'other'))).toContain('different AttributeName');
  });

  it('comes from the template', async () => {
    await machine.service.provision({
      stack: 'stack',
      logicalId: 'Notes',
      type: 'AWS::DynamoDB::Table',
      properties: notesTemplate({ TimeToLiveSpecification: { AttributeName: 'until', Enabled: true } }),
    });
    expect(await status('stack-Notes')).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'until' });
  });
});
