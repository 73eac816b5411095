/** Where a person has the word: one who answers on the site, one whom moderation or a block calls, one who gets a claim. */
import { claimDue } from '../../../functions/core/people/calendar/business-days.ts';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { inbox } from '../main/desk.ts';
import { ask, fault, notify, saidIn, sentTo, writeTo, type Stage, quiet } from './platform.ts';
import { demo, purchaseOf } from './sellers.ts';

const where = 'cadê meu pedido?';
const { account } = demo;

/** The seller's person is quicker, on a listing and in a thread: our side keeps silent. */
export const personOnTheSite = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine } = stage;
  const before = await quiet(stage);
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
  const words = `${where} (${purchase.pack})`;
  await fault(stage, { mood: 'moderating' });
  const message = await writeTo(stage, purchase, words);
  const refused = await stage.machine.replied(message);
  const { waiting, place } = await waitingFor(stage, words);
  return [
    exactly('mercado-libre.moderated-words-are-kept', waiting.text ?? '', refused.text),
    exactly('mercado-libre.moderated-waits-as', waiting.kind, 'draft'),
    exactly('mercado-libre.moderated-place-in-the-queue', place, 1),
    exactly(
      'mercado-libre.moderated-tells-why',
      waiting.because.includes('AUTOMATIC_MESSAGE') ? 'told' : waiting.because,
      'told',
    ),
    // The buyer is told that a person comes; the refused words are not said again.
    exactly(
      'mercado-libre.moderated-sent-again',
      (await saidIn(stage, purchase)).filter(({ text }) => text === refused.text).length,
      1,
    ),
  ];
};

/** The entry of a buyer who wrote these words, and its place in the inbox, from 1. */
const waitingFor = async ({ machine, data }: Stage, words: string) =>
  machine.until(40, `a person for ${words}`, async () => {
    const entries = await inbox(data);
    const index = entries.findIndex((one) => one.lastBuyerText === words);
    const waiting = entries[index];
    return waiting === undefined ? null : { waiting, place: index + 1 };
  });

/** Nobody can write in a blocked thread: nothing leaves, and nothing is forgotten. */
export const blockedThread = async (_: Scope, stage: Stage): Promise<readonly Figure[]> => {
  const { machine } = stage;
  const purchase = purchaseOf(4);
  const before = await quiet(stage);
  const words = `${where} (bloqueado ${purchase.pack})`;
  await fault(stage, { mood: 'blocked', account, pack: purchase.pack, substatus: 'blocked_by_ai_assistant' });
  await writeTo(stage, purchase, words);
  await machine.drained((before['in'] ?? 0) + 1);
  const { waiting } = await waitingFor(stage, words);
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
  const due = claimDue('BR', new Date(began));
  const late = due.ok ? Date.parse(waiting.dueAt ?? '') - due.value.getTime() : Number.NaN;
  const isOnTime = late >= -60_000 && late < 60_000;
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
