/** People at work: the emergency stop, drafts, cases, a person who answers elsewhere, a large message, a shop that polls. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { signWebhook } from '../../../functions/core/channels/kit/standard-webhooks.ts';
import { exactly, type Figure, type Scope } from '../figure.ts';
import type { LocalMachine } from '../local-machine.ts';
import { webhookOf } from './conversations.ts';
import { call, post, secretOf, signedHeaders } from './shop.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const inboxEntry = z.object({
  kind: z.string(),
  conversation: z.string(),
  id: z.string(),
  because: z.string(),
  lastBuyerText: z.string(),
  text: z.nullable(z.string()),
  dueAt: z.nullable(z.string()),
});

/** A command as a person types it; its last line of output as JSON. */
const run = async (data: string, file: string, ...rest: readonly string[]): Promise<unknown> => {
  const child = spawn(process.execPath, [join(root, 'bin', `${file}.ts`), ...rest, '--data', data], {
    cwd: root,
  });
  const said: Buffer[] = [];
  const faults: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => faults.push(chunk));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${file}: ${Buffer.concat(faults).toString('utf8')}`);
  return JSON.parse(Buffer.concat(said).toString('utf8').trim().split('\n').at(-1) ?? 'null');
};

/** What waits for a person, first things first. */
export const inbox = async (data: string) => z.array(inboxEntry).parse(await run(data, 'inbox', '--json'));

const waiting = async (machine: LocalMachine, data: string, text: string, kind: string) =>
  machine.until(
    20,
    `a ${kind} for ${text}`,
    async () => (await inbox(data)).find((one) => one.kind === kind && one.lastBuyerText === text) ?? null,
  );

/** Longer than a worker believes its copy of the emergency stop. */
const stopSeconds = 5;

export const stopAndDrafts = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const id = `pause-${String(scope.seed)}`;
  const text = `cadê meu pedido 1001? (${id})`;
  const write = async (message: string, words: string) =>
    post(webhookOf(machine, 'luna-br'), 'luna-br', {
      conversation: message,
      message,
      buyer: 'buyer-1',
      text: words,
    });
  await run(data, 'pause', 'pause', '--all');
  await sleep(stopSeconds * 1000);
  await write(id, text);
  const draft = await waiting(machine, data, text, 'draft');
  const sentWhilePaused = (await machine.sent()).filter((one) => one.conversation === id).length;
  await run(data, 'approve', '--draft', draft.id);
  const approved = await machine.replied(id);
  await run(data, 'pause', 'resume', '--all');
  await sleep(stopSeconds * 1000);
  await write(`${id}-after`, text);
  const after = await machine.replied(`${id}-after`);
  return [
    exactly('main.desk-nothing-leaves-while-paused', sentWhilePaused, 0),
    exactly('main.desk-approved-draft-is-sent', approved.text, draft.text ?? ''),
    exactly(
      'main.desk-approved-kind',
      approved.request.body.includes('"kind":"approved"') ? 'approved' : approved.request.body,
      'approved',
    ),
    exactly(
      'main.desk-answers-again-after-resume',
      after.request.body.includes('"kind":"automatic"') ? 'automatic' : after.request.body,
      'automatic',
    ),
  ];
};

export const casesOfPeople = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const id = `case-${String(scope.seed)}`;
  const text = `quero falar com uma pessoa, por favor (${id})`;
  await post(webhookOf(machine, 'luna-br'), 'luna-br', {
    conversation: id,
    message: id,
    buyer: 'buyer-1',
    text,
  });
  const opened = await waiting(machine, data, text, 'escalation');
  const holding = await machine.replied(id);
  await run(data, 'take', '--conversation', opened.conversation, '--agent', 'mei');
  await run(
    data,
    'answer',
    '--conversation',
    opened.conversation,
    '--agent',
    'mei',
    '--text',
    'Oi, aqui é a Mei. Já estou vendo isso.',
  );
  const answered = await machine.until(
    20,
    'the person’s answer',
    async () =>
      (await machine.sent()).find(
        (one) => one.conversation === id && one.request.body.includes('"kind":"person"'),
      ) ?? null,
  );
  await run(data, 'resolve', '--conversation', opened.conversation);
  await post(webhookOf(machine, 'luna-br'), 'luna-br', {
    conversation: id,
    message: `${id}-again`,
    buyer: 'buyer-1',
    text: 'cadê meu pedido 1001?',
  });
  const reopened = await machine.replied(`${id}-again`);
  return [
    exactly('main.desk-holding-word', holding.text === '' ? 'silent' : 'told', 'told'),
    exactly('main.desk-person-heard', answered.text, 'Oi, aqui é a Mei. Já estou vendo isso.'),
    exactly(
      'main.desk-closed-conversation-opens-again',
      reopened.text.includes('1001') ? 'answered' : reopened.text,
      'answered',
    ),
  ];
};

/** The seller's person answers in the shop's own tool while we are about to: what we meant to say is not said. */
export const personElsewhere = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const id = `elsewhere-${String(scope.seed)}`;
  const url = webhookOf(machine, 'luna-br');
  await post(url, 'luna-br', {
    conversation: id,
    message: id,
    buyer: 'buyer-1',
    text: 'cadê meu pedido 1001?',
  });
  const body = JSON.stringify({
    type: 'reply.created',
    data: {
      conversation: id,
      reply: `person-${id}`,
      text: 'Oi, eu respondo!',
      at: new Date().toISOString(),
      kind: 'person',
    },
  });
  await call(url, body, signedHeaders(secretOf('luna-br'), `wh_p${id}`, body));
  const mine = await machine.until(
    20,
    'the case of the person elsewhere',
    async () =>
      (await inbox(data)).find(
        (one) => one.because === 'agent_elsewhere' && one.lastBuyerText === 'cadê meu pedido 1001?',
      ) ?? null,
  );
  await sleep(3000);
  const sent = (await machine.sent()).filter((one) => one.conversation === id);
  return [
    exactly('main.desk-person-elsewhere-silences-us', sent.length, 0),
    exactly('main.desk-person-elsewhere-has-the-case', mine.kind, 'escalation'),
  ];
};

/** Text beyond what a queue should carry goes by way of the bucket. */
export const largeMessage = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const id = `large-${String(scope.seed)}`;
  const called = await post(webhookOf(machine, 'luna-br'), 'luna-br', {
    conversation: id,
    message: id,
    buyer: 'buyer-1',
    text: `cadê meu pedido 1001? ${randomBytes(150_000).toString('base64')}`,
  });
  await machine.replied(id);
  return [exactly('main.large-message', called.status, 200)];
};

const polled = z.object({
  replies: z.array(z.object({ data: z.object({ inReplyTo: z.string(), text: z.string() }) })),
  next: z.nullable(z.string()),
});

/** A shop connected without an address fetches its replies itself. It is registered by the same command that operators use. */
export const pollingShop = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const account = `poll-${String(scope.seed)}`;
  const connected = z
    .object({ webhook: z.string(), secret: z.string() })
    .parse(
      await run(
        data,
        'connect',
        '--tenant',
        'lunaecasa0',
        '--channel',
        'rest',
        '--account',
        account,
        '--market',
        'US',
      ),
    );
  const origin = new URL(webhookOf(machine, 'luna-br')).origin;
  const body = JSON.stringify({
    type: 'message.created',
    data: {
      conversation: account,
      message: account,
      buyer: { id: 'b' },
      text: 'hello there, thanks!',
      at: new Date().toISOString(),
    },
  });
  const accepted = await call(
    `${origin}${connected.webhook}`,
    body,
    signedHeaders(connected.secret, `wh_${account}`, body),
  );
  const path = connected.webhook.replace('/webhooks/rest/', '/channels/rest/').concat('/replies');
  const headers = (): Record<string, string> => ({
    ...signWebhook('poll', new Date(), '', connected.secret),
  });
  const unsigned = await call(`${origin}${path}`, '', {}, 'GET');
  const forgedStatus = unsigned.status;
  const list = await machine.until(20, 'a reply to poll', async () => {
    const answer = await call(`${origin}${path}`, '', headers(), 'GET');
    if (answer.status !== 200) return null;
    const parsed = polled.parse(JSON.parse(answer.body));
    return parsed.replies.length > 0 ? parsed : null;
  });
  const rest = polled.parse(
    JSON.parse(
      (await call(`${origin}${path}?after=${encodeURIComponent(list.next ?? '')}`, '', headers(), 'GET'))
        .body,
    ),
  );
  return [
    exactly('main.polling-accepted', accepted.status, 200),
    exactly('main.polling-unsigned', forgedStatus, 401),
    exactly('main.polling-replies', list.replies.length, 1),
    exactly('main.polling-after-the-cursor', rest.replies.length, 0),
  ];
};
