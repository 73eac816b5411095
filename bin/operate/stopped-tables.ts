/** The tables of a machine that is stopped, read in this process: the real client over the stand-in, without a wire. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamodbService } from '../../lib/local/services/dynamodb/index.ts';

const bytesOf = (body: unknown): Buffer =>
  body instanceof Uint8Array
    ? Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    : Buffer.from(typeof body === 'string' ? body : '{}');

type Handler = NonNullable<DynamoDBClientConfig['requestHandler']>;

/** Nobody else may have the folder open. */
export const openStoppedTables = (data: string, region: string) => {
  const service = dynamodbService({ region, account: '000000000000', data, clock: Date.now });
  const requestHandler: Handler = {
    async handle(request: { readonly headers: Record<string, string>; readonly body?: unknown }) {
      const {
        status,
        headers = {},
        body,
      } = await service.answer({
        principal: { arn: 'arn:aws:iam::000000000000:root', sessionTags: {} },
        method: 'POST',
        path: '/',
        query: new URLSearchParams(),
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
        body: bytesOf(request.body),
      });
      return { response: { statusCode: status, headers, body: new Blob([body]).stream() } };
    },
  };
  const client = new DynamoDBClient({
    region,
    requestHandler,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { dynamo: DynamoDBDocumentClient.from(client), close: async () => service.close() };
};
