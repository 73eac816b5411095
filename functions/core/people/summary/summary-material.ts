/** What a model is given to write a summary from: the composed one with its facts as tokens, and the talk without any. */
import { findFacts } from '../translation/find-facts.ts';
import { protect, type Protected } from '../translation/protect.ts';
import { cut } from './cut.ts';
import { composeSummary, type SummaryInput } from './summary.ts';

const turns = 8;
const longestTurn = 200;

/** A model that cannot see a number cannot mix it up; what stands in the summary has its token there. */
const withoutFacts = (text: string): string => {
  let rest = '';
  let at = 0;
  for (const { start, end } of findFacts(text, { into: 'en', names: [], glossary: [] })) {
    rest += `${text.slice(at, start)}…`;
    at = end;
  }
  return rest + text.slice(at);
};

const talk = ({ view }: SummaryInput): readonly string[] =>
  [
    ...view.messages.map(({ at, maskedText }) => ({ at, who: 'buyer', text: maskedText })),
    // What a person wrote may name somebody.
    ...view.replies
      .filter(({ kind, state }) => kind !== 'person' && state === 'confirmed')
      .map(({ createdAt, text }) => ({ at: createdAt, who: 'shop', text })),
  ]
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .slice(-turns)
    .map(({ who, text }) => `${who}: ${withoutFacts(cut(text, longestTurn))}`);

/**
 * `text` holds each critical fact of the composed summary as its token, once; `restore` puts it back. The talk behind
 * it is context: buyer's words as masked, every fact in it left out.
 */
export const summaryMaterial = (input: SummaryInput): Protected => {
  const { text, facts } = protect(composeSummary(input), { into: input.locale, names: [], glossary: [] });
  const context = talk(input);
  return { text: context.length === 0 ? text : `${text}\n\n${context.join('\n')}`, facts };
};
