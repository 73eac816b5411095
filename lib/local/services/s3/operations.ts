/** The operations of S3 that are imitated, each with S3's conditions and refusals. */
import { AwsError } from '../../service.ts';
import type { AwsAnswer, AwsRequest } from '../../service.ts';
import { unescapeXml, xml } from '../xml.ts';
import { readUpload } from './body.ts';
import type { S3Operation } from './call.ts';
import { describe, encryptionOf, headersOf } from './describe.ts';
import type { BucketCall } from './describe.ts';
import { listObjects } from './listing.ts';
import type { StoredObject } from './objects.ts';

export const operations: Readonly<Record<S3Operation, (call: BucketCall) => AwsAnswer>> = {
  PutObject: (call) => {
    demandKey(call.key);
    demandWriteCondition(call);
    const { body, checksums } = readUpload(call.request);
    const object = describe(call, body, checksums);
    call.bucket.objects.put(object, body);
    return { status: 200, headers: { etag: object.etag, ...encryptionOf(object), ...checksums }, body: '' };
  },

  GetObject: (call) => {
    const object = demandObject(call);
    const unread = readCondition(call, object);
    return (
      unread ?? { status: 200, headers: headersOf(call, object), body: call.bucket.objects.read(call.key) }
    );
  },

  HeadObject: (call) => {
    const object = demandObject(call);
    return readCondition(call, object) ?? { status: 200, headers: headersOf(call, object), body: '' };
  },

  DeleteObject: (call) => {
    demandMatch(call, call.bucket.objects.get(call.key));
    call.bucket.objects.delete(call.key);
    return { status: 204, body: '' };
  },

  DeleteObjects: ({ request, bucket }) => {
    const keys = keysToDelete(request);
    for (const key of keys) bucket.objects.delete(key);
    const quiet = /<Quiet>true<\/Quiet>/.test(readUpload(request).body.toString('utf8'));
    const deleted = quiet ? [] : keys.map((key) => ({ Key: key }));
    return xmlAnswer(xml({ DeleteResult: { Deleted: deleted } }));
  },

  ListObjectsV2: ({ request, bucket }) => xmlAnswer(listObjects(bucket, request.query)),

  HeadBucket: ({ place }) => ({ status: 200, headers: { 'x-amz-bucket-region': place.region }, body: '' }),

  NotImplemented: () => {
    const because =
      'A header or parameter you provided implies functionality that is not imitated on this machine.';
    throw new AwsError('NotImplemented', because, 501);
  },
};

/**
 * The keys that a DeleteObjects names.
 * @throws AwsError MalformedXML for none, for more than 1000 and for versions
 */
export const keysToDelete = (request: AwsRequest): readonly string[] => {
  const body = readUpload(request).body.toString('utf8');
  const keys = [...body.matchAll(/<Object>\s*<Key>([^<]*)<\/Key>\s*<\/Object>/g)].map(([, key = '']) =>
    unescapeXml(key),
  );
  if (keys.length > 0 && keys.length <= 1000 && keys.length === body.split('<Object>').length - 1)
    return keys;
  throw new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
};

const xmlAnswer = (body: string): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body,
});

const demandKey = (key: string): void => {
  if (Buffer.byteLength(key) > 1024) throw new AwsError('KeyTooLongError', 'Your key is too long');
};

const demandObject = ({ bucket, key }: BucketCall): StoredObject => {
  const object = bucket.objects.get(key);
  if (object === undefined) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
  return object;
};

const failedPrecondition = () =>
  new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);

/** Writing and deleting: `If-Match` with the tag that the caller saw, `If-None-Match: *` for a key that must be new. */
const demandWriteCondition = (call: BucketCall): void => {
  const object = call.bucket.objects.get(call.key);
  const ifNoneMatch = call.request.headers['if-none-match'];
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') operations.NotImplemented(call);
  if (ifNoneMatch === '*' && object !== undefined) throw failedPrecondition();
  if (call.request.headers['if-match'] !== undefined) demandMatch(call, demandObject(call));
};

const demandMatch = ({ request }: BucketCall, object: StoredObject | undefined): void => {
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && !sameTag(wanted, object)) throw failedPrecondition();
};

const sameTag = (wanted: string, object: StoredObject | undefined): boolean =>
  object !== undefined && (wanted === '*' || wanted.replaceAll('"', '') === object.etag.replaceAll('"', ''));

/** Reading: 412 when the tag is not the wanted one, 304 when the caller has it already. */
const readCondition = (call: BucketCall, object: StoredObject): AwsAnswer | undefined => {
  demandMatch(call, object);
  const known = call.request.headers['if-none-match'];
  if (known === undefined || !sameTag(known, object)) return undefined;
  return { status: 304, headers: { etag: object.etag }, body: '' };
};
