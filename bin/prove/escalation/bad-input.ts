/** What the desk answers to what it cannot do: what is wrong, what to do, and nothing lost. */
import { exactly, type Figure, type Scope } from '../figure.ts';
import type { LocalMachine } from '../local-machine.ts';
import { webhookOf } from '../main/conversations.ts';
import { post } from '../main/shop.ts';
import { inboxOf, runCommand } from './desk-commands.ts';

export const badInput = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const name = `bad-${String(scope.seed)}`;
  const text = `quero falar com uma pessoa (${name})`;
  await post(webhookOf(machine, 'luna-br'), 'luna-br', {
    conversation: name,
    message: name,
    buyer: 'buyer-1',
    text,
  });
  const { conversation } = await machine.until(
    20,
    'a case',
    async () => (await inboxOf(data)).find(({ lastBuyerText }) => lastBuyerText.includes(name)) ?? null,
  );
  const nobody = 'a'.repeat(26);
  const long = 'palavra '.repeat(400);
  const before = (await machine.sent()).length;
  const refusals: readonly (readonly [string, RegExp, readonly string[]])[] = [
    ['take', /there is no such conversation.*npm run inbox/, ['--conversation', nobody]],
    ['take', /there is no agent nobody.*mei/, ['--conversation', conversation, '--agent', 'nobody']],
    ['approve', /there is no such draft.*npm run inbox/, ['--draft', nobody]],
    ['transfer', /there is no agent nobody/, ['--conversation', conversation, '--to', 'nobody']],
    ['transfer', /there is no group nothing/, ['--conversation', conversation, '--group', 'nothing']],
    [
      'answer',
      /too long.*2000.*shorten[\s\S]*palavra/,
      ['--conversation', conversation, '--agent', 'mei', '--text', long],
    ],
  ];
  const wrong: string[] = [];
  for (const [file, expected, given] of refusals) {
    const { code, faults } = await runCommand(data, file, ...given);
    if (code !== 1 || !expected.test(faults)) wrong.push(`${file}: ${String(code)} ${faults.slice(0, 200)}`);
  }
  await runCommand(data, 'resolve', '--conversation', conversation, '--agent', 'mei');
  const closed = await runCommand(
    data,
    'answer',
    '--conversation',
    conversation,
    '--agent',
    'mei',
    '--text',
    'Oi de novo.',
  );
  if (closed.code !== 1 || !/closed.*npm run take[\s\S]*Oi de novo\./.test(closed.faults))
    wrong.push(`closed: ${closed.faults}`);
  const sent = (await machine.sent())
    .slice(before)
    .filter(({ conversation: of, text: said }) => of === name && said.includes('palavra'));
  return [
    exactly('escalation.bad-input-clear-errors', wrong.length === 0 ? 'all' : wrong.join(' | '), 'all'),
    exactly('escalation.bad-input-sent', sent.length, 0),
  ];
};
