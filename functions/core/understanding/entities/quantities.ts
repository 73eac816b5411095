/** How many pieces: a number before what is bought by the piece, or after words of buying and arriving. */
import { spansOf } from '../masking/span.ts';
import type { Found } from './numbers.ts';

/** Plurals that are counted but not bought, so that any other plural is. */
const notGoods: ReadonlySet<string> = new Set(
  `dias meses semanas horas minutos segundos anos quincenas veces vezes cuotas parcelas pagos pesos reais dolares soles
  lucas centavos euros bucks dollars cents days weeks months years hours minutes mins hrs times payments installments
  seguidores followers estrellas estrelas stars mensajes mensagens messages emails correos mails llamadas ligacoes calls
  fotos photos velocidades speeds lugares plazas bocas hornallas puertos ports pulgadas polegadas inches litros metros
  kilos quilos grados graus amperes watts volts lumens personas pessoas people pisos andares cuadras quadras meses
  puntos pontos points tarjetas cartoes cards cargos cobros compras pedidos orders tickets chamados protocolos reclamos
  intentos tentativas tries emails agentes atendentes agents reps hermanos hijos filhos kids hojas paginas pages pts
  business habiles uteis corridos months calendar seconds versiones is as us plus`.split(/\s+/),
);
const goods: ReadonlySet<string> = new Set(
  `unidade unidad unit ud uds und unds pieza peca pza pc pcs par pair docena duzia dozen caja caixa box paquete pacote pack kit
  item bottle frasco botella rollo rolo roll bolsa bag`.split(/\s+/),
);

const counted = /(?<![a-z\d.,$#/:-])\d{1,3}(?=\s[a-z])/g;
const wordAfter = /^\s([a-z]+(?:-[a-z]+)?)/;
/** Words after which a plural is no quantity: `hace 3`, `los 30`, `iphone 12`. */
const otherNumber =
  /(?:hace|ha|faz|los|las|as|os|the|past|last|cada|every|entre|between|iphone|galaxy|redmi|note|modelo|bldg|building|edificio|apto|apt|casa|piso|calle|rua|km|xbox|ps|numero|dia|day|foto|photo|volume|item|ate|hasta|within|dentro de|en)\s$/;

const isGoods = (text: string, end: number): boolean => {
  const word = wordAfter.exec(text.slice(end, end + 24))?.[1] ?? '';
  return goods.has(word) || (word.length > 3 && word.endsWith('s') && !notGoods.has(word));
};

const named =
  /(?<![a-z])(?:cantidad|quantidade|qtd|qty|cant\.?|quantity)\s?[:=]?\s?(?:de\s|of\s)?(\d{1,5})(?![a-z\d])/g;
/** `compro 2`, `só vieram 3`, `preciso de 20`, `cancelen 4`: at a pause, or before a word that starts anew. */
const afterVerb =
  /(?<![a-z])(?:compr(?:o|e|ei|amos|ou|aron)|quero|quiero|queria|quisiera|necesito|preciso de|levo|levar|llevo|llevar|pedi|pedimos|llegaron|llego|vieram|veio|vinieron|vino|recebi|recibi|mandaron|mandaram|enviaron|enviaram|cancelen|cancela|anulen|paguei|pague|need|want|buy|bought|ordered|got|received|sent me|shipped|hold|cancel|only|solo|so|apenas|faltan|faltam|faltaron|faltaram|eran|eram|were|fueron)\s(?:de\s|only\s|so\s|solo\s)?([1-9]|[1-4]0|12|24)(?=\s?(?:$|[?!.,;)]|(?:y|e|and|pero|mas|but|so|solo|only|al|of|de ellos|deles|en|em|no|na|iguales|iguais|hoy|hoje|today)(?![a-z])))/g;

/** @param text as `aligned` leaves it */
export const findQuantities = (text: string): Found[] =>
  /\d/.test(text)
    ? [
        ...spansOf('quantity', text, named),
        ...spansOf(
          'quantity',
          text,
          counted,
          (raw, start) =>
            isGoods(text, start + raw.length) &&
            !otherNumber.test(text.slice(Math.max(0, start - 14), start)),
        ),
        ...spansOf('quantity', text, afterVerb),
      ]
    : [];
