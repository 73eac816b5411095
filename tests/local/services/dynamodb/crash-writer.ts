/** Child process of crash.test.ts: writes pairs in transactions for ever, and says each one that was acknowledged. */
import { dynamodbService } from '../../../../lib/local/services/dynamodb/index.ts';

const [data = '', from = '0'] = process.argv.slice(2);
const service = dynamodbService({ region: 'sa-east-1', account: '000000000000', data, clock: Date.now });

const put = (pk: string, n: number) => ({
  Put: {
    TableName: 'pairs',
    Item: { pk: { S: pk }, n: { N: String(n) }, owner: { S: 'pair' }, filler: { S: 'x'.repeat(3000) } },
  },
});

const write = (n: number) =>
  service.answer({
    principal: { arn: 'arn:aws:iam::000000000000:role/test', sessionTags: {} },
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': 'DynamoDB_20120810.TransactWriteItems' },
    body: Buffer.from(JSON.stringify({ TransactItems: [put('left', n), put('right', n)] })),
  });

for (let n = Number(from) + 1; ; n += 1) {
  await write(n);
  // Straight to the pipe: a killed process loses what a stream still holds.
  await new Promise((resolve) => process.stdout.write(`${n}\n`, resolve));
}
