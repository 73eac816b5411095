/** What may be said where everyone reads: the item, its stock and its price; of a purchase not a word. */
import type { AnswerKey } from './fixed-answers/catalogue.ts';
import { quoteSituation, withQuotes } from './quote.ts';
import type { Reading } from './reading.ts';
import { backgroundOf, type Turn } from './turn.ts';
import { situation, textSlot, type Background, type Situation } from './situations/situation.ts';

const publicWords: readonly string[] = [
  'product',
  'stock',
  'freight',
  'price',
  'coupon',
  'customs',
  'greeting',
  'other',
  'complaint',
  'public',
];
const alsoPublic: readonly AnswerKey[] = ['warranty.stated', 'payment.means', 'article.says'];
/** Words that only make sense where a person will finish them: a draft starts with something plainer. */
const unfinished: readonly AnswerKey[] = [
  'product.unknown',
  'product.which',
  'customs.unknown',
  'payment.means',
  'price.bulk',
  'coupon.fails',
];

/** True for fixed answers that anyone may read. */
export const isPublicWord = (key: AnswerKey): boolean =>
  alsoPublic.includes(key) || publicWords.includes(key.split('.')[0] ?? '');

const start = ({ facts }: Background): Situation =>
  situation('public.start', { slots: textSlot('item', facts.item?.title, 'item.title'), person: true });

/** Never empty, and every one of them fit for the public; `person` where one must finish or answer elsewhere. */
export const inPublicWords = (turn: Turn, { situations, open }: Reading): readonly Situation[] => {
  const background = backgroundOf(turn);
  const told = withQuotes(situations, turn.quotes, open).map((one) => {
    if (unfinished.includes(one.key)) return start(background);
    return isPublicWord(one.key) ? one : situation('public.private', { person: true });
  });
  if (told.length > 0) return told;
  return turn.quotes.length > 0 ? [quoteSituation(turn.quotes)] : [start(background)];
};
