/** The MD5 sums by which the SDK checks that a queue understood a message. */
import { createHash } from 'node:crypto';
import type { MessageAttributes } from './message.ts';

export const md5OfBody = (body: string): string => createHash('md5').update(body).digest('hex');

/**
 * MD5 over the attributes sorted by name, each part led by its length in four bytes, the value by its kind
 * (1 text and number, 2 binary); undefined without attributes. Source: Amazon SQS developer guide, "Calculating the
 * MD5 message digest for message attributes".
 */
export const md5OfAttributes = (attributes: MessageAttributes): string | undefined => {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const { DataType = '', StringValue = '', BinaryValue } = attributes[name] ?? {};
    const binary = DataType.startsWith('Binary');
    hash.update(led(Buffer.from(name))).update(led(Buffer.from(DataType)));
    hash.update(Buffer.from([binary ? 2 : 1]));
    hash.update(led(binary ? Buffer.from(BinaryValue ?? '', 'base64') : Buffer.from(StringValue)));
  }
  return hash.digest('hex');
};

const led = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
