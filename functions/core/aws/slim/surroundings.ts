/** What the SDK's clients read by themselves: credentials of the execution environment, and an address in place of AWS's own. */
import { lambdaCredentials, type Credentials } from '../signed/client.ts';

export const surroundings = (): {
  readonly credentials: () => Credentials;
  readonly endpoint: string | undefined;
} => ({
  credentials: lambdaCredentials(process.env),
  endpoint: process.env['AWS_ENDPOINT_URL'],
});
