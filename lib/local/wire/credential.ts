/** Reads from a signed request which key signed it, and for which region and service. */
import type { AwsRequest } from '../service.ts';

/** The credential scope of Signature Version 4. */
export type Credential = { readonly accessKeyId: string; readonly region: string; readonly service: string };

const scope = /^([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request$/u;
const inHeader = /Credential=([^,\s]+)/u;

/**
 * The credential of the Authorization header or of a presigned address; undefined when there is none to read.
 * The signature itself is not checked: whoever reaches 127.0.0.1 is the developer, and knows the secrets anyway.
 */
export const readCredential = (request: Pick<AwsRequest, 'headers' | 'query'>): Credential | undefined => {
  const text =
    inHeader.exec(request.headers['authorization'] ?? '')?.[1] ?? request.query.get('X-Amz-Credential');
  const [, accessKeyId, region, service] = scope.exec(text ?? '') ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
};
