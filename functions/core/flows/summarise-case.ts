/** Writes the story of a case in the desk's language: by the region's model, or composed from what is stored. */
import type { Facts } from '../domain/facts.ts';
import type { UsageLine } from '../domain/usage.ts';
import { summaryMaterial } from '../people/summary/summary-material.ts';
import { composeSummary, longestSummary } from '../people/summary/summary.ts';
import { criticalFactsKept } from '../people/translation/critical-facts.ts';
import { restore } from '../people/translation/protect.ts';
import type { Change } from '../ports/conversations.ts';
import type { SummaryWriter } from '../ports/summaries.ts';
import type { CaseStanding } from './case-standing.ts';
import { lineOf, type Tools } from './kit.ts';
import { knownBefore, lookUp, type LookUpDeps } from './look-up.ts';
import { summaryInput } from './summary-input.ts';
import { careChange, type CaseAct, type CaseDeps } from './tend-case.ts';

export type SummariseDeps = CaseDeps & LookUpDeps & { readonly summaries: SummaryWriter };

/** A person has the conversation already; its facts are looked up all the same, once. */
const factsOf = async (deps: SummariseDeps, { view }: CaseStanding): Promise<Facts> => {
  const newest = view.messages.at(-1);
  if (newest === undefined) return {};
  const open = { ...view, conversation: { ...view.conversation, state: 'open' as const } };
  const burst = [newest];
  return (await lookUp(deps, open, burst, knownBefore(view, burst), 0)).facts;
};

type Written = { readonly text: string; readonly lines: readonly UsageLine[] };

const tokensLine = (
  deps: Tools,
  { escalation, view, now }: CaseStanding,
  use: { readonly model: string; readonly tokensIn: number; readonly tokensOut: number },
): UsageLine =>
  lineOf(deps, view.conversation, {
    unit: 'model_tokens',
    source: `${escalation.id}#summary`,
    quantity: use.tokensIn + use.tokensOut,
    language: view.conversation.language ?? 'unknown',
    intent: view.messages.at(-1)?.understanding?.intent ?? null,
    mode: 'human',
    module: 'escalation',
    occurredAt: now,
    acceptedAt: now,
    detail: { model: use.model, in: use.tokensIn, out: use.tokensOut },
  });

/** A model that loses a fact, adds one or talks too long is not asked again: what is stored tells the same. */
const written = async (deps: SummariseDeps, standing: CaseStanding, facts: Facts): Promise<Written> => {
  const locale = standing.settings.locale;
  const input = summaryInput(standing, facts, locale);
  const composed = composeSummary(input);
  const material = summaryMaterial(input);
  const asked = await deps.summaries.write({
    material: material.text,
    language: locale,
    longest: longestSummary,
  });
  if (!asked.ok) {
    const { tenant, conversation } = standing.escalation;
    deps.log('model-unavailable', { tenant, conversation, because: asked.problem.because });
    return { text: composed, lines: [] };
  }
  const lines = [tokensLine(deps, standing, asked.value.use)];
  const restored = restore(asked.value.text, material.facts);
  const whole = restored.ok && criticalFactsKept(composed, restored.value).kept;
  return whole && restored.value.length <= longestSummary
    ? { text: restored.value, lines }
    : { text: composed, lines };
};

export const summariseCase =
  (deps: SummariseDeps): CaseAct =>
  async (standing) => {
    const { text, lines } = await written(deps, standing, await factsOf(deps, standing));
    const summaries = { ...standing.escalation.summaries, [standing.settings.locale]: text };
    const billed = lines.map((line): Change => ({ change: 'usage', line }));
    return deps.conversations.commit(standing.view.conversation, [
      careChange(standing, {}, { summaries }),
      ...billed,
    ]);
  };
