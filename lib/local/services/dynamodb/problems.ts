/** Errors in AWS's words that several operations raise. */
import { AwsError } from '../../service.ts';

/** A ValidationException: the request, or what it would make of an item, is not allowed. */
export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

export const tableMissing = (message = 'Requested resource not found'): AwsError =>
  new AwsError('ResourceNotFoundException', message);

/** What a transaction that holds an item tells everybody else. */
export const CONFLICT = 'Transaction is ongoing for the item';

export const CONDITION_FAILED = 'The conditional request failed';
