/**
 * Stands in for the SDK's credential chain in bundles: a Lambda has its credentials in its environment, and the chain's
 * other links (single sign-on, profiles, instance roles) would be a seventh of every bundle, never run.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
