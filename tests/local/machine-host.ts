/** A machine in a process of its own, to be killed: prints the log lines of its Lambdas. */
import { join } from 'node:path';
import { startMachine } from '../../lib/local/machine.ts';
import { playAws } from '../../lib/local/aws.ts';

const [folder = ''] = process.argv.slice(2);
const machine = await startMachine({
  assembly: join(folder, 'cdk.out'),
  region: 'sa-east-1',
  data: join(folder, 'data'),
  services: (host) => playAws(host, { bedrock: { models: {}, answer: () => ({ text: '' }) } }),
  onLog: ({ text }) => process.stdout.write(`${text}\n`),
});
await machine.invoke('wait', {});
