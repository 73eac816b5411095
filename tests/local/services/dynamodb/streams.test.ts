/** Streams: what a consumer reads, from where, and what is left after a restart or a day. */
import {
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StreamRecord } from '../../../../lib/local/services/dynamodb/index.ts';
import { refusal } from '../place.ts';
import type { StandIn } from './stand-in.ts';
import { standIn } from './stand-in.ts';
import { key, notesTemplate } from './tables.ts';

const TableName = 'stack-Notes';
const DAY = 24 * 60 * 60 * 1000;

let machine: StandIn;
let streamArn: string;

const provision = async (view: string, extra: Record<string, unknown> = {}): Promise<string> => {
  const { attributes } = await machine.service.provision({
    stack: 'stack',
    logicalId: 'Notes',
    type: 'AWS::DynamoDB::Table',
    properties: notesTemplate({ StreamSpecification: { StreamViewType: view }, ...extra }),
  });
  return attributes['StreamArn'] ?? '';
};

beforeEach(async () => {
  machine = await standIn();
  streamArn = await provision('NEW_AND_OLD_IMAGES');
});

afterEach(() => machine.close());

const put = (pk: string, text = 'x') =>
  machine.client.send(new PutItemCommand({ TableName, Item: { ...key(pk, 1), text: { S: text } } }));
const remove = (pk: string) => machine.client.send(new DeleteItemCommand({ TableName, Key: key(pk, 1) }));
const reader = (consumer = 'live') => machine.service.stream(streamArn, consumer, 'TRIM_HORIZON');

const told = (records: readonly StreamRecord[]) =>
  records.map(({ eventName, dynamodb }) => [
    eventName,
    dynamodb.Keys['pk'],
    dynamodb.OldImage?.['text'],
    dynamodb.NewImage?.['text'],
  ]);

describe('a stream', () => {
  it('tells what happened to items, in order, with both images', async () => {
    await put('a', 'one');
    await put('a', 'two');
    await remove('a');
    const [a, one, two] = [{ S: 'a' }, { S: 'one' }, { S: 'two' }];
    expect(told(reader().read(10))).toEqual([
      ['INSERT', a, undefined, one],
      ['MODIFY', a, one, two],
      ['REMOVE', a, two, undefined],
    ]);
  });

  it('words a record as Lambda delivers it', async () => {
    await put('a', 'one');
    const item = { ...key('a', 1), text: { S: 'one' } };
    expect(reader().read(1)).toEqual([
      {
        eventID: '000000000000000000001',
        eventName: 'INSERT',
        eventVersion: '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'sa-east-1',
        eventSourceARN: streamArn,
        dynamodb: {
          ApproximateCreationDateTime: Math.floor(machine.place.clock() / 1000),
          Keys: key('a', 1),
          NewImage: item,
          SequenceNumber: '000000000000000000001',
          SizeBytes: 7 + 14,
          StreamViewType: 'NEW_AND_OLD_IMAGES',
        },
      },
    ]);
  });

  it.each([
    ['KEYS_ONLY', false, false],
    ['NEW_IMAGE', false, true],
    ['OLD_IMAGE', true, false],
    ['NEW_AND_OLD_IMAGES', true, true],
  ])('of %s holds the old image: %s, the new one: %s', async (view, old, now) => {
    streamArn = await provision(view);
    await put('a', 'one');
    await put('a', 'two');
    const record = reader().read(10).at(-1);
    expect([record?.dynamodb.OldImage !== undefined, record?.dynamodb.NewImage !== undefined]).toEqual([
      old,
      now,
    ]);
  });

  it('is silent when nothing changed or a write was refused', async () => {
    await put('a');
    await put('a');
    await remove('never there');
    await refusal(
      machine.client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: { TableName, Item: key('b', 1) } },
            {
              ConditionCheck: {
                TableName,
                Key: key('a', 1),
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          ],
        }),
      ),
    );
    await machine.client.send(
      new UpdateItemCommand({ TableName, Key: key('a', 1), UpdateExpression: 'REMOVE nope' }),
    );
    expect(told(reader().read(10))).toHaveLength(1);
  });

  it('says that DynamoDB itself removed what expired', async () => {
    streamArn = await provision('KEYS_ONLY', {
      TimeToLiveSpecification: { AttributeName: 'until', Enabled: true },
    });
    const until = { N: String(Math.floor(machine.place.clock() / 1000) - 1) };
    await machine.client.send(new PutItemCommand({ TableName, Item: { ...key('a', 1), until } }));
    machine.service.sweepExpired();
    await remove('a');
    const records = reader().read(10);
    expect(records.map(({ eventName, userIdentity }) => [eventName, userIdentity?.principalId])).toEqual([
      ['INSERT', undefined],
      ['REMOVE', 'dynamodb.amazonaws.com'],
    ]);
  });
});

describe('a consumer', () => {
  it('reads the same again until it has advanced', async () => {
    for (const pk of ['a', 'b', 'c']) await put(pk);
    const live = reader();
    const [first, second] = live.read(2);
    expect(told(live.read(2))).toEqual(told([first, second].filter((record) => record !== undefined)));
    live.advance(first?.dynamodb.SequenceNumber ?? '');
    expect(live.read(10)).toHaveLength(2);
    live.advance(second?.dynamodb.SequenceNumber ?? '');
    live.advance(first?.dynamodb.SequenceNumber ?? '');
    expect(live.read(10)).toHaveLength(1);
  });

  it('goes on at its checkpoint after a restart, others at theirs', async () => {
    await put('a');
    await put('b');
    reader('live').advance(reader('live').read(1)[0]?.dynamodb.SequenceNumber ?? '');
    machine = await machine.restart();
    expect(await provision('NEW_AND_OLD_IMAGES')).toBe(streamArn);
    expect(reader('live').read(10)).toHaveLength(1);
    expect(reader('other').read(10)).toHaveLength(2);
  });

  it('may begin with what comes next', async () => {
    await put('a');
    const latest = machine.service.stream(streamArn, 'late', 'LATEST');
    await put('b');
    expect(told(latest.read(10))).toEqual([['INSERT', { S: 'b' }, undefined, { S: 'x' }]]);
  });

  it('finds nothing older than a day', async () => {
    await put('old');
    machine.place.pass(DAY - 1000);
    await put('new');
    machine.place.pass(2000);
    expect(told(reader('before').read(10))).toHaveLength(1);
    machine.service.sweepExpired();
    expect(told(reader('after').read(10))).toHaveLength(1);
  });

  it('is woken by writes to its stream until it stops listening', async () => {
    let woken = 0;
    const stop = machine.service.onStream(streamArn, () => {
      woken += 1;
    });
    await put('a');
    await put('a');
    expect(woken).toBe(1);
    stop();
    await put('b');
    expect(woken).toBe(1);
  });
});
