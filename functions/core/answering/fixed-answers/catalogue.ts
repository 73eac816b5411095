/** Every fixed answer by its key: what may be said without a model. */
import type { AnsweredLanguage } from '../../domain/language.ts';
import type { Mood } from '../voice.ts';
import { actionTexts } from './actions.ts';
import { changeTexts } from './changes.ts';
import { detailTexts } from './details.ts';
import { holdingTexts } from './holding.ts';
import { paymentTexts } from './money.ts';
import { offerTexts } from './offers.ts';
import { problemTexts } from './problems.ts';
import { productTexts } from './product.ts';
import { refundTexts } from './refunds.ts';
import { returnTexts } from './returns.ts';
import { socialTexts } from './social.ts';
import type { Texts, Variants } from './texts.ts';
import { stockTexts } from './stock.ts';
import { troubleOnTheWayTexts } from './trouble-on-the-way.ts';
import { whereTexts } from './where.ts';

const catalogue = {
  ...whereTexts,
  ...detailTexts,
  ...troubleOnTheWayTexts,
  ...changeTexts,
  ...actionTexts,
  ...returnTexts,
  ...refundTexts,
  ...paymentTexts,
  ...problemTexts,
  ...productTexts,
  ...stockTexts,
  ...offerTexts,
  ...socialTexts,
  ...holdingTexts,
} as const;

export type AnswerKey = keyof typeof catalogue;

export const answers: Readonly<Record<AnswerKey, Texts>> = catalogue;
export const answerKeys: readonly AnswerKey[] = Object.keys(catalogue).filter((key): key is AnswerKey =>
  Object.hasOwn(catalogue, key),
);

export const isAnswerKey = (text: string): text is AnswerKey => Object.hasOwn(catalogue, text);

/** The templates for a situation in a language and mood; a calm wording serves both where nothing else is written. */
export const variantsOf = (key: AnswerKey, language: AnsweredLanguage, mood: Mood): Variants => {
  const texts = answers[key];
  return (mood === 'upset' ? (texts.upset ?? texts.calm) : texts.calm)[language];
};
