/** What SQS refuses about a message that is sent, alone or in a batch. Limits: SQS quotas, "Message quotas". */
import { AwsError } from '../../service.ts';
import type { Draft, MessageAttributes } from './message.ts';
import type { Queue } from './queue.ts';
import { invalidValue, missing } from './refusals.ts';

const batchBytes = 1_048_576;
const strayForQueueType = 'The request include parameter that is not valid for this queue type.';
const invalid = (words: string) => new AwsError('InvalidParameterValue', words);

/** Why a batch is refused as a whole: all of it too long, or a FIFO parameter that is not there. */
export const refusedTogether = (queue: Queue, drafts: readonly Draft[]): AwsError | undefined => {
  const bytes = drafts.reduce((sum, draft) => sum + sizeOf(draft), 0);
  if (bytes > batchBytes)
    return new AwsError(
      'BatchRequestTooLong',
      `Batch requests cannot be longer than ${batchBytes} bytes. You have sent ${bytes} bytes.`,
    );
  return drafts.map((draft) => missingForFifo(queue, draft)).find((refusal) => refusal !== undefined);
};

/** Why one message is refused. */
export const refusedDraft = (queue: Queue, draft: Draft): AwsError | undefined =>
  missingForFifo(queue, draft) ??
  refusedBody(queue, draft) ??
  refusedIds(queue, draft) ??
  refusedDelay(queue, draft) ??
  refusedAttributes(draft.attributes ?? {}) ??
  refusedSystemAttributes(draft.systemAttributes ?? {});

/** Bytes that count against the limits: body and attributes with their names and types. */
export const sizeOf = ({ body, attributes = {} }: Draft): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue = '', BinaryValue = '' }]) =>
      sum + Buffer.byteLength(name + DataType + StringValue) + Buffer.byteLength(BinaryValue, 'base64'),
    Buffer.byteLength(body),
  );

const missingForFifo = (queue: Queue, { groupId, deduplicationId }: Draft): AwsError | undefined => {
  if (!queue.fifo) return undefined;
  if (groupId === undefined) return missing('MessageGroupId');
  return deduplicationId === undefined && !queue.contentBasedDeduplication
    ? invalid(
        'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      )
    : undefined;
};

const refusedBody = (queue: Queue, draft: Draft): AwsError | undefined => {
  if (draft.body === '') return missing('MessageBody');
  const stray = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(draft.body)?.[0];
  if (stray !== undefined)
    return new AwsError(
      'InvalidMessageContents',
      `Invalid binary character '#x${stray.codePointAt(0)?.toString(16)}' was found in the message body, the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF`,
    );
  return sizeOf(draft) > queue.maximumBytes
    ? invalid(
        `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maximumBytes} bytes.`,
      )
    : undefined;
};

const refusedIds = (queue: Queue, { groupId, deduplicationId }: Draft): AwsError | undefined => {
  if (!queue.fifo && deduplicationId !== undefined)
    return invalidValue('MessageDeduplicationId', deduplicationId, strayForQueueType);
  return refusedId('MessageGroupId', groupId) ?? refusedId('MessageDeduplicationId', deduplicationId);
};

const refusedId = (parameter: string, id: string | undefined): AwsError | undefined =>
  id === undefined || /^[!-~]{1,128}$/.test(id)
    ? undefined
    : invalidValue(
        parameter,
        id,
        `${parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
      );

const refusedDelay = (queue: Queue, { delaySeconds }: Draft): AwsError | undefined => {
  if (delaySeconds === undefined) return undefined;
  if (delaySeconds < 0 || delaySeconds > 900)
    return invalidValue('DelaySeconds', delaySeconds, 'DelaySeconds must be >= 0 and <= 900.');
  return queue.fifo && delaySeconds > 0
    ? invalidValue('DelaySeconds', delaySeconds, strayForQueueType)
    : undefined;
};

const refusedAttributes = (attributes: MessageAttributes): AwsError | undefined => {
  const names = Object.keys(attributes);
  if (names.length > 10)
    return invalid(`Number of message attributes [${names.length}] exceeds the allowed maximum [10].`);
  return names.map((name) => refusedAttribute(name, attributes)).find((refusal) => refusal !== undefined);
};

const attributeName = /^(?!aws\.|amazon\.)(?!\.)(?!.*\.\.)[\w.-]{1,256}(?<!\.)$/i;
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const refusedAttribute = (name: string, attributes: MessageAttributes): AwsError | undefined => {
  const { DataType = '', StringValue, BinaryValue } = attributes[name] ?? {};
  const kind = /^(String|Number|Binary)(\..+)?$/.exec(DataType)?.[1];
  const value = kind === 'Binary' ? BinaryValue : StringValue;
  if (!attributeName.test(name)) return invalid(`The message attribute name '${name}' is invalid.`);
  if (kind === undefined || DataType.length > 256)
    return invalid(
      `The type of message (user) attribute '${name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String.`,
    );
  if (value === undefined || value === '')
    return invalid(`Message (user) attribute '${name}' must contain a non-empty value of type '${kind}'.`);
  return kind === 'Number' && !number.test(value)
    ? invalid(`Can't cast the value of message (user) attribute '${name}' to a number.`)
    : undefined;
};

const refusedSystemAttributes = (attributes: MessageAttributes): AwsError | undefined => {
  const stray = Object.entries(attributes).find(
    ([name, { DataType }]) => name !== 'AWSTraceHeader' || DataType !== 'String',
  );
  return stray === undefined ? undefined : invalid(`Message system attribute name '${stray[0]}' is invalid.`);
};
