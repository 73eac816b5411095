/** Receipt handles: opaque to callers, here the queue, the message's place in it and one receive of it. */

type Receipt = { readonly queueName: string; readonly sequence: number };

/** `once` tells this receive from any other of the same message. */
export const receiptHandle = (queueName: string, sequence: number, once: string): string =>
  Buffer.from(`${queueName} ${sequence} ${once}`).toString('base64');

/** What a handle says; undefined for what no queue ever handed out. */
export const readReceipt = (handle: string): Receipt | undefined => {
  const [, queueName, sequence] = /^(\S+) (\d+) \S+$/.exec(Buffer.from(handle, 'base64').toString()) ?? [];
  return queueName === undefined ? undefined : { queueName, sequence: Number(sequence) };
};
