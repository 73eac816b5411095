/** What the facts of an item say to the very words of a buyer: price, freight, attributes, sizes and colours. */
import type { Item } from '../../domain/facts.ts';
import { wording } from '../plain-words.ts';
import { productAnswers } from '../situations/product.ts';
import type { Background, Question } from '../situations/situation.ts';
import { stock } from '../situations/stock.ts';
import { askedValues } from '../variant-match.ts';
import type { Answers, Heard } from './order-answers.ts';

const asksStock = wording(
  '(?:stock|estoque|existencias?|disponib\\S*|disponiv\\S*|available|availability|in stock|sold out|agotad\\S*|esgotad\\S*|(?<!me |te |le |nos )quedan?|sobrou|restou|any left|left in|pronta entrega|entrega inmediata)',
);
const asksWhichOptions = wording(
  '(?:que|cuales|quais|qual|what|which|cuantos|quantos|todos los|todas las) (?:otr[oa]s? |outr[oa]s? |other )?(?:tallas?|talles?|tamanhos?|tamanos?|sizes?|numeros|numeracion|colou?rs?|colores|cores|cor|color|opciones|opcoes|options|medidas hay|modelos|voltajes?|voltagens|voltagem)',
  '(?:tallas?|talles|tamanhos|tamanos|sizes|colores|cores|colors|colours|numeros|numeracion)(?: (?:disponib\\S*|disponiv\\S*|available|hay|tienen|tem|tienes|manejan))?',
);
/** Wants advice which one fits: the seller's size table says that, not the stock. */
const asksForFit = wording(
  '(?:mide|mido|mede|meço|meco|calzo|calco|calça|uso|peso|pesa|chest|waist|cintura|pecho|busto|quadril|cadera|hips?|pie|pe|foot|feet|contorno|peito|altura|inch|cm|measure|wear) ~ (?:talla|talle|tamanho|tamano|size|numero|pego|compro|pido|fit|fits)',
  '(?:talla|talle|tamanho|tamano|size|numero) ~ (?:me queda|me conviene|me recom\\S*|recom\\S*|pego|compro|pido|elijo|escolho|seria|sou|soy|should|do i need|fits? me|for me|peço|peco)',
  '(?:what|que|qual|cual) (?:size|talla|talle|tamanho) (?:am i|soy|seria|sou|should i|do i)',
  '(?:pie|pe) ancho|wide foot|forma (?:pequena|grande)|viene (?:chico|grande)|true to size|run (?:small|large|big)|fit in|fits in|serve em quem',
);

const itemIntents: ReadonlySet<string> = new Set([
  'product_question',
  'stock_availability',
  'price_objection',
  'exchange_request',
  'discount_coupon',
  'warranty_repair',
]);

/** Everything that the item says to these words; empty where they ask nothing that it holds. */
export const itemAnswers = (
  item: Item,
  question: Question,
  { plain, intents }: Heard,
  background: Background,
): Answers => {
  const about =
    intents.some((intent) => itemIntents.has(intent)) ||
    question.earlier !== undefined ||
    background.facts.order === undefined;
  const wantsFit = asksForFit.test(plain);
  const named = askedValues(item, question.text, question.entities).size > 0;
  const stocked =
    !wantsFit && (asksStock.test(plain) || asksWhichOptions.test(plain) || (about && named))
      ? stock(question, background)
      : [];
  const told = productAnswers(item, question, background);
  const situations = [...told, ...stocked].filter(({ person }) => !person);
  if (situations.length === 0) return { situations: [], settles: [] };
  return {
    situations,
    settles: [
      'product_question',
      ...(stocked.length > 0 ? (['stock_availability'] as const) : []),
      ...(told.length > 0 ? (['stock_availability', 'price_objection', 'warranty_repair'] as const) : []),
      'other_out_of_scope',
    ],
  };
};
