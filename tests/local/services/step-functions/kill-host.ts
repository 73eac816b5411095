/** Step Functions in a process of its own, to be killed: prints what its tasks were called with. */
import { stepFunctionsService } from '../../../../lib/local/services/step-functions.ts';
import { killedMachine } from './killed-machine.ts';

const [data = ''] = process.argv.slice(2);
const service = stepFunctionsService(
  { region: 'sa-east-1', account: '000000000000', data, clock: Date.now },
  {
    trusts: () => true,
    measure: () => undefined,
    chance: () => 0.5,
    callAs: async (_, { body }) => {
      process.stdout.write(`${body}\n`);
      // A slow function never comes back in this process; the other has handed its token on.
      if (body.includes('slow')) return new Promise(() => undefined);
      return { status: 200, headers: {}, body: '{}' };
    },
  },
);
await service.provision(killedMachine);
for (let n = 0; n < 20; n += 1) service.start(killedMachine.arn, JSON.stringify({ n }));
setInterval(service.tick, 100);
