/** Where a person has the word: one who answers on the site, one whom moderation or a block calls, one who gets a claim. */
import { exactly, type Figure, type Scope } from '../figure.ts';
import { inbox } from '../main/desk.ts';
import { ask, fault, notify, saidIn, sentTo, writeTo, type Stage } from './platform.ts';
import { demo, purchaseOf } from './sellers.ts';

const where = 'cadê meu pedido?';
const { account } = demo;

/** The seller's person is quicker, on a listing and in a thread: our side keeps silent. */
export const personOnTheSite = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine } = stage;
  const before = await machine.health();
  const question = await ask(stage, 'Oi, qual a altura da luminária?');
  await machine.write('mercado-libre/seller-answers', { account, question, text: 'É bivolt, sim!' });
  await notify(stage, { resource: `/questions/${question}` });
  const purchase = purchaseOf(2);
  await writeTo(stage, purchase, where);
  await machine.write('mercado-libre/seller-messages', {
    account,
    pack: purchase.pack,
    text: 'Chega amanhã!',
  });
  await machine.drained((before['in'] ?? 0) + 1);
  return [
    exactly('mercado-libre.person-first-answers-of-ours', (await sentTo(stage, question)).length, 0),
    exactly('mercado-libre.person-first-messages-of-ours', (await saidIn(stage, purchase)).length, 0),
  ];
};

/** Taken by the platform, and taken back: the words wait for a person, with the reason, before all others. */
export const moderatedReply = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const purchase = purchaseOf(3);
  await fault(stage, { mood: 'moderating' });
  const message = await writeTo(stage, purchase, where);
  const refused = await stage.machine.replied(message);
  const draft = await stage.machine.until(40, 'a draft of the refused reply', async () => {
    const [first] = await inbox(stage.data);
    return first?.kind === 'draft' && first.text === refused.text ? first : null;
  });
  return [
    exactly('mercado-libre.moderated-becomes-the-first-draft', draft.text ?? '', refused.text),
    exactly(
      'mercado-libre.moderated-tells-why',
      /AUTOMATIC_MESSAGE/.test(draft.because) ? 'reason' : draft.because,
      'reason',
    ),
    exactly('mercado-libre.moderated-sent-again', (await saidIn(stage, purchase)).length, 1),
  ];
};

/** Nobody can write in a blocked thread: nothing leaves, and nothing is forgotten. */
export const blockedThread = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine, data } = stage;
  const purchase = purchaseOf(4);
  const before = await machine.health();
  const words = `${where} (bloqueado ${purchase.pack})`;
  await fault(stage, { mood: 'blocked', account, pack: purchase.pack, substatus: 'blocked_by_ai_assistant' });
  await writeTo(stage, purchase, words);
  await machine.drained((before['in'] ?? 0) + 1);
  const waiting = await machine.until(
    40,
    'the blocked buyer in the inbox',
    async () => (await inbox(data)).find((one) => one.lastBuyerText === words) ?? null,
  );
  return [
    exactly('mercado-libre.blocked-sent', (await saidIn(stage, purchase)).length, 0),
    exactly('mercado-libre.blocked-waits-for-a-person', waiting.lastBuyerText, words),
  ];
};

/** A claim is a person's at once, with the clock that the platform runs. */
export const claimOpened = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine, data } = stage;
  const { pack, buyer } = purchaseOf(5);
  const text = `Meu pedido não chegou (${pack})`;
  const given = { account, pack, buyer, text, reason: 'PNR9508' };
  const began = Date.now();
  await machine.write('mercado-libre/claims', given);
  const waiting = await machine.until(
    40,
    'the claim in the inbox',
    async () => (await inbox(data)).find((one) => one.because.includes('claim')) ?? null,
  );
  const hours = (Date.parse(waiting.dueAt ?? '') - began) / 3_600_000;
  const isOnTime = hours > 24 && hours <= 24 * 4;
  const sent = (await machine.sent()).filter((one) => one.conversation === pack);
  return [
    exactly('mercado-libre.claim-has-a-person', waiting.kind, 'escalation'),
    exactly(
      'mercado-libre.claim-clock',
      isOnTime ? 'two business days' : String(waiting.dueAt),
      'two business days',
    ),
    exactly('mercado-libre.claim-said-by-itself', sent.length, 0),
  ];
};
