/** The environment variables of a Lambda's process. */
import { devNull } from 'node:os';
import type { Credentials } from '../iam/callers.ts';
import type { FunctionConfig } from './function-config.ts';

export type EnvironmentParts = {
  readonly config: FunctionConfig;
  readonly folder: string;
  readonly region: string;
  /** Address of the gateway. */
  readonly endpoint: string;
  readonly credentials: Credentials;
  /** Further variables, over those of the template. */
  readonly extra: Readonly<Record<string, string>>;
};

/** What Lambda sets (Lambda guide, "Defined runtime environment variables"), and how to find this machine. */
export const environmentOf = (parts: EnvironmentParts): Readonly<Record<string, string>> => ({
  TZ: 'UTC',
  LANG: 'en_US.UTF-8',
  ...parts.config.variables,
  ...parts.extra,
  _HANDLER: parts.config.handler,
  AWS_ACCESS_KEY_ID: parts.credentials.accessKeyId,
  AWS_DEFAULT_REGION: parts.region,
  AWS_ENDPOINT_URL: parts.endpoint,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(parts.config.memoryMb),
  AWS_LAMBDA_FUNCTION_NAME: parts.config.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${parts.config.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_REGION: parts.region,
  AWS_SECRET_ACCESS_KEY: parts.credentials.secretAccessKey,
  AWS_SESSION_TOKEN: parts.credentials.sessionToken,
  LAMBDA_TASK_ROOT: parts.folder,
  // The developer's own profile, or an instance's, must never leak into a Lambda.
  AWS_CONFIG_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SHARED_CREDENTIALS_FILE: devNull,
});
