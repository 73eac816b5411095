/** A buyer gets angry in Portuguese, and what follows until the rating: on a local machine, by the addresses and commands of everybody. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { auditOfDay } from '../../../functions/core/aws/dynamo/audit.ts';
import { tenantId } from '../../../functions/core/domain/ids.ts';
import { invokeDesk } from './invoke-desk.ts';
import { atMost, exactly, percentile, scaled, type Figure, type Scope } from '../figure.ts';
import { ledger, type LocalMachine } from '../local-machine.ts';
import { post } from '../main/shop.ts';
import { webhookOf } from '../main/conversations.ts';
import { desk } from './desk-commands.ts';

const tenant = 'lunaecasa0';
const isChinese = (text: string): boolean => /\p{Script=Han}{2}/u.test(text);
/** A time of day, as Portuguese says it. */
const namesTime = (text: string): boolean => /\b\d{1,2}(?:h(?:\d{2})?|:\d{2})\b/.test(text);

const inbox = z.object({
  inbox: z.array(
    z.object({ conversation: z.string(), lastBuyerText: z.string(), summary: z.nullable(z.string()) }),
  ),
});

type Round = {
  /** From the webhook's call until all stood. */
  readonly seconds: number;
  readonly story: string;
  readonly told: string;
  readonly conversation: string;
  readonly name: string;
};

const round = async (machine: LocalMachine, data: string, name: string): Promise<Round> => {
  const text = `ISSO É UM ABSURDO!!! meu pedido 1001 não chegou e ninguém responde, quero falar com uma pessoa (${name})`;
  const began = performance.now();
  await post(webhookOf(machine, 'luna-br'), 'luna-br', {
    conversation: name,
    message: name,
    buyer: 'buyer-1',
    text,
  });
  const stands = await machine.until(30, `the case of ${name}`, async () => {
    const { inbox: waiting } = inbox.parse(await invokeDesk(data, { action: 'inbox', locale: 'zh-CN' }));
    const one = waiting.find(({ lastBuyerText }) => lastBuyerText.includes(name));
    const told = (await machine.sent()).find(({ conversation }) => conversation === name);
    return one?.summary && told !== undefined
      ? { ...one, summary: one.summary, told: told.text, seconds: (performance.now() - began) / 1000 }
      : null;
  });
  return {
    seconds: stands.seconds,
    story: stands.summary,
    told: stands.told,
    conversation: stands.conversation,
    name,
  };
};

const auditActions = async (data: string): Promise<readonly string[]> => {
  const { dynamo, table } = await invokeDesk.tables(data);
  const days = [new Date(), new Date(Date.now() - 86_400_000)].map((at) => at.toISOString().slice(0, 10));
  const entries = await Promise.all(
    days.map(async (day) =>
      auditOfDay(DynamoDBDocumentClient.from(new DynamoDBClient(dynamo)), table, tenantId(tenant), day),
    ),
  );
  return entries.flat().map(({ action }) => action);
};

/** The agent reads Chinese, the buyer Portuguese; the order's number is the same for both. */
const answered = async (machine: LocalMachine, data: string, { conversation, name }: Round) => {
  await desk(data, 'take', '--conversation', conversation, '--agent', 'mei');
  const text = '您好，非常抱歉给您带来不便。您的订单1001已经发货，明天送达。';
  await desk(data, 'answer', '--conversation', conversation, '--agent', 'mei', '--text', text);
  const received = await machine.until(
    20,
    'the person’s answer',
    async () =>
      (await machine.sent()).find(
        (one) => one.conversation === name && one.request.body.includes('"kind":"person"'),
      ) ?? null,
  );
  await desk(data, 'resolve', '--conversation', conversation, '--agent', 'mei');
  await machine.until(20, 'the question for a rating', async () =>
    (await machine.sent()).some(
      (one) =>
        one.conversation === name && one.text.includes('1') && one.text.includes('5') && one !== received,
    )
      ? true
      : null,
  );
  await sleep(1500);
  return received.text;
};

export const angryBuyer = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const rounds: Round[] = [];
  for (let index = 0; index < scaled(scope, 20, 2); index += 1)
    rounds.push(await round(machine, data, `angry-${String(scope.seed)}-${String(index)}`));
  const [first] = rounds;
  if (first === undefined) throw new Error('no round was played');
  const received = await answered(machine, data, first);
  const sent = (await machine.sent()).filter(({ conversation }) => conversation === first.name);
  const ratings = sent.filter(
    ({ text }) => /\b1\b.*\b5\b/s.test(text) && /atendimento|caso|melhorar/.test(text),
  );
  const actions = await auditActions(data);
  const units = (await ledger(data, tenant)).map((line) => line['unit']);
  return [
    atMost(
      'escalation.angry-buyer-seconds-median',
      percentile(
        rounds.map(({ seconds }) => seconds),
        0.5,
      ),
      5,
      's',
    ),
    exactly(
      'escalation.angry-buyer-story-in-chinese',
      rounds.filter(({ story }) => isChinese(story)).length,
      rounds.length,
    ),
    exactly(
      'escalation.angry-buyer-told-a-time',
      rounds.filter(({ told }) => namesTime(told)).length,
      rounds.length,
    ),
    exactly(
      'escalation.agent-types-chinese-buyer-reads-portuguese',
      /pedido 1001\b/.test(received) && !isChinese(received) ? 'pedido 1001' : received,
      'pedido 1001',
    ),
    exactly('escalation.rating-asked', ratings.length, 1),
    exactly(
      'escalation.usage-lines',
      units.filter((unit) => unit === 'escalation').length >= rounds.length ? 'all' : 'missing',
      'all',
    ),
    exactly(
      'escalation.audit-rows',
      ['taken', 'answered', 'resolved', 'first-response'].filter((action) => actions.includes(action)).length,
      4,
    ),
  ];
};
