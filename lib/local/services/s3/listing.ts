/** Pages of a bucket's keys, as ListObjectsV2 gives them. */
import { AwsError } from '../../service.ts';
import { xml } from '../xml.ts';
import type { Bucket } from './buckets.ts';
import { compareKeys } from './objects.ts';
import type { StoredObject } from './objects.ts';

type Entry = { readonly name: string; readonly object: StoredObject | undefined };

const mostKeys = 1000;

/**
 * The XML of one page.
 * @throws AwsError InvalidArgument for a page size or token that S3 would refuse
 */
export const listObjects = (bucket: Bucket, query: URLSearchParams): string => {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const token = query.get('continuation-token');
  const size = pageSize(query.get('max-keys'));
  const after = token === null ? (query.get('start-after') ?? '') : fromToken(token);
  const rest = entries(bucket, prefix, delimiter).filter(({ name }) => compareKeys(name, after) > 0);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const more = last !== undefined && rest.length > size;
  return xml({
    ListBucketResult: {
      Name: bucket.name,
      Prefix: prefix,
      Delimiter: delimiter === '' ? undefined : delimiter,
      MaxKeys: size,
      KeyCount: page.length,
      IsTruncated: more,
      ContinuationToken: token ?? undefined,
      NextContinuationToken: more ? Buffer.from(last.name).toString('base64url') : undefined,
      Contents: page.flatMap(({ object }) => (object === undefined ? [] : [contents(object)])),
      CommonPrefixes: page.flatMap(({ name, object }) => (object === undefined ? [{ Prefix: name }] : [])),
    },
  });
};

/** Keys, and what is common up to the delimiter, in one order: they share the page. */
const entries = (bucket: Bucket, prefix: string, delimiter: string): readonly Entry[] => {
  const found = new Map<string, Entry>();
  for (const object of bucket.objects.all().filter(({ key }) => key.startsWith(prefix))) {
    const at = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = at < 0 ? object.key : object.key.slice(0, at + delimiter.length);
    found.set(name, { name, object: at < 0 ? object : undefined });
  }
  return [...found.values()];
};

const contents = (object: StoredObject) => ({
  Key: object.key,
  LastModified: new Date(object.modifiedAt).toISOString(),
  ETag: object.etag,
  Size: object.size,
  StorageClass: 'STANDARD',
});

const pageSize = (asked: string | null): number => {
  if (asked === null) return mostKeys;
  if (!/^\d{1,9}$/.test(asked))
    throw new AwsError('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  return Math.min(Number(asked), mostKeys);
};

const fromToken = (token: string): string => {
  const name = Buffer.from(token, 'base64url');
  if (name.length > 0 && name.toString('base64url') === token) return name.toString('utf8');
  throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect');
};
