/** The operations of SQS on messages. */
import { AwsError } from '../../service.ts';
import { keyRights } from '../customer-key.ts';
import { messageAttributesAsked, refuseSystemAttributes, systemAttributesAsked } from './attributes.ts';
import { md5OfAttributes, md5OfBody } from './checksum.ts';
import { refusedTogether } from './draft-refusals.ts';
import { changeVisibility, remove } from './holding.ts';
import type { Draft, ReceivedMessage, Sent } from './message.ts';
import { batchAnswer, operation, queueAt, right } from './operation.ts';
import type { Desk, Operation } from './operation.ts';
import type { Queue } from './queue.ts';
import { receive } from './receiving.ts';
import { refusedBatch, refusedReceive } from './refusals.ts';
import { admit, send, sendTogether } from './sending.ts';
import { draftOf, shapes } from './shapes.ts';

type OnQueue = { readonly QueueUrl: string };
type Batch<Entry> = { readonly Entries: readonly (Entry & { readonly Id: string })[] };

export const messageOperations = (desk: Desk): Readonly<Record<string, Operation>> => {
  const may = (action: string) => (input: OnQueue) => [right(desk, action, input.QueueUrl)];
  const mayWithKey = (action: string, keyActions: Parameters<typeof keyRights>[3]) => (input: OnQueue) => {
    const queue = desk.registry.find(desk.addresses.arnOf(input.QueueUrl));
    return [
      right(desk, action, input.QueueUrl),
      ...keyRights(queue?.kmsKeyArn, 'sqs', desk.place.region, keyActions),
    ];
  };
  const maySend = mayWithKey('SendMessage', ['GenerateDataKey', 'Decrypt']);

  return {
    SendMessage: operation(shapes.SendMessage, maySend, (input, { principal }) => {
      const queue = queueAt(desk, input.QueueUrl);
      const draft = draftOf(input);
      return orThrow(sentAnswer(queue, draft, send(desk, queue, draft, principal.arn)));
    }),

    SendMessageBatch: operation(shapes.SendMessageBatch, maySend, (input, { principal }) => {
      const queue = queueAt(desk, input.QueueUrl);
      refuse(refusedEntries('SendMessageBatch', input));
      refuse(refusedTogether(queue, input.Entries.map(draftOf)));
      const admitAll = () =>
        input.Entries.map((entry) => {
          const draft = draftOf(entry);
          return {
            Id: entry.Id,
            outcome: sentAnswer(queue, draft, admit(desk, queue, draft, principal.arn)),
          };
        });
      return batchAnswer(sendTogether(desk, queue, admitAll));
    }),

    ReceiveMessage: operation(
      shapes.ReceiveMessage,
      mayWithKey('ReceiveMessage', ['Decrypt']),
      async (input) => {
        const queue = queueAt(desk, input.QueueUrl);
        const waitSeconds = input.WaitTimeSeconds ?? queue.waitSeconds;
        const systemNames = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
        refuse(refusedReceive(input.MaxNumberOfMessages, waitSeconds, input.VisibilityTimeout));
        refuseSystemAttributes(systemNames);
        const messages = await receive(desk, queue, {
          most: input.MaxNumberOfMessages,
          waitSeconds,
          visibilityTimeout: input.VisibilityTimeout,
        });
        const Messages = messages.map((message) =>
          messageAnswer(message, systemNames, input.MessageAttributeNames),
        );
        return Messages.length === 0 ? {} : { Messages };
      },
    ),

    DeleteMessage: operation(shapes.DeleteMessage, may('DeleteMessage'), (input) => {
      refuse(remove(desk, queueAt(desk, input.QueueUrl), input.ReceiptHandle));
      return {};
    }),

    DeleteMessageBatch: operation(shapes.DeleteMessageBatch, may('DeleteMessage'), (input) => {
      const queue = queueAt(desk, input.QueueUrl);
      refuse(refusedEntries('DeleteMessageBatch', input));
      return batchAnswer(
        input.Entries.map(({ Id, ReceiptHandle }) => ({
          Id,
          outcome: remove(desk, queue, ReceiptHandle) ?? {},
        })),
      );
    }),

    ChangeMessageVisibility: operation(
      shapes.ChangeMessageVisibility,
      may('ChangeMessageVisibility'),
      (input) => {
        const queue = queueAt(desk, input.QueueUrl);
        refuse(changeVisibility(desk, queue, input.ReceiptHandle, input.VisibilityTimeout));
        return {};
      },
    ),

    ChangeMessageVisibilityBatch: operation(
      shapes.ChangeMessageVisibilityBatch,
      may('ChangeMessageVisibility'),
      (input) => {
        const queue = queueAt(desk, input.QueueUrl);
        refuse(refusedEntries('ChangeMessageVisibilityBatch', input));
        return batchAnswer(
          input.Entries.map(({ Id, ReceiptHandle, VisibilityTimeout }) => ({
            Id,
            outcome: changeVisibility(desk, queue, ReceiptHandle, VisibilityTimeout) ?? {},
          })),
        );
      },
    ),
  };
};

const refusedEntries = (kind: string, { Entries }: Batch<object>): AwsError | undefined =>
  refusedBatch(
    kind,
    Entries.map(({ Id }) => Id),
  );

const refuse = (refusal: AwsError | undefined): void => {
  if (refusal !== undefined) throw refusal;
};

const orThrow = (outcome: object | AwsError): object => {
  if (outcome instanceof AwsError) throw outcome;
  return outcome;
};

const sentAnswer = (queue: Queue, draft: Draft, outcome: Sent | AwsError): object | AwsError => {
  if (outcome instanceof AwsError) return outcome;
  return {
    MessageId: outcome.messageId,
    MD5OfMessageBody: md5OfBody(draft.body),
    MD5OfMessageAttributes: md5OfAttributes(draft.attributes ?? {}),
    MD5OfMessageSystemAttributes: md5OfAttributes(draft.systemAttributes ?? {}),
    SequenceNumber: queue.fifo ? outcome.sequenceNumber : undefined,
  };
};

const messageAnswer = (
  message: ReceivedMessage,
  systemNames: readonly string[],
  names: readonly string[],
): object => {
  const system = systemAttributesAsked(message, systemNames);
  const own = messageAttributesAsked(message, names);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: message.md5OfBody,
    ...(Object.keys(system).length > 0 && { Attributes: system }),
    ...(Object.keys(own).length > 0 && {
      MessageAttributes: own,
      MD5OfMessageAttributes: md5OfAttributes(own),
    }),
  };
};
