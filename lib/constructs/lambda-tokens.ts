/**
 * Stands in for the SDK's bearer tokens in bundles: our Lambdas sign with their role, and the client that looks for a
 * token of single sign-on would bring the clients of single sign-on along, never run.
 */
const none = async (): Promise<never> => {
  throw new Error('there are no bearer tokens here: calls are signed');
};
export const fromEnvSigningName = () => none;
export const nodeProvider = () => none;
