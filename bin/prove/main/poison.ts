/** A message whose stage throws every time: its followers are answered, it is parked with a person, and an alarm tells. */
import { exactly, type Figure, type Scope } from '../figure.ts';
import type { LocalMachine } from '../local-machine.ts';
import { webhookOf } from './conversations.ts';
import { post } from './shop.ts';

/** Five receives of the queue, three attempts of the client in each. */
const failures = 15;

export const poison = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const conversation = `poison-${String(scope.seed)}`;
  const url = webhookOf(machine, 'luna-br');
  const before = await machine.health();
  await machine.awsFault({
    service: 'dynamodb',
    operation: 'Query',
    function: 'recognize-intent',
    error: 'InternalServerError',
    times: failures,
  });
  await post(url, 'luna-br', {
    conversation,
    message: `${conversation}-0`,
    buyer: 'buyer-1',
    // Unclear words: only for these the stage reads the conversation, which is what fails.
    text: 'aquela coisa lá que eu falei ontem do negócio',
  });
  await post(url, 'luna-br', {
    conversation,
    message: `${conversation}-1`,
    buyer: 'buyer-1',
    text: 'cadê meu pedido 1001?',
  });
  await machine.replied(`${conversation}-1`, 150);
  const after = await machine.health();
  const alarmed = await machine.until(120, 'the alarm of the dead letters', async () => {
    const alarms = (await machine.left()).filter(
      (one) => one.kind === 'alarm' && JSON.stringify(one).includes('detected'),
    );
    return alarms.length > 0 ? alarms.length : null;
  });
  const cases = machine
    .logs()
    .filter((line) => line['name'] === 'message-buried' && line['lambda'] === 'recognize-intent').length;
  return [
    exactly('main.poison-dead', (after['dead'] ?? 0) - (before['dead'] ?? 0), 1),
    exactly('main.poison-followers-answered', 1, 1),
    exactly('main.poison-buried-lines', cases, 1),
    exactly('main.poison-alarmed', alarmed > 0 ? 'yes' : 'no', 'yes'),
  ];
};
