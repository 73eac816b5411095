/** Queue URLs: this machine's address, the account and the name, because the SDK calls the host that the URL names. */
import { AwsError } from '../../service.ts';
import type { Place } from '../../service.ts';
import type { Queue } from './queue.ts';

export type QueueAddresses = {
  urlOf(queue: Pick<Queue, 'name'>): string;
  /** The ARN that a URL stands for, whether or not there is such a queue. Throws InvalidAddress. */
  arnOf(url: string): string;
  arnNamed(name: string): string;
};

export const queueAddresses = (place: Place, endpoint: () => string): QueueAddresses => {
  const arn = (account: string, name: string) => `arn:aws:sqs:${place.region}:${account}:${name}`;
  return {
    urlOf: ({ name }) => `${endpoint()}/${place.account}/${name}`,
    arnOf: (url) => {
      const [, account, name] = /^https?:\/\/[^/]+\/(\d{12})\/([^/]+)$/.exec(url) ?? [];
      if (account === undefined || name === undefined)
        throw new AwsError('InvalidAddress', `The address ${url} is not valid for this endpoint.`, 404);
      return arn(account, name);
    },
    arnNamed: (name) => arn(place.account, name),
  };
};
