/** Bodies of uploads: aws-chunked framing taken off, declared checksums compared with what came. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../../service.ts';
import type { AwsRequest } from '../../service.ts';

export type Upload = {
  readonly body: Buffer;
  /** `x-amz-checksum-…` headers, from the head or the trailer, all found right. */
  readonly checksums: Readonly<Record<string, string>>;
};

/**
 * The bytes that the client meant to send.
 * @throws AwsError IncompleteBody for broken framing, BadDigest for a checksum that does not match, NotImplemented for one that is not imitated
 */
export const readUpload = (request: AwsRequest): Upload => {
  const streaming = request.headers['x-amz-content-sha256']?.startsWith('STREAMING-') ?? false;
  const { body, trailer } = streaming ? unchunked(request.body) : { body: request.body, trailer: {} };
  const declared = Object.entries({ ...request.headers, ...trailer }).filter(
    ([name]) => name.startsWith('x-amz-checksum-') && name !== 'x-amz-checksum-mode',
  );
  for (const [name, value] of declared) demandMatch(name, value, body);
  const md5 = request.headers['content-md5'];
  if (md5 !== undefined) demandMatch('content-md5', md5, body);
  return { body, checksums: Object.fromEntries(declared) };
};

const digests: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  'x-amz-checksum-crc32': (body) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return sum;
  },
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest(),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest(),
  'content-md5': (body) => createHash('md5').update(body).digest(),
};

const demandMatch = (name: string, value: string, body: Buffer): void => {
  const digest = digests[name];
  if (digest === undefined)
    throw new AwsError('NotImplemented', `${name} is not imitated on this machine.`, 501);
  if (digest(body).toString('base64') === value) return;
  throw new AwsError('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
};

/**
 * Framing of the SDK's streamed uploads: `<size in hex>[;chunk-signature=…]\r\n<bytes>\r\n` … `0\r\n<trailer lines>\r\n`.
 * Source: AWS General Reference, "Signature calculations for the Authorization header: transferring payload in multiple chunks".
 */
const unchunked = (framed: Buffer): { body: Buffer; trailer: Record<string, string> } => {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = framed.indexOf('\r\n', at);
    const size = /^([0-9a-f]+)(?:;.*)?$/i.exec(framed.toString('latin1', at, Math.max(at, lineEnd)))?.[1];
    if (lineEnd < 0 || size === undefined) throw incomplete();
    const start = lineEnd + 2;
    const end = start + Number.parseInt(size, 16);
    if (end === start)
      return { body: Buffer.concat(chunks), trailer: readTrailer(framed.toString('latin1', start)) };
    if (framed.toString('latin1', end, end + 2) !== '\r\n') throw incomplete();
    chunks.push(framed.subarray(start, end));
    at = end + 2;
  }
};

const incomplete = () => new AwsError('IncompleteBody', 'The request body terminated unexpectedly.');

const readTrailer = (text: string): Record<string, string> => {
  const fields = text.split(/\r?\n/).map((line) => /^([^:]+):(.*)$/.exec(line));
  const trailer: Record<string, string> = {};
  for (const field of fields) {
    if (field?.[1] !== undefined) trailer[field[1].toLowerCase()] = (field[2] ?? '').trim();
  }
  return trailer;
};
