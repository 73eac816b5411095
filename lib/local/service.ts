/**
 * The one contract between the local machine and the AWS services that it imitates.
 *
 * A service is a stand-in that speaks the AWS wire protocol of one signing name. The gateway (gateway.ts) owns the
 * socket, the caller's identity, injected faults and IAM; a service only says which permissions a request needs and
 * answers it. Nothing here knows what the application is about.
 */

/** Milliseconds since the epoch; handed in so that tests move time by hand. */
export type Clock = () => number;

/** Where the machine runs: the region it plays, the made-up account, and where it keeps everything. */
export type Place = {
  readonly region: string;
  readonly account: string;
  /** Folder that survives a restart; a service keeps its own files in `${data}/<service name>`. */
  readonly data: string;
  readonly clock: Clock;
};

/** Who calls: the role whose key signed the request, with the tags of its session. */
export type Principal = {
  readonly arn: string;
  readonly sessionTags: Readonly<Record<string, string>>;
};

export type AwsRequest = {
  readonly principal: Principal;
  readonly method: string;
  /** Path as sent, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type AwsAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

/** One IAM check that a request needs: action, the ARN it acts on, and condition keys with their values. */
export type Permission = {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
};

/** A resource of a template after its properties were resolved to plain JSON. */
export type Resource = {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
};

/** What `Ref` and `Fn::GetAtt` answer for a resource. */
export type Provisioned = {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Makes resources of some CloudFormation types; making the same one again (a restart) keeps its contents. */
export type Provider = {
  readonly types: readonly string[];
  provision(resource: Resource): Provisioned | Promise<Provisioned>;
};

export type Service = Provider & {
  /** Signing name in the credential scope: dynamodb, sqs, s3, kms, secretsmanager, sts, scheduler, states, sns, ses, bedrock, comprehend, translate, lambda, monitoring. */
  readonly name: string;
  /** Operation of a request as AWS names it (`PutItem`, `Converse`): for faults, for the count of calls, for logs. */
  operation(request: AwsRequest): string;
  /** Every permission that the caller must hold, key rights used on its behalf included. */
  permissions(request: AwsRequest): readonly Permission[];
  answer(request: AwsRequest): Promise<AwsAnswer>;
  /** Flushes and closes files; called once at a clean stop. A kill without it must lose nothing that was acknowledged. */
  close(): Promise<void>;
};

/** An error as AWS words it; the gateway turns it into the protocol of the service. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  readonly status: number;
  /** Further members of the error body, e.g. `CancellationReasons`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status = 400, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.members = members;
  }
}
