/** Asks a buyer once how it went, from 1 to 5, and reads the answer. */
import { inVoice, spokenBy, type BuyerVoice, type SpokenLanguage } from './voice.ts';

/** `buttons` for channels that have them: titles of 20 characters at most, best first. */
export type RatingRequest = {
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly rating: number }[];
};

const requests: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  es: [
    'Antes de cerrar tu caso: del 1 al 5, ¿qué tan bien te ayudamos? (1 muy mal, 5 muy bien)',
    '¿Nos <ayudas|ayudás> a mejorar? <Responde|Respondé> con un número del 1 (muy mal) al 5 (muy bien): ¿cómo te atendimos?',
    'Tu opinión nos sirve: ¿cómo estuvo la atención, del 1 (muy mal) al 5 (muy bien)?',
  ],
  pt: [
    'Antes de encerrar o seu caso: de 1 a 5, o quanto a gente te ajudou? (1 muito mal, 5 muito bem)',
    'Ajuda a gente a melhorar? Responda com um número de 1 (muito ruim) a 5 (muito bom): como foi o atendimento?',
    'Sua opinião ajuda: como foi o atendimento, de 1 (muito ruim) a 5 (muito bom)?',
  ],
  en: [
    'Before we close your case: from 1 to 5, how well did we help you? (1 very badly, 5 very well)',
    'Would you help us do better? Reply with a number from 1 (very bad) to 5 (very good): how did we do?',
    'Your opinion helps: how was our service, from 1 (very bad) to 5 (very good)?',
  ],
};

const titles: Readonly<Record<SpokenLanguage, readonly string[]>> = {
  es: ['Muy mal', 'Mal', 'Regular', 'Bien', 'Muy bien'],
  pt: ['Muito ruim', 'Ruim', 'Regular', 'Bom', 'Muito bom'],
  en: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'],
};

export const ratingRequest = (voice: BuyerVoice, variantSeed: number): RatingRequest => {
  const language = spokenBy(voice);
  const texts = requests[language];
  return {
    text: inVoice(texts[Math.abs(Math.trunc(variantSeed)) % texts.length] ?? '', voice),
    buttons: titles[language]
      .map((title, index) => ({ title: `${String(index + 1)} ${title}`, rating: index + 1 }))
      .toReversed(),
  };
};

const numberWords: readonly (readonly string[])[] = [
  ['uno', 'una', 'um', 'uma', 'one'],
  ['dos', 'dois', 'duas', 'two'],
  ['tres', 'três', 'three'],
  ['cuatro', 'quatro', 'four'],
  ['cinco', 'five'],
];
const allTitles = new Map(
  Object.values(titles).flatMap((names) => names.map((name, index) => [name.toLowerCase(), index + 1])),
);

/** What people write around a rating: "le doy un 5", "nota 4/5", "5 estrelas!". */
const around =
  /^(?:(?:le|te|les|yo|eu|i|we)\s+)?(?:(?:doy|pongo|dou|give|rate)\s+)?(?:(?:you|it|un|una|um|uma|a|nota|nota:|rating|rating:|calificación|calificación:|puntaje|puntaje:)\s+)*/iu;
const after =
  /\s*(?:\/\s*5|de\s+5|out\s+of\s+5)?\s*(?:estrellas?|estrelas?|stars?|puntos?|pontos?|points?)?$/iu;

/** The rating that a whole message is (`5`, `nota 4`, `⭐⭐⭐`, `cinco`), or null: it says something else. */
export const ratingIn = (text: string): number | null => {
  const plain = text
    .normalize('NFKC')
    .replace(/[\uFE0F\u20E3]/g, '')
    .trim();
  const stars = /^(?:[⭐🌟★]\s*){1,5}$/u.test(plain) ? plain.match(/[⭐🌟★]/gu)?.length : undefined;
  if (stars !== undefined) return stars;
  const worded = plain.replace(/[.!¡,;]+$/u, '').trim();
  const core = worded.replace(after, '').replace(around, '').toLowerCase();
  const [, digit] = /^([1-5])(?:\s+(\p{L}+(?:\s+\p{L}+)?))?$/u.exec(core) ?? [];
  const titled = allTitles.get(core.replace(/^[1-5]\s+/, ''));
  if (digit !== undefined && (core === digit || titled === Number(digit))) return Number(digit);
  const word = numberWords.findIndex((words) => words.includes(core));
  return word < 0 ? null : word + 1;
};
