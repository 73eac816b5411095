/** A buyer writes and is answered: languages, copies, bursts, a throttled model, an account that nobody knows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { atLeast, atMost, exactly, percentile, scaled, type Figure, type Scope } from '../figure.ts';
import { ledger, type LocalMachine } from '../local-machine.ts';
import { post, type Called } from './shop.ts';

const shops = { pt: 'luna-br', es: 'luna-mx', en: 'luna-us' } as const;
type Language = keyof typeof shops;
const questions: Readonly<Record<Language, string>> = {
  pt: 'oi, cadê meu pedido 1001?',
  es: 'hola, ¿dónde está mi pedido 1001?',
  en: 'hi, where is my order 1001?',
};
/** What the shop knows of order 1001: the right answer holds all of it. */
const facts: Readonly<Record<Language, readonly string[]>> = {
  pt: ['1001', 'Correios', 'AA123456785BR', '26 de novembro'],
  es: ['1001', 'Estafeta', '8055241528464720099314', '26 de noviembre'],
  en: ['1001', 'UPS', '1Z999AA10123456784', 'November 26'],
};
const way = ['message-stored', 'language-detected', 'intent-recognized', 'reply-decided', 'reply-sent'];

export const webhookOf = (machine: LocalMachine, account: string): string =>
  machine.webhooks.find((one) => one.account === account)?.url ?? '';

const languageOf = (index: number): Language => (['pt', 'es', 'en'] as const)[index % 3] ?? 'pt';

/** Buyers in turn, each with one question: acknowledged soon, answered in their language with the right facts. */
export const answersInThreeLanguages = async (
  scope: Scope,
  machine: LocalMachine,
): Promise<readonly Figure[]> => {
  const count = scaled(scope, 90, 6);
  const called: Called[] = [];
  const seconds: number[] = [];
  let right = 0;
  for (let index = 0; index < count; index += 1) {
    const language = languageOf(index);
    const message = `lang-${String(scope.seed)}-${String(index)}`;
    const began = performance.now();
    called.push(
      await post(webhookOf(machine, shops[language]), shops[language], {
        conversation: message,
        message,
        buyer: 'buyer-1',
        text: questions[language],
      }),
    );
    const reply = await machine.replied(message);
    seconds.push((performance.now() - began) / 1000);
    const body = reply.request.body;
    if (
      facts[language].every((fact) => reply.text.includes(fact)) &&
      body.includes(`"language":"${language}"`)
    )
      right += 1;
  }
  const lines = machine.logs();
  const complete = way.every((name) => lines.filter((line) => line['name'] === name).length >= count);
  return [
    exactly('main.acknowledged', called.filter((one) => one.status === 200).length, count),
    atMost(
      'main.acknowledgement-p95',
      percentile(
        called.map((one) => one.milliseconds),
        0.95,
      ),
      100,
      'ms',
    ),
    exactly('main.right-language-and-facts', right, count),
    atMost('main.answer-median', percentile(seconds, 0.5), 2.5, 's'),
    exactly('main.way-in-log-lines', complete ? 'whole' : 'broken', 'whole'),
  ];
};

export const copiesOfOneCall = async (
  scope: Scope,
  machine: LocalMachine,
  data: string,
): Promise<readonly Figure[]> => {
  const message = `copy-${String(scope.seed)}`;
  const url = webhookOf(machine, 'luna-br');
  const at = new Date();
  const copies = Array.from({ length: 20 }, async () =>
    post(url, 'luna-br', { conversation: message, message, buyer: 'buyer-1', text: questions.pt, at }),
  );
  const statuses = (await Promise.all(copies)).map((one) => one.status);
  const reply = await machine.replied(message);
  await sleep(2500);
  const replies = (await machine.sent()).filter((one) => one.conversation === message);
  const conversation = machine
    .logs()
    .find(
      (line) => line['name'] === 'reply-sent' && line['reply'] === reply.request.headers['idempotency-key'],
    )?.['conversation'];
  const lines = (await ledger(data, 'lunaecasa0')).filter((line) => line['conversation'] === conversation);
  const unit = (name: string): number => lines.filter((line) => line['unit'] === name).length;
  return [
    exactly('main.copies-acknowledged', statuses.filter((status) => status === 200).length, 20),
    exactly('main.copies-answers', replies.length, 1),
    exactly('main.copies-sessions', unit('session'), 1),
    exactly('main.copies-messages', unit('message'), 1),
  ];
};

export const threeInARow = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const conversation = `three-${String(scope.seed)}`;
  const url = webhookOf(machine, 'luna-br');
  const before = await machine.health();
  for (const [index, text] of ['oi', 'comprei uma luminária com vocês', 'cadê meu pedido 1001?'].entries()) {
    await post(url, 'luna-br', {
      conversation,
      message: `${conversation}-${String(index)}`,
      buyer: 'buyer-1',
      text,
    });
    await sleep(300);
  }
  await machine.replied(`${conversation}-2`);
  await sleep(2500);
  const after = await machine.health();
  const replies = (await machine.sent()).filter((one) => one.conversation === conversation);
  return [
    exactly('main.three-in-a-row-answers', replies.length, 1),
    exactly('main.three-in-a-row-covered', (after['covered'] ?? 0) - (before['covered'] ?? 0), 2),
  ];
};

/** The first is so unclear that a model is asked, and the model is throttled; nobody waits for it. */
export const throttledModel = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const tag = `throttle-${String(scope.seed)}`;
  const url = webhookOf(machine, 'luna-br');
  await machine.awsFault({ service: 'bedrock', operation: '*', error: 'ThrottlingException', times: 20 });
  await post(url, 'luna-br', {
    conversation: `${tag}-1`,
    message: `${tag}-1`,
    buyer: 'buyer-1',
    text: 'aquela coisa lá que eu falei ontem do negócio',
  });
  const began = performance.now();
  await post(url, 'luna-br', {
    conversation: `${tag}-2`,
    message: `${tag}-2`,
    buyer: 'buyer-1',
    text: questions.pt,
  });
  await machine.replied(`${tag}-2`);
  const second = (performance.now() - began) / 1000;
  const first = await machine.replied(`${tag}-1`);
  await machine
    .awsFault({ service: 'bedrock', operation: '*', error: 'none', times: 0 })
    .catch(() => undefined);
  return [
    atMost('main.throttled-model-second-answered', second, 10, 's'),
    exactly('main.throttled-model-first-has-a-word', first.text === '' ? 'silent' : 'told', 'told'),
  ];
};

export const unknownAccount = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const before = await machine.health();
  const message = `unknown-${String(scope.seed)}`;
  const called = await post(webhookOf(machine, 'luna-br'), 'luna-br', {
    conversation: message,
    message,
    buyer: 'buyer-1',
    text: questions.pt,
    extra: { account: 'nobody' },
  });
  const counted = await machine.until(20, 'the unknown account counted', async () => {
    const now = await machine.health();
    return (now['unknownAccount'] ?? 0) > (before['unknownAccount'] ?? 0) ? now : null;
  });
  const replies = (await machine.sent()).filter((one) => one.conversation === message);
  return [
    exactly('main.unknown-account-acknowledged', called.status, 200),
    exactly(
      'main.unknown-account-counted',
      (counted['unknownAccount'] ?? 0) - (before['unknownAccount'] ?? 0),
      1,
    ),
    exactly('main.unknown-account-answered', replies.length, 0),
  ];
};

/** Many buyers at once: all answered, the order of each buyer kept, and the counts add up. */
export const burst = async (scope: Scope, machine: LocalMachine): Promise<readonly Figure[]> => {
  const buyers = scaled(scope, 30, 4);
  const each = scaled(scope, 10, 3);
  const url = webhookOf(machine, 'luna-br');
  const before = await machine.health();
  const began = performance.now();
  const one = async (buyer: number): Promise<number> => {
    const conversation = `burst-${String(scope.seed)}-${String(buyer)}`;
    let refused = 0;
    for (let index = 0; index < each; index += 1) {
      const text = index % 2 === 0 ? questions.pt : 'e a previsão de entrega do pedido 1001?';
      const called = await post(url, 'luna-br', {
        conversation,
        message: `${conversation}-${String(index)}`,
        buyer: 'buyer-1',
        text,
      });
      if (called.status !== 200) refused += 1;
    }
    return refused;
  };
  const refused = (await Promise.all(Array.from({ length: buyers }, async (_, buyer) => one(buyer)))).reduce(
    (sum, count) => sum + count,
    0,
  );
  const total = buyers * each;
  const after = await machine.drained((before['in'] ?? 0) + total, 180);
  const seconds = (performance.now() - began) / 1000;
  const replies = (await machine.sent()).filter((reply) =>
    reply.conversation.startsWith(`burst-${String(scope.seed)}-`),
  );
  const order = (conversation: string): readonly number[] =>
    replies
      .filter((reply) => reply.conversation === conversation)
      .map((reply) => Number(reply.inReplyTo.split('-').at(-1)));
  const conversations = new Set(replies.map((reply) => reply.conversation));
  const ordered = [...conversations].filter((conversation) =>
    order(conversation).every((index, place, all) => place === 0 || index > (all[place - 1] ?? -1)),
  );
  const lastAnswered = [...conversations].filter((conversation) => order(conversation).at(-1) === each - 1);
  const counted = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0);
  return [
    exactly('main.burst-refused', refused, 0),
    exactly(
      'main.burst-accounted',
      counted('answered') + counted('covered') + counted('escalated') + counted('drafted'),
      total,
    ),
    exactly('main.burst-last-words-answered', lastAnswered.length, buyers),
    exactly('main.burst-order-kept', ordered.length, buyers),
    exactly('main.burst-dead', counted('dead'), 0),
    atLeast('main.burst-messages-a-second', total / seconds, 1),
  ];
};
