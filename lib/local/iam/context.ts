/** The condition keys of one request: what a policy may compare and what its variables stand for. */

/** Condition keys with their values; IAM ignores the case of a key. */
export type Context = {
  /** Values of a key, none when the request does not carry it, `unknown` when this machine does not model the key. */
  values(key: string): readonly string[] | 'unknown';
};

/**
 * Keys that this machine models, so that their absence means what it means on AWS. Any other key is known only while
 * a request carries it. `*` at the end stands for the name of a tag or of an encryption context's entry.
 */
const modelled = [
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalIsAWSService',
  'aws:PrincipalTag/*',
  'aws:RequestedRegion',
  'aws:RequestTag/*',
  'aws:ResourceAccount',
  'aws:SecureTransport',
  'aws:TagKeys',
  'aws:ViaAWSService',
  'cloudwatch:namespace',
  'dynamodb:EnclosingOperation',
  'dynamodb:LeadingKeys',
  'kms:CallerAccount',
  'kms:EncryptionContext:*',
  'kms:EncryptionContextKeys',
  'kms:RequestAlias',
  'kms:ResourceAliases',
  'kms:ViaService',
  's3:prefix',
  'secretsmanager:SecretId',
  'secretsmanager:VersionId',
  'secretsmanager:VersionStage',
  'ses:FromAddress',
  'ses:Recipients',
  'sts:RoleSessionName',
].map((key) => key.toLowerCase());

const exactKeys = new Set(modelled.filter((key) => !key.endsWith('*')));
const keyPrefixes = modelled.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1));

const isModelled = (key: string) =>
  exactKeys.has(key) || keyPrefixes.some((prefix) => key.startsWith(prefix));

/** Joins the keys that the machine gives every request with those that a service gives this one. */
export const contextOf = (...parts: readonly Readonly<Record<string, readonly string[]>>[]): Context => {
  const values = new Map<string, readonly string[]>();
  for (const part of parts)
    for (const [key, list] of Object.entries(part)) values.set(key.toLowerCase(), list);
  return {
    values: (key) => {
      const name = key.toLowerCase();
      return values.get(name) ?? (isModelled(name) ? [] : 'unknown');
    },
  };
};
