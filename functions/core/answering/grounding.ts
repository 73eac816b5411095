/**
 * What a model's own words rest on. It may say what the facts and articles say, what our own answers say, and plain
 * words of shops; of money, returns and rights only what the facts and articles themselves say; nothing that the
 * buyer dictated. So a model that obeys somebody else has hardly a word to do it with.
 */
import { answeredLanguages, type AnsweredLanguage } from '../domain/language.ts';
import { answerKeys, variantsOf } from './fixed-answers/catalogue.ts';
import { bindingWords, shopWords } from './ordinary-words.ts';
import { wordsOf } from './text.ts';
import { moods } from './voice.ts';

/** Letters that tell a word, whatever its ending. */
const stemLetters = 5;
const stemOf = (word: string): string => word.slice(0, stemLetters);
const stemsOf = (words: Iterable<string>): ReadonlySet<string> => new Set([...words].map(stemOf));

const ownWords = (language: AnsweredLanguage): readonly string[] =>
  answerKeys
    .flatMap((key) => moods.flatMap((mood) => variantsOf(key, language, mood)))
    .flatMap((template) => wordsOf(template.replace(/\{\w+\}/g, ' ')));

type Vocabulary = { readonly binding: ReadonlySet<string>; readonly all: ReadonlySet<string> };

const vocabularyOf = (language: AnsweredLanguage): Vocabulary => {
  const binding = new Set(wordsOf(bindingWords[language]));
  const ordinary = [...ownWords(language), ...wordsOf(shopWords[language])];
  return { binding, all: new Set([...binding, ...stemsOf(ordinary)]) };
};

const made = new Map<AnsweredLanguage, Vocabulary>();
const vocabulary = (language: AnsweredLanguage): Vocabulary => {
  const known = made.get(language) ?? vocabularyOf(language);
  made.set(language, known);
  return known;
};

/** What binds the seller, in all three languages, by how the words begin. */
const weighty =
  /^(?:refun|reemb|reint|estor|devol|devue|retur|money|diner|dinhe|plata|exchan|cance|anula|warra|garan|guara|gift|regal|brind|bonus|bono|credi|saldo|vouch|discou|desco|descu|promo|cupom|cupon|coupo|appro|aprob|aprov|agree|acord|acuer|autho|autor|entit|derec|direi|claim|recla|compe|indem|keep|quedat|legal|liabl|medic|cura$|cure$|certi|origi)/u;

/** Told of a delivery with its day or its span: those are looked at by themselves. */
const delivery = /^(?:deliv|arriv|lleg|cheg|ship|despa|entreg)/u;
const hasSpan = /[\p{N}▯]/u;
/** "No podemos dar descuentos": what is refused binds nobody. */
const refused =
  /(?:\bno\b|não|\bnot\b|n['’]t\b|cannot|unable)[^.!?]{0,40}(?:descont|descuent|discount|rebaj|price|preço|precio)/iu;

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?…;\n])\s+/u);
const hasDigits = /\p{N}/u;

const isNamed = (word: string, known: ReadonlySet<string>, stems: ReadonlySet<string>): boolean =>
  hasDigits.test(word) || known.has(word) || (word.length >= stemLetters && stems.has(stemOf(word)));

/** True when a word is nobody's that we know of, or when something that binds the seller is said in other words than its own. */
export const isUngrounded = (
  text: string,
  known: ReadonlySet<string>,
  language: AnsweredLanguage,
): boolean => {
  const { binding, all } = vocabulary(language);
  const stems = stemsOf(known);
  return sentencesOf(text).some((sentence) => {
    const words = wordsOf(sentence).filter((word) => !isNamed(word, known, stems));
    if (words.some((word) => !binding.has(word) && !all.has(stemOf(word)))) return true;
    const isSpanned = hasSpan.test(sentence);
    return (
      !refused.test(sentence) &&
      words.some((word) => weighty.test(word) || (delivery.test(word) && !isSpanned))
    );
  });
};

/** Words in a row that nobody says by chance as another did. */
const run = 4;

/** True when a run of words stands in the buyer's message too, and is not all made of words of the facts. */
export const echoes = (text: string, asked: string, known: ReadonlySet<string>): boolean => {
  const said = wordsOf(text);
  const heard = ` ${wordsOf(asked).join(' ')} `;
  const plain = new Set(answeredLanguages.flatMap((language) => wordsOf(bindingWords[language])));
  return said.some((_, at) => {
    const words = said.slice(at, at + run);
    return (
      words.length === run &&
      heard.includes(` ${words.join(' ')} `) &&
      words.some((word) => !known.has(word) && !plain.has(word))
    );
  });
};
