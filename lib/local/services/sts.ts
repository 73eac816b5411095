/** Security Token Service on this machine: roles assumed with session tags and a session policy, in the query protocol. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../service.ts';
import type { AwsAnswer, AwsRequest, Permission, Place, Principal, Service } from '../service.ts';
import { xml } from './xml.ts';
import type { XmlTree } from './xml.ts';

/** A role about to be assumed; everything in it was checked but what its tags and policy mean. */
export type Session = {
  readonly caller: Principal;
  readonly roleArn: string;
  readonly sessionName: string;
  readonly tags: Readonly<Record<string, string>>;
  /** JSON text of the session policy. */
  readonly policy?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
};

export type SessionKeys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
};

export type StsParts = {
  /** Whether the role exists and its trust policy lets the principal assume it with these session tags. */
  trusts(roleArn: string, principal: Principal, tags: Readonly<Record<string, string>>): boolean;
  /** Makes the keys of the session and remembers whose they are. */
  assume(session: Session): SessionKeys;
};

export const stsService = (place: Place, parts: StsParts): Service => {
  const operations = new Map<string, (request: AwsRequest, form: URLSearchParams) => XmlTree>([
    ['AssumeRole', (request, form) => assumeRole(place, parts, request.principal, form)],
    ['GetCallerIdentity', ({ principal }) => callerIdentity(place, principal)],
  ]);
  return {
    name: 'sts',
    types: [],
    provision: ({ type }) => {
      throw new Error(`${type} is not made by STS`);
    },
    operation: (request) => formOf(request).get('Action') ?? '',
    permissions: (request) => permissionsOf(formOf(request)),
    answer: async (request) => {
      const form = formOf(request);
      const action = form.get('Action') ?? '';
      const operate = operations.get(action);
      if (operate === undefined)
        throw new AwsError('InvalidAction', `sts ${action} is not imitated on this machine.`);
      return answered(action, operate(request, form));
    },
    close: () => Promise.resolve(),
  };
};

const formOf = (request: AwsRequest): URLSearchParams => new URLSearchParams(request.body.toString('utf8'));

const answered = (action: string, result: XmlTree): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: xml({
    [`${action}Response`]: { [`${action}Result`]: result, ResponseMetadata: { RequestId: 'local' } },
  }),
});

// Limits: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const assumption = z.object({
  RoleArn: z.string().regex(/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/),
  RoleSessionName: z.string().regex(/^[\w+=,.@-]{2,64}$/),
  DurationSeconds: z.coerce.number().int().min(900).max(43_200).default(3600),
  Policy: z.string().min(1).max(2048).optional(),
});

const sessionTag = z.tuple([
  z
    .string()
    .min(1)
    .max(128)
    .regex(tagText)
    .regex(/^(?!aws:)/i),
  z.string().max(256).regex(tagText),
]);

const assumeRole = (place: Place, parts: StsParts, caller: Principal, form: URLSearchParams): XmlTree => {
  const refused = [...form.keys()].find((name) =>
    /^(TransitiveTagKeys|PolicyArns|ProvidedContexts|SerialNumber)/.test(name),
  );
  if (refused !== undefined) throw invalid(`${refused} is not imitated on this machine.`);
  const input = checkedInput(assumption, Object.fromEntries(form));
  const tags = tagsOf(form);
  demandPolicy(input.Policy);
  if (input.DurationSeconds > 3600 && caller.arn.includes(':role/')) {
    throw invalid(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (!parts.trusts(input.RoleArn, caller, tags)) {
    const because = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${input.RoleArn}`;
    throw new AwsError('AccessDenied', because, 403);
  }
  const expiresAt = place.clock() + input.DurationSeconds * 1000;
  const sessionName = input.RoleSessionName;
  const keys = parts.assume({
    caller,
    roleArn: input.RoleArn,
    sessionName,
    tags,
    policy: input.Policy,
    expiresAt,
  });
  const role = input.RoleArn.slice(input.RoleArn.lastIndexOf('/') + 1);
  return {
    Credentials: {
      AccessKeyId: keys.accessKeyId,
      SecretAccessKey: keys.secretAccessKey,
      SessionToken: keys.sessionToken,
      Expiration: new Date(expiresAt).toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `${uniqueId(input.RoleArn)}:${sessionName}`,
      Arn: `arn:aws:sts::${place.account}:assumed-role/${role}/${sessionName}`,
    },
  };
};

const callerIdentity = (place: Place, principal: Principal): XmlTree => ({
  Arn: principal.arn,
  UserId: uniqueId(principal.arn),
  Account: place.account,
});

const uniqueId = (arn: string): string =>
  `AROA${createHash('sha256').update(arn).digest('hex').slice(0, 17).toUpperCase()}`;

const invalid = (message: string) => new AwsError('ValidationError', message);

const checkedInput = <Input>(schema: z.ZodType<Input>, value: unknown): Input => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `Value at '${issue.path.join('.')}': ${issue.message}`);
  throw invalid(`${faults.length} validation error(s) detected: ${faults.join('; ')}`);
};

/** `Tags.member.1.Key`, `Tags.member.1.Value`, …; names that differ only in case are one tag. */
const tagsOf = (form: URLSearchParams): Readonly<Record<string, string>> => {
  const numbers = [...form.keys()].flatMap((name) => /^Tags\.member\.(\d+)\.Key$/.exec(name)?.[1] ?? []);
  const pairs = numbers.map((n) => [
    form.get(`Tags.member.${n}.Key`),
    form.get(`Tags.member.${n}.Value`) ?? '',
  ]);
  const tags = checkedInput(z.array(sessionTag).max(50), pairs);
  if (new Set(tags.map(([name]) => name.toLowerCase())).size < tags.length) {
    throw new AwsError(
      'InvalidParameterValue',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  }
  return Object.fromEntries(tags);
};

const demandPolicy = (policy: string | undefined): void => {
  if (policy === undefined) return;
  try {
    z.object({ Statement: z.unknown() }).parse(JSON.parse(policy));
  } catch {
    throw new AwsError('MalformedPolicyDocument', 'The session policy is not a policy document in JSON.');
  }
};

const permissionsOf = (form: URLSearchParams): readonly Permission[] => {
  if (form.get('Action') !== 'AssumeRole') return [];
  const tags = Object.entries(tagsOf(form));
  const context: Record<string, readonly string[]> = {
    'sts:RoleSessionName': [form.get('RoleSessionName') ?? ''],
  };
  for (const [name, value] of tags) context[`aws:RequestTag/${name}`] = [value];
  if (tags.length > 0) context['aws:TagKeys'] = tags.map(([name]) => name);
  const resource = form.get('RoleArn') ?? '';
  const actions = tags.length > 0 ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole'];
  return actions.map((action) => ({ action, resource, context }));
};
