/** The one line that says that a machine answers, where the law of the market asks for it. */
import type { Decision } from '../domain/decision.ts';
import type { AnsweredLanguage } from '../domain/language.ts';
import { disclosures } from '../policy/disclosure.ts';
import type { DecisionInput } from './turn.ts';

const lines: Readonly<Record<AnsweredLanguage, string>> = {
  es: 'Soy el asistente automático de la tienda.',
  pt: 'Sou o assistente automático da loja.',
  en: "I'm the store's automated assistant.",
};
const toldAlready = /asistente|assistente|assistant/i;

/** In the first answer before a sale, once, and only where it fits: a platform's length cuts no sentence of it. */
export const withDisclosure = (
  decision: Decision,
  { conversation, previousTexts, facts, channel }: DecisionInput,
): Decision => {
  if (decision.kind !== 'reply' && decision.kind !== 'draft') return decision;
  const isAskedFor = disclosures[conversation.market].when === 'before-sale';
  const isBeforeSale = facts.order === undefined || facts.order === null;
  if (!isAskedFor || !isBeforeSale || previousTexts.length > 0 || toldAlready.test(decision.text))
    return decision;
  const text = `${decision.text} ${lines[decision.language]}`;
  return text.length > channel.reply.maximumCharacters ? decision : { ...decision, text };
};
