/** The errors that AWS answers before a service sees a request, in the code each protocol uses for them. */
import { AwsError } from '../service.ts';

const query = new Set(['sts', 'sns', 'ses']);

const codes = (service: string, s3: string, queryCode: string, other: string) => {
  if (service === 's3') return s3;
  return query.has(service) ? queryCode : other;
};

export const unsigned = (): AwsError =>
  new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);

export const otherRegion = (given: string, region: string): AwsError =>
  new AwsError(
    'SignatureDoesNotMatch',
    `Credential should be scoped to a valid region, not '${given}': this machine plays ${region}`,
    403,
  );

export const unknownService = (name: string): AwsError =>
  new AwsError('UnknownEndpoint', `the local machine does not play the service ${name}`, 404);

export const unknownKey = (service: string): AwsError =>
  new AwsError(
    codes(service, 'InvalidAccessKeyId', 'InvalidClientTokenId', 'UnrecognizedClientException'),
    'The security token included in the request is invalid.',
    403,
  );

export const expired = (service: string): AwsError =>
  new AwsError(
    codes(service, 'ExpiredToken', 'ExpiredToken', 'ExpiredTokenException'),
    'The security token included in the request is expired',
    service === 's3' ? 400 : 403,
  );

export const denied = (service: string, message: string): AwsError => {
  if (service === 'sns') return new AwsError('AuthorizationError', message, 403);
  return new AwsError(codes(service, 'AccessDenied', 'AccessDenied', 'AccessDeniedException'), message, 403);
};

/** Status of an injected error: clients retry by it when they do not know the code. */
const statuses: readonly (readonly [RegExp, number])[] = [
  [/^AccessDenied/u, 403],
  [/NotFound/u, 404],
  [/^ModelTimeout/u, 408],
  [/^Throttling|^TooManyRequests/u, 429],
  [/^ServiceUnavailable|^SlowDown|^ModelNotReady/u, 503],
  [/^Internal|^ServiceException|ServerException|^KMSInternal/u, 500],
];

export const injected = (code: string): AwsError =>
  new AwsError(code, `${code}: injected fault`, statuses.find(([shape]) => shape.test(code))?.[1] ?? 400);
