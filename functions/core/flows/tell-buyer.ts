/** Tells a buyer honestly by when a person answers: when nobody has yet, and each time the promise moves; never twice the same. */
import { saysOneOf } from '../answering/forbidden-words.ts';
import { languageOf, buyerTimeZone } from '../answering/voice.ts';
import { threadRules } from '../channels/manifests.ts';
import type { Care, Telling } from '../domain/escalation.ts';
import type { HandOverReason } from '../domain/decision.ts';
import { modeFor, type Tenant } from '../domain/tenant.ts';
import type { Market } from '../domain/channel.ts';
import type { Reply } from '../domain/reply.ts';
import type { Change, ConversationView } from '../ports/conversations.ts';
import type { OutboundStage } from '../ports/queues.ts';
import type { PauseSwitch } from '../ports/tenants.ts';
import { caseTiming, dueAfter, watchAfter } from '../policy/timing.ts';
import { caseClocks, promiseFor } from '../people/response-promise.ts';
import { promiseWords } from '../people/words/promise-words.ts';
import { clocksOf, hasNext, levelOf, waitingSince, type CaseStanding } from './case-standing.ts';
import { calendarOf } from './desk-settings.ts';
import { voiceOf } from './rating.ts';
import { careChange, type CaseAct, type CaseDeps } from './tend-case.ts';

export type TellDeps = CaseDeps & { readonly outbound: OutboundStage; readonly pause: PauseSwitch };

/** The platform refuses our words there, or every word of ours could cost the seller the case. */
const silent: ReadonlySet<HandOverReason> = new Set([
  'access_denied',
  'claim',
  'agent_elsewhere',
  'with_agent',
]);

/** Words that leave by themselves: in a private thread, and not where a person wants to see each of them first. */
export const maySpeak = (
  tenant: Tenant,
  { conversation, messages }: Pick<ConversationView, 'conversation' | 'messages'>,
): boolean => {
  const { channel, audience } = conversation;
  const intent = messages.at(-1)?.understanding?.intent ?? 'other_out_of_scope';
  return (
    audience === 'private' &&
    threadRules(channel, audience).mode === 'automatic' &&
    modeFor(tenant.modes, channel, intent) !== 'review'
  );
};

/** A country with several zones: whose clock is meant has to be said. */
const manyZones: ReadonlySet<Market> = new Set(['BR', 'MX', 'US']);

/** A sentence with its time, or null: every way to say it was used, none fits, or the seller forbids their words. */
export const promiseSentence = (
  { view, now, tenant }: Pick<CaseStanding, 'view' | 'now' | 'tenant'>,
  kind: 'first' | 'moved',
  promisedBy: Date,
  saidBefore: readonly string[],
): string | null => {
  const { channel, audience, market } = view.conversation;
  if (!maySpeak(tenant, view)) return null;
  const mood = view.messages.at(-1)?.understanding?.sentiment;
  const words = promiseWords({
    kind,
    promisedBy,
    now,
    timeZone: buyerTimeZone(market),
    namesZone: manyZones.has(market),
    voice: voiceOf({ view }),
    mood: mood === 'angry' || mood === 'negative' ? 'upset' : 'calm',
    maximumCharacters: threadRules(channel, audience).maximumCharacters,
    variantSeed: view.conversation.buyerTurn,
    previousTexts: [...saidBefore, ...view.replies.map(({ text }) => text)],
  });
  if (words !== null && saysOneOf(words.text, tenant.tone?.forbidden ?? []))
    return promiseSentence({ view, now, tenant }, kind, promisedBy, [...saidBefore, words.text]);
  return words?.text ?? null;
};

/** The moment that is promised now. A year without holidays names none to the buyer: it might be one. */
type Promised = { readonly by: Date; readonly maySay: boolean };

const plainDay = (from: Date): Date => new Date(from.getTime() + 24 * 60 * 60_000);

const promised = (standing: CaseStanding, since: Date, isFirst: boolean): Promised => {
  const { settings, escalation, now } = standing;
  const { route } = escalation.care;
  if (isFirst) {
    const clocks = clocksOf(standing, since);
    const by = clocks.ok ? clocks.value.by : plainDay(since);
    return { by, maySay: clocks.ok && !holidaysMissing(standing, since) && by > now };
  }
  const promise = promiseFor(settings.promises, { plan: settings.plan, level: levelOf(escalation) });
  const clocks = caseClocks(calendarOf(settings, route?.group ?? null), promise, now, null);
  return clocks.ok ? { by: clocks.value.by, maySay: true } : { by: plainDay(now), maySay: false };
};

const holidaysMissing = ({ settings, escalation }: CaseStanding, since: Date): boolean => {
  const promise = promiseFor(settings.promises, { plan: settings.plan, level: levelOf(escalation) });
  const calendar = calendarOf(settings, escalation.care.route?.group ?? null);
  return !caseClocks(calendar, promise, since, escalation.dueAt).ok;
};

const replyWith = (
  deps: TellDeps,
  { view, now }: CaseStanding,
  text: string,
  purpose: string,
): Reply | null => {
  const newest = view.messages.at(-1);
  if (newest === undefined) return null;
  return {
    tenant: view.conversation.tenant,
    conversation: view.conversation.id,
    id: deps.derive.reply(newest.message, purpose),
    inReplyTo: newest.message,
    inReplyToAt: newest.at,
    state: 'intended',
    kind: 'automatic',
    text,
    language: languageOf(voiceOf({ view })),
    buyerTurn: view.conversation.buyerTurn,
    holding: true,
    createdAt: now,
    attempts: 0,
    requeued: 0,
    platformId: null,
    because: 'promise',
    asks: null,
  };
};

/** Every level had its time, and the promise was moved as often as may be: the alarm rings. */
const givesUp = ({ escalation }: CaseStanding, isFirst: boolean): boolean =>
  !isFirst && escalation.care.moves >= caseTiming.mostMoves && !hasNext(escalation);

const overdue = async (deps: TellDeps, standing: CaseStanding): Promise<'done' | 'stale'> => {
  const { tenant, conversation } = standing.escalation;
  const changes = [careChange(standing, { overdue: true, watchAt: watchAfter(standing.now) })];
  const written = await deps.conversations.commit(standing.view.conversation, changes);
  if (written === 'stale') return 'stale';
  deps.count('EscalationOverdue');
  deps.log('escalation-overdue', { tenant, conversation });
  return 'done';
};

export const tellBuyer =
  (deps: TellDeps): CaseAct =>
  async (standing) => {
    const { escalation, view, now } = standing;
    const { care } = escalation;
    const since = waitingSince(standing) ?? now;
    const isFirst = care.waitingSince?.getTime() !== since.getTime() || care.promisedBy === null;
    if (givesUp(standing, isFirst)) return overdue(deps, standing);
    const { by, maySay } = promised(standing, since, isFirst);
    const { tenant, channel } = view.conversation;
    const speaks = maySay && !silent.has(escalation.because) && !(await deps.pause.paused(tenant, channel));
    const said = care.tellings.map(({ sentence }) => sentence);
    const text = speaks ? promiseSentence(standing, isFirst ? 'first' : 'moved', by, said) : null;
    const purpose = `promise#${escalation.id}#${String(care.version)}`;
    const reply = text === null ? null : replyWith(deps, standing, text, purpose);
    const telling: readonly Telling[] = reply === null ? [] : [{ sentence: reply.text, by, at: now }];
    const changed: Partial<Care> = {
      waitingSince: since,
      promisedBy: by,
      moves: isFirst ? 0 : care.moves + 1,
      tellings: [...care.tellings, ...telling],
      watchAt: watchAfter(now),
    };
    const spoken: readonly Change[] =
      reply === null ? [] : [{ change: 'new-reply', reply, dueAt: dueAfter(now) }];
    const changes = [careChange(standing, changed), ...spoken];
    if ((await deps.conversations.commit(view.conversation, changes)) === 'stale') return 'stale';
    if (reply !== null) {
      const { conversation, id, createdAt } = reply;
      await deps.outbound.forward({ tenant, conversation, reply: id, at: createdAt }, 0);
    }
    return 'done';
  };
