/** Whose access key signed a request: the administrator, a Lambda's process, or a session made by AssumeRole. */
import { randomBytes } from 'node:crypto';
import { AwsError } from '../service.ts';
import type { Clock, Principal } from '../service.ts';
import { readPolicy } from './policy.ts';
import type { Statement } from './policy.ts';
import type { Roles } from './roles.ts';

export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
};

/** A Lambda's process. `crash` ends it at once, as a fault asks. */
export type CallingFunction = {
  /** The function's physical name. */
  readonly name: string;
  /** All names that people use for it, the short one first. */
  readonly names: readonly string[];
  readonly crash: () => void;
};

export type Caller = Principal & {
  /** How IAM names the caller in an error: the session, not the role. */
  readonly userArn: string;
  readonly kind: 'administrator' | 'role';
  /** A session may do at most what its own policies say. */
  readonly sessionPolicies: readonly (readonly Statement[])[];
  readonly function: CallingFunction | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
};

/** What AssumeRole hands in, already checked. */
export type Assumption = {
  readonly caller: Principal;
  readonly roleArn: string;
  readonly sessionName: string;
  readonly tags: Readonly<Record<string, string>>;
  /** JSON text of a session policy. */
  readonly policy?: string | undefined;
  readonly expiresAt: number;
};

export type Callers = {
  /** Keys for the command line and for tests: everything is allowed. */
  readonly administrator: Credentials;
  readonly find: (accessKeyId: string) => Caller | 'unknown' | 'expired';
  /** Keys of one process that runs under a role, as Lambda gives them to an execution environment. */
  readonly ofFunction: (roleArn: string, calling: CallingFunction) => Credentials;
  /** Throws MalformedPolicyDocument for a session policy that is none. */
  readonly assume: (assumption: Assumption) => Credentials;
  readonly forget: (credentials: Credentials) => void;
};

/** The same at every start, so that a script may keep it. */
const administratorKey = 'LOCALADMINISTRATOR';

const dayMs = 24 * 60 * 60 * 1000;

const newKey = (): Credentials => ({
  accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(20).toString('hex'),
  sessionToken: randomBytes(20).toString('hex'),
});

const sessionArn = (account: string, roleArn: string, session: string) =>
  `arn:aws:sts::${account}:assumed-role/${roleArn.slice(roleArn.lastIndexOf('/') + 1)}/${session}`;

const readSessionPolicy = (text: string): readonly Statement[] => {
  try {
    return readPolicy(JSON.parse(text), 'session policy');
  } catch (error) {
    throw new AwsError('MalformedPolicyDocument', error instanceof Error ? error.message : String(error));
  }
};

export const openCallers = (account: string, roles: Roles, clock: Clock): Callers => {
  const callers = new Map<string, Caller>();
  const userArn = `arn:aws:iam::${account}:user/administrator`;
  callers.set(administratorKey, {
    arn: userArn,
    userArn,
    kind: 'administrator',
    sessionTags: {},
    sessionPolicies: [],
    function: undefined,
    expiresAt: Number.POSITIVE_INFINITY,
  });

  /** Sessions that ended long ago are forgotten; a client that still holds such a key is answered as with an unknown one. */
  const forgetOld = () => {
    for (const [key, { expiresAt }] of callers) if (expiresAt + dayMs < clock()) callers.delete(key);
  };

  const keep = (caller: Caller): Credentials => {
    forgetOld();
    const credentials = newKey();
    callers.set(credentials.accessKeyId, caller);
    return credentials;
  };

  const known = (roleArn: string) => {
    if (roles.find(roleArn) === undefined) throw new Error(`no role ${roleArn}`);
    return roleArn;
  };

  /** The gateway hands its callers to the services as principals, so AssumeRole gives one back. */
  const behind = (principal: Principal) => callers.values().find((caller) => caller === principal);

  return {
    administrator: {
      accessKeyId: administratorKey,
      secretAccessKey: 'local',
      sessionToken: 'local',
    },
    find: (accessKeyId) => {
      const caller = callers.get(accessKeyId);
      if (caller === undefined) return 'unknown';
      return caller.expiresAt > clock() ? caller : 'expired';
    },
    ofFunction: (roleArn, calling) =>
      keep({
        arn: known(roleArn),
        userArn: sessionArn(account, roleArn, calling.name),
        kind: 'role',
        sessionTags: {},
        sessionPolicies: [],
        function: calling,
        expiresAt: Number.POSITIVE_INFINITY,
      }),
    assume: ({ caller, roleArn, sessionName, tags, policy, expiresAt }) =>
      keep({
        arn: known(roleArn),
        userArn: sessionArn(account, roleArn, sessionName),
        kind: 'role',
        sessionTags: tags,
        sessionPolicies: policy === undefined ? [] : [readSessionPolicy(policy)],
        function: behind(caller)?.function,
        expiresAt,
      }),
    forget: ({ accessKeyId }) => void callers.delete(accessKeyId),
  };
};
