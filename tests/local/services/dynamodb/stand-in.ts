/** The DynamoDB stand-in under test, served to a real client; it can be stopped and started on the same data. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDbService } from '../../../../lib/local/services/dynamodb/index.ts';
import { dynamodbService } from '../../../../lib/local/services/dynamodb/index.ts';
import type { TestPlace } from '../place.ts';
import { testPlace } from '../place.ts';
import type { Asked, Served } from '../serve.ts';
import { credentials, serveService } from '../serve.ts';

export type StandIn = {
  readonly place: TestPlace;
  readonly service: DynamoDbService;
  readonly client: DynamoDBClient;
  /** The last request with the permissions that it needed. */
  lastAsked(): Asked;
  /** Stops cleanly and keeps the folder. */
  stop(): Promise<void>;
  /** Stops cleanly and comes back on the same folder. */
  restart(): Promise<StandIn>;
  /** Stops and deletes the folder. */
  close(): Promise<void>;
};

export const clientOf = (endpoint: string, region: string): DynamoDBClient =>
  new DynamoDBClient({ region, endpoint, credentials, maxAttempts: 1 });

const serving = (place: TestPlace, service: DynamoDbService, served: Served): StandIn => {
  const client = clientOf(served.endpoint, place.region);
  const stop = async (): Promise<void> => {
    client.destroy();
    await served.close();
  };
  return {
    place,
    service,
    client,
    lastAsked: () => {
      const asked = served.asked.at(-1);
      if (asked === undefined) throw new Error('nothing was asked yet');
      return asked;
    },
    stop,
    restart: async () => {
      await stop();
      return standInAt(place);
    },
    close: async () => {
      await stop();
      place.remove();
    },
  };
};

export const standInAt = async (place: TestPlace): Promise<StandIn> => {
  const service = dynamodbService(place);
  return serving(place, service, await serveService(service));
};

export const standIn = (region?: string): Promise<StandIn> => standInAt(testPlace(region));
