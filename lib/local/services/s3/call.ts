/** What a request asks of S3: the operation, bucket and key of its method, path and query; the rest is refused. */
import { AwsError } from '../../service.ts';
import type { AwsRequest } from '../../service.ts';

export type S3Operation =
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'DeleteObjects'
  | 'ListObjectsV2'
  | 'HeadBucket'
  | 'NotImplemented';

export type S3Call = { readonly operation: S3Operation; readonly bucket: string; readonly key: string };

const onObjects: Readonly<Record<string, S3Operation>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
};

const listParameters = ['list-type', 'prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after'];

/** Headers that would change what the operation does; answering as if they were absent would be kinder than S3. */
const notImitated =
  /^(range|if-modified-since|if-unmodified-since|x-amz-(copy-source.*|tagging|acl|grant-.*|object-lock-.*|website-.*|server-side-encryption.*|storage-class|write-offset-bytes|mfa|bypass-.*))$/;

/** Path style: `/bucket/key`, the key percent-encoded. */
export const readCall = (request: AwsRequest): S3Call => {
  const [, bucket = '', rest = ''] = /^\/([^/]*)\/?(.*)$/s.exec(request.path) ?? [];
  const call = { bucket, key: decodeKey(rest) };
  return { ...call, operation: plain(request) ? operationOf(request, call.key) : 'NotImplemented' };
};

const operationOf = ({ method, query }: AwsRequest, key: string): S3Operation => {
  const names = [...query.keys()].filter((name) => !/^x-(id|amz-.*)$/i.test(name));
  if (key !== '') return names.length === 0 ? (onObjects[method] ?? 'NotImplemented') : 'NotImplemented';
  if (method === 'HEAD' && names.length === 0) return 'HeadBucket';
  if (method === 'POST' && names.join() === 'delete') return 'DeleteObjects';
  const listing = query.get('list-type') === '2' && names.every((name) => listParameters.includes(name));
  return method === 'GET' && listing ? 'ListObjectsV2' : 'NotImplemented';
};

const plain = (request: AwsRequest): boolean =>
  !Object.keys(request.headers).some((name) => notImitated.test(name));

const decodeKey = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
};
