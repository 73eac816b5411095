/** What buyers ask of an order in words that need no guess: each pattern with the single facts that answer it. */
import type { Intent } from '../../domain/intent.ts';
import { wording } from '../plain-words.ts';
import type { OrderDetail } from './order-details.ts';

export type DetailQuestion = {
  readonly asked: RegExp;
  /** Told where the order holds them; the first must be there, or nothing is told. */
  readonly tells: readonly [OrderDetail, ...OrderDetail[]];
  /** A message recognised as one of these wants no more than that. */
  readonly settles: readonly Intent[];
  /** Asked of a purchase only where one of these was recognised: the words alone are asked before buying too. */
  readonly only?: readonly Intent[];
};

const what = '(?:que|cual|qual|quais|which|what|quien|quem|who|por que|com que|con que|con cual|por cual)';
const give =
  '(?:me )?(?:pas\\S*|mand\\S*|envi\\S*|da|das|dan|dame|compart\\S*|send|give|share|need|necesito|preciso|quiero|quero|tienes|tenes|tem|have|get)';
const money = ['refund_status', 'order_cancel', 'return_request', 'payment_issue'] as const;
const payment = ['payment_issue', 'order_status', 'price_objection', 'invoice_request'] as const;

export const detailQuestions: readonly DetailQuestion[] = [
  {
    asked: wording(
      `${what} ~ (?:paqueteria|transportadora|transportista|mensajeria|courier|correo|empresa de envios?|carrier|shipping company)`,
      '(?:transportadora|paqueteria|courier|carrier)',
      '(?:quien|quem) (?:lo |la |me |o |a |me lo |me la )?(?:trae|lleva|entrega|entregou|entrego|esta levando|vai entregar|reparte)',
      'who (?:is |s |has |will )?(?:delivering|deliver|delivers|shipping|carrying|bringing|ships|delivered) it',
      '(?:por|con|com) (?:que|cual|qual) (?:correo|empresa) (?:viene|vem|va|vai|llega|envian|mandan)',
    ),
    tells: ['carrier', 'tracking'],
    settles: ['order_status', 'product_question', 'other_out_of_scope'],
  },
  {
    asked: wording(
      '(?:numero|codigo|cod|nro|num|clave|link|enlace) (?:de |del |da |do )?(?:la |mi |meu |minha )?(?:guia|rastreio|rastreo|rastreamento|seguimiento|tracking|envio)',
      'tracking(?: number| code| id| info| link)?',
      `${give} (?:la |el |o |a |un |the )?(?:guia|rastreio|rastreo|seguimiento|rastreamento)`,
      '(?:como|how|onde|donde|where) (?:lo |la |o |a |do i |can i |can we |puedo |posso )?(?:rastre\\S*|track|sigo|seguirlo|acompanh\\S*)',
    ),
    tells: ['tracking', 'carrier'],
    settles: ['order_status', 'other_out_of_scope'],
  },
  {
    asked: wording(
      '(?:donde|onde|con quien|com quem|a quien|where|who|quien|quem) ~ (?:dejaron|dejo|deixaram|deixou|leave|left|recibio|recebeu|firmo|assinou|signed|pegou|agarro|received|took|entregaron|entregaram|dropped|drop)',
      '(?:dejaron|deixaram|entregaron|entregaram|left it|entregue) (?:con|com|a|with) (?:quien|quem|who|whom)',
    ),
    tells: ['lastEvent', 'delivered', 'carrier'],
    settles: ['order_status', 'other_out_of_scope'],
  },
  {
    asked: wording(
      '(?:cuanto|quanto|how much|cual|qual|what) ~ (?:en total|no total|ao todo|in total|total|pague|paguei|i paid|did i pay|i owe|do i owe|debo pagar|tengo que pagar|tenho que pagar|i was charged|cobraron|cobraram|plata es|gaste|gastei|deu tudo)',
      '(?:valor|monto|importe|total|cost|amount) (?:total )?(?:de|del|do|da|of|mesmo) (?:mi |meu |minha |my |the |o |la |el |a )?(?:pedido|compra|boleto|ficha|order|purchase|payment|pago|pix)',
      '(?:boleto|ficha|oxxo|transferencia|transferir|pagar|depositar|pix) ~ (?:valor|monto|importe|cuanto era|cuanto es|cuanta plata|quanto era|quanto e|quanto deu|how much)',
      '(?:valor|monto|importe|cuanto era|cuanto es|cuanta plata|quanto era|quanto deu) ~ (?:boleto|ficha|oxxo|transferencia|transferir|pagar)',
      '(?:es|e|is (?:it|that)) (?:el |o |the )?(?:total|full amount|valor total)',
    ),
    tells: ['total', 'paidBy'],
    settles: payment,
    only: [...payment, ...money, 'invoice_request', 'greeting_thanks', 'other_out_of_scope'],
  },
  {
    asked: wording(
      '(?:cuantas|quantas|how many) (?:cuotas|mensualidades|meses|parcelas|vezes|veces|installments|payments) ~ (?:quedo|ficou|quedaron|fiz|hice|elegi|escolhi|puse|coloquei|fue|foi|paguei|pague|did i)',
      '(?:en|em) (?:cuantas|quantas|que) (?:cuotas|mensualidades|parcelas|vezes|veces) (?:quedo|ficou|lo hice|compre|comprei|pague|paguei|fue|foi|parcelei|esta)',
    ),
    tells: ['instalments', 'total', 'paidBy'],
    settles: ['payment_issue', 'order_status', 'product_question'],
  },
  {
    asked: wording(
      '(?:hasta|ate|until|by) (?:cuando|quando|que dia|que fecha|qual dia|que hora|when|what day) ~ (?:pag\\S*|transfer\\S*|deposit\\S*|oxxo|boleto|ficha|pix|pay|plata)',
      '(?:pag\\S*|transfer\\S*|boleto|ficha|oxxo|pix|deposit\\S*|referencia) ~ (?:vence|expira|caduca|due|expire|expires|hasta cuando|ate quando|ate que dia|hasta que dia)',
      '(?:cuando|quando|when) ~ (?:vence|expira|caduca|expire|expires|due) ~ (?:boleto|ficha|pago|pagamento|pix|oxxo|payment|referencia)',
      '(?:cuando|quando|when) (?:vence|expira|caduca|does it expire|is it due)',
    ),
    tells: ['due', 'total', 'paidBy'],
    settles: payment,
  },
  {
    asked: wording(
      '(?:hasta|ate|until|by|how long|quando|cuando|when) ~ (?:etiqueta|label|postagem|guia de regreso|guia de devolucion|codigo de postagem)',
      '(?:etiqueta|label|postagem|guia de regreso|guia de devolucion) ~ (?:vence|expira|vale|caduca|valid|expire|expires|good)',
    ),
    tells: ['labelUntil'],
    settles: ['return_request', 'exchange_request', 'order_status', 'refund_status'],
  },
  {
    asked: wording(
      '(?:por que|porque|por cual motivo|motivo|razon|razao|why|how come|quien|quem|who) ~ (?:cancel\\S*|anula\\S*)',
    ),
    tells: ['cancelReason', 'cancelled'],
    settles: ['order_cancel', 'order_status', 'complaint_escalation', 'refund_status'],
  },
  {
    asked: wording(
      '(?:por que|porque|why|how come) ~ (?:solo|menos|so|apenas|only|less|incompleto|parcial|descontaron|descontaram|cobraron|short)',
      '(?:only|solo|so|apenas) (?:got|get|received|me devolvieron|me regresaron|recebi|devolveram|voltou|volvio)',
      '(?:falta|faltan|missing|less than i paid|menos de lo que pague|menos do que paguei)',
    ),
    tells: ['refundFee', 'refundAmount', 'total'],
    settles: money,
  },
  {
    asked: wording(
      '(?:cuanto|quanto|how much) (?:me )?(?:\\S+ )?(?:devuelven|devolvieron|regresan|regresaron|reintegran|vuelve|volta|devolvem|devolveram|estornam|reembolsan|recibo|recebo|back|do i get back|will i get back|am i getting back|reembolso|refund)',
      '(?:cuanto|quanto|how much|amount|monto|valor|importe) ~ (?:reembolso|reintegro|devolucion|estorno|refund)',
      '(?:reembolso|reintegro|estorno|refund) ~ (?:cuanto|quanto|how much|es el total|e o valor total|es completo|full|integral)',
      'es (?:el )?total|(?:is it|is that) (?:the )?(?:full|whole) (?:amount|thing)|es todo|e o valor todo',
    ),
    tells: ['refundAmount', 'refundFee', 'refundExpected', 'refundShows'],
    settles: money,
  },
  {
    asked: wording(
      '(?:cuando|quando|when|en cuanto|em quanto tempo|how long|que dia|que fecha) ~ (?:plata|dinero|dinheiro|reembols\\S*|reintegr\\S*|estorno|refund|money|devuelven|regresan|devolvem|show up|show|cae|cai|acredit\\S*|vuelve|volta|back)',
      '(?:plata|dinero|dinheiro|reembolso|reintegro|estorno|refund|money) ~ (?:cuando|quando|when|cae|cai|caiu|llega|volta|vuelve|no (?:me )?(?:llego|cayo|ha llegado)|nao caiu)',
    ),
    tells: ['refundExpected', 'refundShows', 'refundAmount', 'refundMethod', 'refunded'],
    settles: money,
  },
  {
    asked: wording(
      '(?:cuando|quando|when) ~ (?:plata|dinero|dinheiro|reembols\\S*|reintegr\\S*|estorno|refund|money|devuelven|devolvem|show up|cae|cai|vuelve|volta)',
      '(?:estornado|reembolsado|devuelto|reintegrado|refunded|estorno|reembolso|reintegro|refund) ~ (?:verdade|verdad|mesmo|really|cartao|tarjeta|card|aparece|show\\S*|nada|conta|cuenta)',
      '(?:cartao|tarjeta|card|banco|bank|cuenta|conta) ~ (?:nao|no|not|nothing|nada|ainda|todavia|aun) ~ (?:mostra|muestra|aparece|caiu|cayo|show\\S*|nada|ainda|llego|yet)',
      '(?:no|nao|not) ~ (?:cayo|caiu|llego|aparece|acredito|showing|shown|received) ~ (?:tarjeta|cartao|conta|cuenta|card|account|pix|nada|plata|dinero)',
    ),
    tells: ['refundShows', 'refundAmount', 'refundMethod', 'refunded', 'refundExpected'],
    settles: money,
  },
  {
    asked: wording(
      '(?:que|cual|qual|which|what|onde|donde|where|en|em|a) ~ (?:tarjeta|cartao|cuenta|conta|medio|card|account|method)',
      '(?:vai cair|cae|cai|va a caer|va a llegar|entra|goes|go|sale|acredita\\S*) (?:onde|donde|en que|em que|where|to)',
      '(?:onde|donde|where) ~ (?:cai|cae|cair|caer|acredita\\S*|depositan|depositam|does it go|will it go)',
      '(?:no|na|en la|en mi|to my|on my) (?:cartao|conta|tarjeta|cuenta|card|pix)',
    ),
    tells: ['refundMethod', 'refundAmount', 'refundExpected', 'refundShows'],
    settles: money,
    only: [...money, 'other_out_of_scope', 'greeting_thanks'],
  },
  {
    asked: wording(
      '(?:ya|ja|did|have|has|already|les|lhes|chegou|llego|recibieron|receberam|got|received|chegaram) ~ (?:devolvi|devolucion|devolucao|devuelt\\S*|de vuelta|de volta|back|regres\\S*|retorn\\S*|troca|malo|defeituoso|return)',
      '(?:devolvi|mande|enviei|sent|troca|devolucion|devolucao|regrese|return) ~ (?:ya|ja|did you|llego|llegaron|chegou|recibieron|receberam|get it|got it|received|arrived)',
      '(?:ya|ja) (?:les |lhes |o |lo |la |a )?(?:llego|llegaron|recibieron|receberam|chegou ai)',
    ),
    tells: ['returnReceived', 'refundAmount', 'refundExpected', 'refundShows'],
    settles: ['return_request', 'exchange_request', 'refund_status', 'order_status', 'missing_item'],
  },
  {
    asked: wording(
      '(?:que|cual|qual|which|what) (?:talla|talle|tamanho|tamano|color|cor|voltaje|voltagem|size|colou?r|modelo|model|numero|opcion|opcao) ~ (?:compre|pedi|comprei|ordered|bought|order|buy|elegi|escolhi)',
      '(?:comprei|compre|pedi|ordered|bought|i got|did i (?:order|buy|get)) ~ (?:talla|talle|tamanho|tamano|color|cor|voltaje|voltagem|size|colou?r)',
      '(?:es|e|is it|era|foi) \\S+ (?:ou|o|or) \\S+ ~ (?:comprei|compre|pedi|ordered|bought)',
    ),
    tells: ['variant'],
    settles: ['order_status', 'product_question', 'stock_availability', 'wrong_item', 'exchange_request'],
  },
  {
    asked: wording(
      '(?:cuando|quando|when|que dia|what day|que fecha) (?:fue que |foi que |fue |foi |did i |did we |eu )?(?:lo |la |o |a )?(?:compre|comprei|compramos|pedi|order it|order|buy it|bought|hice el pedido|fiz o pedido)',
    ),
    tells: ['placed'],
    settles: ['order_status', 'other_out_of_scope', 'warranty_repair', 'invoice_request'],
  },
];
