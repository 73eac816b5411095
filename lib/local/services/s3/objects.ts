/** The objects of one bucket: one file each, its description before its bytes, so that one rename changes both. */
import { closeSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fileNameOf, writeAtomically } from '../kept-files.ts';

const description = z.object({
  key: z.string(),
  /** With its quotation marks, as it travels. */
  etag: z.string(),
  size: z.number(),
  /** Milliseconds since the epoch. */
  modifiedAt: z.number(),
  /** Given back as they came: content type, metadata, checksum and so on; names in lower case. */
  headers: z.record(z.string(), z.string()),
  /** ARN of the customer key, if one protects the object. */
  kmsKeyArn: z.string().optional(),
});

export type StoredObject = Readonly<z.infer<typeof description>>;

export type Objects = {
  get(key: string): StoredObject | undefined;
  /** In the order in which S3 lists: by the bytes of the key in UTF-8. */
  all(): readonly StoredObject[];
  read(key: string): Buffer;
  put(object: StoredObject, body: Buffer): void;
  delete(key: string): void;
};

const suffix = '.object';
const lengthBytes = 4;

export const openObjects = (folder: string): Objects => {
  mkdirSync(folder, { recursive: true });
  const pathOf = (key: string) => join(folder, `${fileNameOf(key)}${suffix}`);
  const objects = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(suffix))
      .map((name) => readDescription(join(folder, name)))
      .map((object) => [object.key, object]),
  );
  return {
    get: (key) => objects.get(key),
    all: () => [...objects.values()].sort((one, other) => compareKeys(one.key, other.key)),
    read: (key) => {
      const file = readFileSync(pathOf(key));
      return file.subarray(lengthBytes + file.readUInt32BE());
    },
    put: (object, body) => {
      writeAtomically(pathOf(object.key), Buffer.concat([encodeDescription(object), body]));
      objects.set(object.key, object);
    },
    delete: (key) => {
      rmSync(pathOf(key), { force: true });
      objects.delete(key);
    },
  };
};

/** Order of the UTF-8 bytes, which differs from JavaScript's beyond the basic plane. */
export const compareKeys = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

const encodeDescription = (object: StoredObject): Buffer => {
  const text = Buffer.from(JSON.stringify(object));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text]);
};

const readDescription = (path: string): StoredObject => {
  const file = openSync(path, 'r');
  try {
    const length = Buffer.alloc(lengthBytes);
    readSync(file, length, 0, lengthBytes, 0);
    const text = Buffer.alloc(length.readUInt32BE());
    readSync(file, text, 0, text.length, lengthBytes);
    return description.parse(JSON.parse(text.toString('utf8')));
  } finally {
    closeSync(file);
  }
};
