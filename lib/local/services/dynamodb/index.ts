/** The DynamoDB stand-in: tables on SQLite behind the awsJson1_0 protocol. */
import { join } from 'node:path';
import type { AwsAnswer, AwsRequest, Place, Service } from '../../service.ts';
import { AwsError } from '../../service.ts';
import { imitated, jsonAnswer, targetOperation } from '../aws-json.ts';
import { batchWriteItem } from './batch-write.ts';
import type { TableCapacity } from './capacity.ts';
import { parse } from './dynalite.ts';
import type { Engine } from './engine.ts';
import { openEngine } from './engine.ts';
import { describeTimeToLive, sweepExpired, updateTimeToLive } from './expiry.ts';
import { permissionsFor } from './permissions.ts';
import { query, scan } from './query.ts';
import { batchGetItem, getItem } from './reads.ts';
import { refuse } from './refusals.ts';
import { deleteItem, putItem, updateItem } from './single-writes.ts';
import type { StartingPosition, StreamReader } from './streams.ts';
import { createTable, deleteTable, describeTable, provisionTable } from './table-operations.ts';
import { parseTransactGet, parseTransactWrite } from './transaction-requests.ts';
import { transactGetItems } from './transact-get.ts';
import { transactWriteItems } from './transactions.ts';

export type { TableCapacity } from './capacity.ts';
export type { StartingPosition, StreamReader, StreamRecord } from './streams.ts';

export type DynamoDbService = Service & {
  /** A consumer of a table's stream; begins at `from` the first time, at its checkpoint ever after. */
  stream(streamArn: string, consumer: string, from: StartingPosition): StreamReader;
  /** Calls `listener` soon after records were committed to the stream; answers how to stop it. */
  onStream(streamArn: string, listener: () => void): () => void;
  /** Units consumed since the start, a line for each table. */
  capacity(): TableCapacity[];
  /** Removes items whose time to live is over, and stream records older than a day; answers how many items. */
  sweepExpired(): number;
};

type Body = Record<string, unknown>;
type Operation = (engine: Engine, body: Body) => object | Promise<object>;

const operations: Readonly<Record<string, Operation>> = {
  GetItem: (engine, body) => getItem(engine, parse.GetItem(body)),
  PutItem: (engine, body) => putItem(engine, parse.PutItem(body)),
  UpdateItem: (engine, body) => updateItem(engine, parse.UpdateItem(body)),
  DeleteItem: (engine, body) => deleteItem(engine, parse.DeleteItem(body)),
  Query: (engine, body) => query(engine, parse.Query(body)),
  Scan: (engine, body) => scan(engine, parse.Scan(body)),
  BatchGetItem: (engine, body) => batchGetItem(engine, parse.BatchGetItem(body)),
  BatchWriteItem: (engine, body) => batchWriteItem(engine, parse.BatchWriteItem(body)),
  TransactGetItems: (engine, body) => transactGetItems(engine, parseTransactGet(body)),
  TransactWriteItems: (engine, body) => {
    const fingerprint = JSON.stringify(body['TransactItems']);
    return transactWriteItems(engine, parseTransactWrite(body), fingerprint);
  },
  CreateTable: createTable,
  DescribeTable: describeTable,
  DeleteTable: deleteTable,
  UpdateTimeToLive: updateTimeToLive,
  DescribeTimeToLive: (engine, body) => describeTimeToLive(engine, parse.TableName(body).TableName),
};

/** The members of the body; undefined when it is no JSON object. */
const bodyOf = (request: AwsRequest): Body | undefined => {
  try {
    const parsed: unknown = JSON.parse(request.body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? { ...parsed }
      : undefined;
  } catch {
    return undefined;
  }
};

const answer = async (engine: Engine, request: AwsRequest): Promise<AwsAnswer> => {
  const operation = imitated('DynamoDB', operations, targetOperation(request));
  const body = bodyOf(request);
  if (body === undefined) {
    throw new AwsError('SerializationException', 'The request body is no JSON object.');
  }
  refuse(body);
  return jsonAnswer(await operation(engine, body), 'application/x-amz-json-1.0');
};

/** Opens the tables kept in the data folder of the place. */
export const dynamodbService = (place: Place): DynamoDbService => {
  const engine = openEngine(place, join(place.data, 'dynamodb'));
  return {
    name: 'dynamodb',
    types: ['AWS::DynamoDB::Table'],
    provision: (resource) => provisionTable(engine, resource),
    operation: targetOperation,
    permissions: (request) =>
      permissionsFor(targetOperation(request), bodyOf(request) ?? {}, place, engine.tables.find),
    answer: (request) => answer(engine, request),
    close: async () => engine.database.close(),
    stream: engine.streams.reader,
    onStream: engine.streams.listen,
    capacity: engine.meter.totals,
    sweepExpired: () => {
      engine.streams.trim();
      return sweepExpired(engine);
    },
  };
};
