/** What SQS refuses about a request, in AWS's codes and words. Limits: SQS API reference and quotas. */
import { AwsError } from '../../service.ts';

/** `Value … for parameter … is invalid. Reason: …` */
export const invalidValue = (parameter: string, value: string | number, reason: string): AwsError =>
  new AwsError(
    'InvalidParameterValue',
    `Value ${value} for parameter ${parameter} is invalid. Reason: ${reason}`,
  );

export const missing = (parameter: string): AwsError =>
  new AwsError('MissingParameter', `The request must contain the parameter ${parameter}.`);

export const noSuchQueue = (): AwsError =>
  new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');

/** Why the entries of a batch are no batch at all; `kind` is the operation. */
export const refusedBatch = (kind: string, ids: readonly string[]): AwsError | undefined => {
  if (ids.length === 0)
    return new AwsError(
      'EmptyBatchRequest',
      `There should be at least one ${kind}RequestEntry in the request.`,
    );
  if (ids.length > 10)
    return new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are 10. You have sent ${ids.length}.`,
    );
  if (!ids.every((id) => /^[\w-]{1,80}$/.test(id)))
    return new AwsError(
      'InvalidBatchEntryId',
      'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
    );
  const repeated = ids.find((id, at) => ids.indexOf(id) !== at);
  return repeated === undefined
    ? undefined
    : new AwsError('BatchEntryIdsNotDistinct', `Id ${repeated} repeated.`);
};

/** Why a receive is refused: how many messages, how many seconds to wait, how long to hide them. */
export const refusedReceive = (
  most: number,
  waitSeconds: number,
  visibilityTimeout: number | undefined,
): AwsError | undefined => {
  if (most < 1 || most > 10)
    return invalidValue('MaxNumberOfMessages', most, 'Must be between 1 and 10, if provided.');
  if (waitSeconds < 0 || waitSeconds > 20)
    return invalidValue('WaitTimeSeconds', waitSeconds, 'Must be >= 0 and <= 20, if provided.');
  return visibilityTimeout === undefined ? undefined : refusedVisibility(visibilityTimeout);
};

export const refusedVisibility = (seconds: number): AwsError | undefined =>
  seconds < 0 || seconds > 43_200
    ? invalidValue('VisibilityTimeout', seconds, 'Must be between 0 and 43200, if provided.')
    : undefined;
