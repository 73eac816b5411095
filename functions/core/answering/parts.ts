/** The questions of a message one by one, so that each gets its own answer, or is known to have none. */
import { plainWords, wording } from './plain-words.ts';

/** Parts between marks; a joining word parts two questions only where the second one asks again. */
const marks = /(?<=[?!;\n…])\s*|(?<=\p{L}{2,}[.,)])\s+|\s+(?=\d[).-]\s?\p{L})/u;
const askers =
  'que|qual|quais|cual|cuales|cuando|quando|cuanto|cuanta|cuantos|cuantas|quanto|quanta|quantos|quantas|como|onde|donde|quem|quien|what|when|where|which|who|how|is|are|do|does|did|can|could|will|hay|tem|tiene|tienen|tienes|si|se|puedo|posso|aceptan|aceitam|vem|viene|trae|hasta|ate|por que|da|en|de';
const joints = new RegExp(
  `\\s(?:y|e|and|also|tambien|también|ademas|además|além disso)\\s(?=(?:${askers})\\s)`,
  'iu',
);

const question = wording(
  '(?:que|qual|quais|cual|cuales|cuando|quando|cuanto|cuanta|cuantos|cuantas|quanto|quanta|quantos|quantas|como|onde|donde|cade|quem|quien|what|when|where|which|who|how|is it|is there|are there|are they|do you|do u|do they|does|did you|can i|can you|could|will it|hay|tem|tiene|tienen|tienes|tenes|puedo|podria|posso|pode|poderia|se puede|aceptan|aceptas|aceitam|acepta|aceita|reciben|sirve|serve|funciona|vem com|viene|trae|hacen|haces|fazem|hasta|ate que|por que|porque|da para|quisiera saber|queria saber|quiero saber|quero saber|me interesa|saber|desde cuanto|precio|preco|price)',
);
/** A greeting, a wish, thanks: parts that want no answer of their own. */
const courtesy = wording(
  '(?:hola|ola|oi|hi|hey|hello|buen dia|buenos dias|buenas|buenas tardes|buenas noches|bom dia|boa tarde|boa noite|tudo bem|que tal|gracias|obrigad[oa]|thanks|thank you|por favor|please|disculpe|perdon|quick q)',
);
const fewestLetters = 3;

/** Whether a part asks something: by its mark or its words. */
const asks = (part: string): boolean => {
  const plain = plainWords(part);
  const rest = plain.replace(courtesy, ' ').trim();
  return rest.length >= fewestLetters && (part.includes('?') || question.test(plain));
};

/** The parts of a text that ask something, in their order; the whole text where it is of one piece. */
export const questionsIn = (text: string): readonly string[] => {
  const parts = text
    .split(marks)
    .flatMap((part) => part.split(joints))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.filter(asks);
};
