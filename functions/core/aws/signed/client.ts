/** AWS calls signed and sent without an SDK client: what the webhook needs to answer inside a marketplace's deadline. */
import { exchanger } from './exchange.ts';
import { signedHeaders, type Credentials } from './sign.ts';

export type { Credentials };

/** The credentials that Lambda hands to an execution environment. */
export const lambdaCredentials =
  (environment: Readonly<Record<string, string | undefined>>) => (): Credentials => ({
    accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: environment['AWS_SESSION_TOKEN'],
  });

export type SignedCalls = {
  /** A call of the JSON protocol: the parsed answer, or an Error that names the service's error. */
  json(service: string, target: string, body: unknown, url?: string): Promise<unknown>;
  put(service: string, url: string, body: string): Promise<void>;
  get(service: string, url: string): Promise<string>;
  /** Base address of a service. */
  address(service: string): string;
};

/** Objects that are no text. */
export type SignedObjects = {
  putBytes(service: string, url: string, body: Uint8Array): Promise<void>;
  getBytes(service: string, url: string): Promise<Uint8Array>;
};

/** Services that speak JSON over REST. */
export type SignedPosts = {
  post(service: string, url: string, body: string): Promise<string>;
};

/** Services that speak version 1.1 of the JSON protocol. */
const json11 = new Set(['kms', 'secretsmanager', 'comprehend', 'translate']);

const timeoutMilliseconds = 3000;

/** An error that AWS answered: its name, and the message only where it names our own missing permission. */
export class AwsCallFailed extends Error {
  override readonly name = 'AwsCallFailed';
  readonly code: string;
  readonly status: number;

  /** The service's own words: they may quote a row, so no log ever sees them. */
  readonly #answer: string;

  constructor(code: string, status: number, message: string, answer = '') {
    super(message);
    this.code = code;
    this.status = status;
    this.#answer = answer;
  }

  answer(): string {
    return this.#answer;
  }
}

const failure = (status: number, text: string): AwsCallFailed => {
  const code = /"__type"\s*:\s*"(?:[^"#]*#)?([A-Za-z]+)"/.exec(text)?.[1] ?? `Http${String(status)}`;
  return new AwsCallFailed(code, status, code === 'AccessDeniedException' ? text.slice(0, 500) : code, text);
};

/** Told by the service itself that coming back at once is right. */
const worthAnother = (status: number): boolean =>
  status === 429 || status === 500 || status === 502 || status === 503;

/** `endpoint`: one address for every service (the local machine), or undefined for the region's own. */
export const signedCalls = (
  region: string,
  credentials: () => Credentials,
  endpoint: string | undefined,
): SignedCalls & SignedObjects & SignedPosts => {
  const exchange = exchanger(timeoutMilliseconds);
  const address = (service: string): string => endpoint ?? `https://${service}.${region}.amazonaws.com`;
  const once = async (
    service: string,
    method: string,
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
  ) =>
    exchange({
      method,
      url,
      body,
      headers: await signedHeaders(region, credentials(), { service, method, url, headers, body }),
    });
  const call = async (
    service: string,
    method: string,
    at: string,
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
  ): Promise<Buffer> => {
    const url = new URL(at);
    const first = await once(service, method, url, headers, body);
    const { status, bytes } = worthAnother(first.status)
      ? await once(service, method, url, headers, body)
      : first;
    if (status >= 300) throw failure(status, bytes.toString('utf8'));
    return bytes;
  };
  return {
    address,
    async json(service, target, body, url) {
      const version = json11.has(service) ? '1.1' : '1.0';
      const headers = { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target };
      const bytes = await call(service, 'POST', url ?? `${address(service)}/`, headers, JSON.stringify(body));
      return bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
    },
    get: async (service, url) => (await call(service, 'GET', url, {}, '')).toString('utf8'),
    getBytes: async (service, url) => call(service, 'GET', url, {}, ''),
    post: async (service, url, body) =>
      (await call(service, 'POST', url, { 'content-type': 'application/json' }, body)).toString('utf8'),
    async put(service, url, body) {
      await call(service, 'PUT', url, { 'content-type': 'application/json' }, body);
    },
    async putBytes(service, url, body) {
      await call(service, 'PUT', url, { 'content-type': 'application/octet-stream' }, body);
    },
  };
};
