/** Calls of AWS services in the name of a machine's role, by the wire, so that rights, faults and counts apply. */
import { request } from 'node:http';

export type AwsCall = {
  /** Signing name. */
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With its query, percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type AwsReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};

/** Rejects when there is no role or no answer. */
export type CallAs = (roleArn: string, call: AwsCall) => Promise<AwsReply>;

export type CallerParts = {
  /** Address of the gateway. */
  readonly endpoint: () => string;
  readonly region: string;
  /** The access key of a session of the role. */
  readonly accessKeyOf: (roleArn: string) => string;
};

/** Node's own client and not fetch, which gives up on an answer after five minutes: a Lambda may take fifteen. */
export const callerOf =
  ({ endpoint, region, accessKeyOf }: CallerParts): CallAs =>
  async (roleArn, { service, method, path, headers, body }) => {
    // The gateway reads who calls from the credential and checks no signature.
    const scope = `${accessKeyOf(roleArn)}/20260101/${region}/${service}/aws4_request`;
    return new Promise((resolve, reject) => {
      const sending = request(`${endpoint()}${path}`, {
        method,
        headers: { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=${scope}` },
      });
      sending.on('error', reject);
      sending.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      });
      sending.end(body);
    });
  };
