/** The power is cut while cases are open: all go on after the restart. */
import { join } from 'node:path';
import { exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { readLogs, startLocal } from '../local-machine.ts';
import { webhookOf } from '../main/conversations.ts';
import { post } from '../main/shop.ts';
import { desk, inboxOf } from './desk-commands.ts';

export const killedWhileOpen = async (scope: Scope): Promise<readonly Figure[]> => {
  const cases = scaled(scope, 20, 3);
  const data = join(scope.folder, `cases-${String(scope.seed)}`);
  const start = async () => startLocal({ data, assembly: scope.assembly });
  const names = Array.from({ length: cases }, (_, index) => `cut-${String(scope.seed)}-${String(index)}`);
  const before = await start();
  await Promise.all(
    names.map(async (name) =>
      post(webhookOf(before, 'luna-br'), 'luna-br', {
        conversation: name,
        message: name,
        buyer: 'buyer-1',
        text: `quero falar com uma pessoa (${name})`,
      }),
    ),
  );
  // Some of them wait already, some are on their way through the first steps.
  await before.until(60, 'a first case that waits', async () =>
    readLogs(data).some((line) => line['name'] === 'escalation-tended' && line['state'] === 'wait')
      ? true
      : null,
  );
  await before.kill();
  const after = await start();
  const mine = async () =>
    (await inboxOf(data)).filter(({ lastBuyerText }) =>
      names.some((name) => lastBuyerText.includes(`(${name})`)),
    );
  const waiting = await after.until(120, 'every case', async () => {
    const found = await mine();
    return found.length === cases &&
      found.every(({ summary, promisedBy }) => summary !== null && promisedBy !== null)
      ? found
      : null;
  });
  for (const { conversation } of waiting) {
    await desk(
      data,
      'answer',
      '--conversation',
      conversation,
      '--agent',
      'mei',
      '--text',
      'Oi, já estou vendo.',
    );
    await desk(data, 'resolve', '--conversation', conversation, '--agent', 'mei');
  }
  const rated = await after.until(180, 'every case closed and asked for its rating once', async () => {
    const sent = await after.sent();
    const asked = names.filter(
      (name) =>
        sent.filter(({ conversation, text }) => conversation === name && /\b1\b[\s\S]*\b5\b/.test(text))
          .length === 1,
    );
    return asked.length === cases ? asked.length : null;
  });
  const told = (await after.sent()).filter(({ text }) => text === 'Oi, já estou vendo.').length;
  await after.stop();
  return [
    exactly('escalation.crash-cases-that-went-on', rated, cases),
    exactly('escalation.crash-answers-sent-once', told, cases),
  ];
};
