/**
 * Stands in for `@aws-sdk/client-bedrock-runtime` in bundles: Converse and InvokeModel as signed calls. Sources and
 * tests see the SDK; `lib/constructs/bundle.ts` puts this in its place.
 */
import { exchanger, type Exchanged } from '../signed/exchange.ts';
import { signedHeaders, type Credentials } from '../signed/sign.ts';
import { surroundings } from './surroundings.ts';

type Input = Readonly<Record<string, unknown>> & { readonly modelId: string };
type Options = { readonly abortSignal?: AbortSignal };

export class ConverseCommand {
  readonly input: Input;
  constructor(input: Input) {
    this.input = input;
  }
}
export class InvokeModelCommand {
  readonly input: Input & { readonly body: string };
  constructor(input: Input & { readonly body: string }) {
    this.input = input;
  }
}

/** Named as Bedrock names it: whoever asked tells a throttle from a refusal by the name alone. */
class BedrockCallFailed extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

const failure = ({ status, bytes, headers }: Exchanged): Error => {
  const told = headers['x-amzn-errortype'];
  const [name = ''] = typeof told === 'string' ? told.split(/[:,]/) : [];
  const written = /"__type"\s*:\s*"(?:[^"#]*#)?([A-Za-z]+)"/.exec(bytes.toString('utf8'))?.[1];
  return new BedrockCallFailed(name === '' ? (written ?? `Http${String(status)}`) : name);
};

/** Milliseconds: every caller sets a budget of its own, and none is longer. */
const longestCall = 60_000;
const worthAnother = /Throttl|ServiceUnavailable|InternalServer|ModelNotReady|^Http5/;

export class BedrockRuntimeClient {
  readonly #region: string;
  readonly #attempts: number;
  readonly #address: string;
  readonly #credentials: () => Credentials;
  readonly #exchange = exchanger(longestCall);

  constructor({ region, maxAttempts = 1 }: { readonly region: string; readonly maxAttempts?: number }) {
    const { credentials, endpoint } = surroundings();
    this.#region = region;
    this.#attempts = maxAttempts;
    this.#credentials = credentials;
    this.#address = endpoint ?? `https://bedrock-runtime.${region}.amazonaws.com`;
  }

  async #call(path: string, body: string, signal: AbortSignal | undefined): Promise<Buffer> {
    const url = new URL(`${this.#address}${path}`);
    const method = 'POST';
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    for (let attempt = 1; ; attempt += 1) {
      const signable = { service: 'bedrock', method, url, headers, body };
      const signed = await signedHeaders(this.#region, this.#credentials(), signable);
      const answer = await this.#exchange({ method, url, body, headers: signed, signal });
      if (answer.status < 300) return answer.bytes;
      const error = failure(answer);
      if (attempt >= this.#attempts || !worthAnother.test(error.name)) throw error;
    }
  }

  async send(command: ConverseCommand | InvokeModelCommand, options: Options = {}): Promise<unknown> {
    const { modelId, ...rest } = command.input;
    const path = `/model/${encodeURIComponent(modelId)}`;
    if (command instanceof InvokeModelCommand)
      return { body: await this.#call(`${path}/invoke`, command.input.body, options.abortSignal) };
    const bytes = await this.#call(`${path}/converse`, JSON.stringify(rest), options.abortSignal);
    const answer: unknown = JSON.parse(bytes.toString('utf8'));
    return answer;
  }
}
