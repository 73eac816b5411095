/**
 * Stands in for `@aws-sdk/client-dynamodb` and `@aws-sdk/lib-dynamodb` in bundles: the few names of them that we use,
 * over signed calls. Sources and tests see the SDK; `lib/constructs/bundle.ts` puts this in its place, and the contract
 * of the stores runs over both.
 */
import { AwsCallFailed, signedCalls, type SignedCalls } from '../signed/client.ts';
import { attributesOf, valuesOf } from './attributes.ts';
import { surroundings } from './surroundings.ts';

type Input = Readonly<Record<string, unknown>>;
type Operation = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query' | 'TransactWriteItems';

abstract class Command {
  abstract readonly operation: Operation;
  readonly input: Input;
  constructor(input: Input) {
    this.input = input;
  }
}
export class GetCommand extends Command {
  readonly operation = 'GetItem';
}
export class PutCommand extends Command {
  readonly operation = 'PutItem';
}
export class UpdateCommand extends Command {
  readonly operation = 'UpdateItem';
}
export class DeleteCommand extends Command {
  readonly operation = 'DeleteItem';
}
export class QueryCommand extends Command {
  readonly operation = 'Query';
}
export class TransactWriteCommand extends Command {
  readonly operation = 'TransactWriteItems';
}

export class ConditionalCheckFailedException extends Error {
  override readonly name = 'ConditionalCheckFailedException';
}
export class TransactionCanceledException extends Error {
  override readonly name = 'TransactionCanceledException';
  readonly CancellationReasons: readonly { readonly Code?: string }[];
  constructor(message: string, reasons: readonly { readonly Code?: string }[]) {
    super(message);
    this.CancellationReasons = reasons;
  }
}

const isRecord = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members of an input, and of each action of a transaction, that hold values of rows. */
const ofValues: ReadonlySet<string> = new Set([
  'Key',
  'Item',
  'ExpressionAttributeValues',
  'ExclusiveStartKey',
]);

const onTheWire = (input: Input): Input =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
      if (value === undefined) return [];
      if (ofValues.has(name) && isRecord(value)) return [[name, attributesOf(value)]];
      if (name === 'TransactItems' && Array.isArray(value)) return [[name, value.map(actionOnTheWire)]];
      return [[name, value]];
    }),
  );

/** `{Put: {…}}`, `{Update: {…}}` and so on. */
const actionOnTheWire = (action: unknown): Input =>
  isRecord(action)
    ? Object.fromEntries(
        Object.entries(action).map(([kind, input]) => [kind, isRecord(input) ? onTheWire(input) : input]),
      )
    : {};

const read = (answer: unknown): Input => {
  if (!isRecord(answer)) return {};
  const { Item, Items, Attributes, LastEvaluatedKey, ...rest } = answer;
  return {
    ...rest,
    ...(isRecord(Item) ? { Item: valuesOf(Item) } : {}),
    ...(Array.isArray(Items) ? { Items: Items.filter(isRecord).map(valuesOf) } : {}),
    ...(isRecord(Attributes) ? { Attributes: valuesOf(Attributes) } : {}),
    ...(isRecord(LastEvaluatedKey) ? { LastEvaluatedKey: valuesOf(LastEvaluatedKey) } : {}),
  };
};

const reasonsIn = (text: string): readonly { readonly Code?: string }[] => {
  const answer: unknown = JSON.parse(text);
  const reasons = isRecord(answer) ? answer['CancellationReasons'] : undefined;
  if (!Array.isArray(reasons)) return [];
  return reasons.map((reason: unknown) =>
    isRecord(reason) && typeof reason['Code'] === 'string' ? { Code: reason['Code'] } : {},
  );
};

const asSdk = (error: unknown): unknown => {
  if (!(error instanceof AwsCallFailed)) return error;
  if (error.code === 'ConditionalCheckFailedException')
    return new ConditionalCheckFailedException(error.message);
  if (error.code === 'TransactionCanceledException')
    return new TransactionCanceledException(error.message, reasonsIn(error.answer()));
  return error;
};

/** Worth another try, as the SDK's standard mode sees it; a broken connection has no code at all. */
const passing =
  /Throttl|ProvisionedThroughputExceeded|RequestLimitExceeded|InternalServerError|ServiceUnavailable|TransactionInProgress|^Http5/;
const mayPass = (error: unknown): boolean =>
  error instanceof AwsCallFailed
    ? passing.test(error.code)
    : error instanceof Error && !(error instanceof TypeError) && !(error instanceof RangeError);

const pauseMilliseconds = 50;
const pause = async (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, pauseMilliseconds * 3 ** attempt);
  });

export type SlimOptions = { readonly region: string; readonly maxAttempts?: number };

export class DynamoDBClient {
  readonly calls: Pick<SignedCalls, 'json'>;
  readonly maxAttempts: number;

  constructor({ region, maxAttempts = 3 }: SlimOptions) {
    const { credentials, endpoint } = surroundings();
    this.calls = signedCalls(region, credentials, endpoint);
    this.maxAttempts = maxAttempts;
  }
}

export class DynamoDBDocumentClient {
  readonly #client: Pick<DynamoDBClient, 'calls' | 'maxAttempts'>;

  constructor(client: Pick<DynamoDBClient, 'calls' | 'maxAttempts'>) {
    this.#client = client;
  }
  static from(client: DynamoDBClient): DynamoDBDocumentClient {
    return new DynamoDBDocumentClient(client);
  }

  async send(command: Command): Promise<Input> {
    const { calls, maxAttempts } = this.#client;
    const body = onTheWire(command.input);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return read(await calls.json('dynamodb', `DynamoDB_20120810.${command.operation}`, body));
      } catch (error) {
        if (attempt >= maxAttempts || !mayPass(error)) throw asSdk(error);
        await pause(attempt - 1);
      }
    }
  }
}
