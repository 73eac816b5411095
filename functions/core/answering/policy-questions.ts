/** Kinds of questions that every shop's articles answer: how buyers ask them, what to look for, and what proves it found. */
import type { AnsweredLanguage } from '../domain/language.ts';
import { plainWords, wording } from './plain-words.ts';

export type PolicyKind =
  | 'freight'
  | 'delivery-time'
  | 'return-term'
  | 'return-cost'
  | 'refund-time'
  | 'payment-means'
  | 'instalments'
  | 'cash-on-delivery'
  | 'promotion'
  | 'fit'
  | 'invoice'
  | 'pick-up'
  | 'claim-time';

export type Policy = {
  readonly kind: PolicyKind;
  readonly asked: RegExp;
  /** What articles about it are called, in the buyer's language. */
  readonly query: Readonly<Record<AnsweredLanguage, string>>;
  /** Stands in the plain words of a passage that answers it. */
  readonly proof: RegExp;
  /** Of the passage only the sentences with this are said; without it, all that fits. */
  readonly say?: RegExp;
};

const send = '(?:envios?|flete|frete|despachos?|shipping|postage|delivery|entrega a domicilio)';
const goBack =
  '(?:devol\\S*|devuel\\S*|regres\\S*|retorn\\S*|return\\S*|send (?:it|them|this|that) back|retract\\S*|arrepent\\S*|desist\\S*|vuelta|volta|nao servir|no me gust\\S*|no me queda\\S*)';
const money = '(?:plata|dinero|dinheiro|money|reembols\\S*|reintegr\\S*|refund\\S*|estorn\\S*)';
const days = '(?:dias|dia|days|day|horas|hours|meses|semanas)';

export const policies: readonly Policy[] = [
  {
    kind: 'return-cost',
    asked: wording(
      `(?:quien|quem|who) ~ (?:paga|pays|cubre|covers) ~ (?:envio|flete|frete|shipping|vuelta|volta|return|devolucion|devolucao|regreso)`,
      `(?:sale algo|cuesta|custa|cobran|cobras|cobram|pago|cost|costs|gratis|free|charge|sai de graca|tiene costo|paga) ~ ${goBack}`,
      `${goBack} ~ (?:gratis|free|cost|costs|custa|cuesta|cobran|cobras|cobram|quien paga|quem paga|sin costo|de graca)`,
    ),
    query: {
      es: 'devolución envío de vuelta costo',
      pt: 'devolução etiqueta de postagem frete por nossa conta',
      en: 'return label cost',
    },
    proof: wording(
      `(?:devol\\S*|retract\\S*|arrepent\\S*|return\\S*|regreso|vuelta|postagem|devolucao) ~ (?:\\S+ ){0,12}(?:gratis|costo|cuesta|cuenta|conta|pagamos|cost|free|custa|cargo)`,
      '(?:flete|envio|guia|etiqueta|label|labels|despacho) (?:de |do )?(?:\\S+ ){0,3}(?:regreso|vuelta|volta|postagem|cost|costs)',
    ),
  },
  {
    kind: 'return-term',
    asked: wording(
      `(?:cuantos|quantos|how many|cuanto|quanto|how long|que|qual|what|hasta cuando|ate quando) ~ (?:dias|days|plazo|prazo|tiempo|tempo|tenho|tengo|do i have|window) ~ ${goBack}`,
      `(?:puedo|posso|can i|se puede|podria|da para|pode|aceptan|aceitam|do you (?:accept|take)) ~ ${goBack}`,
      'quantos dias tenho|cuantos dias tengo|(?:politica|policy) de ~ (?:devol\\S*|return\\S*|cambio\\S*|troca\\S*)|return policy',
      `(?:tengo|tenho|hay|tem) ~ ${days} ~ ${goBack}`,
    ),
    query: {
      es: 'devolver arrepentirte días desde entrega',
      pt: 'desistir da compra devolução dias',
      en: 'days after delivery send back return',
    },
    proof: wording(
      `\\d+ ${days} (?:\\S+ ){0,14}(?:devol\\S*|retract\\S*|arrepent\\S*|desist\\S*|send back|return|entrega|delivery|recib\\S*|receb\\S*|sem explicar)`,
      `(?:devol\\S*|retracto|retract\\S*|arrepent\\S*|desist\\S*|send back|return) (?:\\S+ ){0,14}\\d+ ${days}`,
    ),
  },
  {
    kind: 'refund-time',
    asked: wording(
      `(?:cuando|quando|when|en cuanto|em quanto|cuanto tarda\\S*|quanto tempo|how long|demora) ~ (?:\\S+ )?${money}`,
      `${money} ~ (?:cuanto tarda|demora|quanto tempo|how long|cuando|quando|when)`,
    ),
    query: {
      es: 'reembolso días hábiles devolución',
      pt: 'reembolso dias úteis',
      en: 'refunds issued business days',
    },
    proof: wording(
      `(?:reembols\\S*|reintegr\\S*|refunds?|estorno|dinero|dinheiro) (?:\\S+ ){0,14}\\d+ (?:a \\d+ |to \\d+ )?(?:${days}|faturas|business)`,
      `(?:devolucion del dinero) (?:\\S+ ){0,10}\\d+ ${days}`,
    ),
  },
  {
    kind: 'claim-time',
    asked: wording(
      '(?:cuanto|quanto|how long|que tanto|demora\\S*) ~ (?:revis\\S*|procede|diagnost\\S*|reparar\\S*|reparo|conserto|laudo|arregl\\S*|repair|claim|analis\\S*|decirme|responder|garantia|warranty)',
    ),
    query: {
      es: 'garantía diagnóstico días hábiles video falla',
      pt: 'garantia laudo conserto dias úteis',
      en: 'warranty claim business days video',
    },
    proof: wording(
      `(?:garantia|warranty|diagnostico|laudo|falla|fault) (?:\\S+ ){0,40}\\d+ (?:business )?${days}`,
    ),
  },
  {
    kind: 'cash-on-delivery',
    asked: wording(
      'contra ?entrega|contra reembolso|cash on delivery|cod|pago al recibir|pagar al recibir|pagar na entrega|pagamento na entrega|pago en (?:la )?entrega',
    ),
    query: { es: 'pago contra entrega', pt: 'pagamento na entrega', en: 'cash on delivery' },
    say: /contra ?entrega|cash on delivery|na entrega|al recibir/iu,
    proof: wording('contra ?entrega|cash on delivery|na entrega|al recibir'),
  },
  {
    kind: 'instalments',
    asked: wording(
      'cuotas?|mensualidades|meses sin intereses|msi|parcel\\S*|sem juros|installments?|instalments?|split (?:it|the payment)|\\d{1,2} ?x|\\d{1,2} (?:vezes|cuotas|meses)|quantas vezes|a plazos|pay later|klarna|afterpay',
    ),
    query: {
      es: 'cuotas meses sin interés',
      pt: 'parcelamos vezes sem juros',
      en: 'split interest-free payments',
    },
    say: /cuotas|sin inter[eé]s|sem juros|interest-free|installments/iu,
    proof: wording(
      '\\d+ (?:y \\d+ )?(?:cuotas|meses sin|vezes|interest free|payments|mensualidades)|cuotas sin interes',
    ),
  },
  {
    kind: 'payment-means',
    asked: wording(
      '(?:medios?|formas?|metodos?|opciones|opcoes) de (?:pago|pagamento)|payment (?:methods?|options?)|ways to pay|how can i pay|como (?:puedo pagar|pago|posso pagar|se paga)',
      '(?:aceptan?|aceptas|reciben|recibes|aceita|aceitam|tomas|toman|do you (?:take|accept)|can i (?:pay|use)|puedo pagar|posso pagar|se puede pagar|pago|pagar|pay) ~ (?:tarjeta\\S*|cartao|card|cards|amex|visa|mastercard|paypal|pix|boleto|oxxo|nequi|pse|efecty|transfer\\S*|efectivo|dinheiro|cash|debito|credito|mercado pago|apple pay|google pay|crypto|bitcoin|dolares|vale|vale refeicao|gift card|cheque|spei|klarna)',
      '(?:what|que|cuales|quais|qual) (?:do you|do u|cosas|cartoes|tarjetas|cards|pagos)? ?(?:take|accept|aceptan|aceitam|reciben)',
      '(?:si|se|if) (?:pago|pagar|i pay|pagamos) ~ (?:transfer\\S*|pix|efectivo|cash|debito|boleto|a vista|tarjeta|cartao)',
      '(?:pix|transferencia|boleto|oxxo|efectivo) ~ (?:desconto|descuento|discount|demora|tarda|acredit\\S*|compensa\\S*|caer|cair)',
    ),
    query: {
      es: 'aceptamos formas de pago tarjetas',
      pt: 'aceitamos formas de pagamento cartão Pix',
      en: 'we take ways to pay Visa PayPal',
    },
    proof: wording(
      '(?:aceptamos|aceitamos|recibimos|we take|we accept|medios de pago|formas de pagamento) (?:\\S+ ){0,20}(?:tarjetas?|cartao|visa|debito|credito|pix|pse|transferencia|paypal)',
      'transferencia (?:\\S+ ){0,4}(?:descuento|tienda)',
    ),
  },
  {
    kind: 'promotion',
    asked: wording(
      '(?:descuentos?|descontos?|discounts?|cupon|cupones|cupom|cupons|coupons?|promo|promos|promocion\\S*|promocao|promocoes|promotion\\S*|codigo de descuento|promo code|ofertas?|rebajas?|black friday|buen fin|hot sale)',
    ),
    query: { es: 'código descuento promoción', pt: 'cupom desconto', en: 'code discount off' },
    proof: wording('(?:codigo|cupom|cupon|code|promocion|promocao) (?:\\S+ ){0,6}\\d+'),
  },
  {
    kind: 'pick-up',
    asked: wording(
      '(?:retirar\\S*|retiro|recoger\\S*|recojo|buscar|pasar a buscar|paso a buscar|pick (?:it )?up|pickup|retirada) ~ (?:tienda|bodega|local|loja|sucursal|store|warehouse|ahi|ahi mismo|deposito|hoy|persona|personalmente)',
      'tienda fisica|loja fisica|physical store',
    ),
    query: { es: 'retiro en tienda bodega', pt: 'retirada na loja', en: 'store pickup' },
    say: /retir|recoger|pick ?up/iu,
    proof: wording('(?:retiro|retirada|retirar|pickup|pick up|recoger)'),
  },
  {
    kind: 'fit',
    asked: wording(
      '(?:mide|mido|mede|meco|calzo|calco|chest|waist|cintura|pecho|busto|quadril|cadera|hips?|pie|pe|foot|feet|contorno|peito|inch|cm|measure) ~ (?:talla|talle|tamanho|tamano|size|numero|pego|compro|pido|fit|fits|servir|serve|queda)',
      '(?:talla|talle|tamanho|tamano|size|numero) ~ (?:me queda|me conviene|recom\\S*|pego|compro|pido|elijo|escolho|seria|soy|should|do i need|fits? me|for me|peco|me sirve|me serve)',
      '(?:what|que|qual|cual) (?:size|talla|talle|tamanho) (?:am i|soy|seria|sou|should i|do i)',
      'pie ancho|wide (?:foot|feet)|forma pequena|forma grande|viene (?:chico|grande)|true to size|runs? (?:small|large|big)|serve em quem|guia de tallas|tabela de medidas|size chart|\\d{2} (?:chest|waist)',
    ),
    query: {
      es: 'talla mide cm guía de tallas',
      pt: 'tamanho medidas cm tabela',
      en: 'size chart chest inch',
    },
    proof: wording(
      '\\d+ (?:\\d )?(?:a |to |por )?(?:\\d+ )?(?:\\d )?(?:cm|inch|inches|in)|chest|pecho|busto',
    ),
  },
  {
    kind: 'invoice',
    asked: wording(
      '(?:factura|facturan?|facturar|nota fiscal|nota|cfdi|invoice|boleta) ~ (?:a|empresa|datos|dados|rfc|cuit|cnpj|rut|nit|necesit\\S*|ocupan|piden|company|razon social|hacen|emiten|puedo|cambian|cambiar|pedir)',
      '(?:haces|hacen|hace|emiten|emites|emitem|me la pueden|pueden|dan|puedo pedir|posso pedir|do you|can i get) ~ (?:factura\\S*|facturar|nota fiscal|cfdi|invoice|receipt)',
      'que datos (?:ocupan|necesitan|piden)|facturar|facturame',
    ),
    query: { es: 'factura datos', pt: 'nota fiscal empresa CNPJ', en: 'receipt invoice' },
    proof: wording('(?:rfc|cuit|cnpj|rut|nit|receipt|invoice|factura)'),
  },
  {
    kind: 'freight',
    asked: wording(
      `(?:cuanto|quanto|how much|costo|custo|valor|precio|preco|price|cost|cuesta|vale|sale|cobran|cobram|gratis|free) ~ (?:el |la |o |de |do |del |for |is |e )?${send}`,
      `${send} ~ (?:cuanto|quanto|how much|costo|gratis|free|cuesta|custa|vale|sale|sai|fica|ca|alla|aqui)`,
      `${send} (?:a|para|pra|ate|to|hasta) (?!(?:mi|meu|my|this|esta|essa|otra|outra) )\\p{L}{3,}`,
      `(?:con|com|with) ${send}`,
      '(?:how much is|what does|what s) (?:\\S+ ){0,2}(?:shipping|delivery)',
    ),
    query: {
      es: 'envío cuesta gratis tienda en línea',
      pt: 'frete custa grátis loja',
      en: 'shipping free standard express costs',
    },
    say: /\$|gr[aá]tis|\bfree\b/iu,
    proof: wording(
      `${send} (?:\\S+ ){0,8}(?:cuesta|sale|vale|custa|costs?|gratis|free|mxn|r)`,
      'standard (?:\\S+ ){0,8}free|express (?:\\S+ ){0,8}costs',
    ),
  },
  {
    kind: 'delivery-time',
    asked: wording(
      '(?:cuanto|quanto|how long|cuantos dias|quantos dias|en cuanto|demora|que tanto) ~ (?:tarda\\S*|demora\\S*|tempo|tiempo|takes?|llega\\S*|chega\\S*|it take)',
      'cuanto tarda|cuanto demora|quanto tempo|quanto demora|demora quanto|how long|tiempo de entrega|prazo de entrega|plazo de entrega|delivery time|shipping time',
      '(?:envian|envias|enviam|entregam|entregan|llegan|mandan|despachan|do you (?:ship|deliver)|hacen envios|fazem entrega|ship|deliver|shipping) ~ (?:a|para|em|no|na|to|hasta|ate)',
    ),
    query: {
      es: 'envíos entrega días hábiles',
      pt: 'entrega leva dias úteis',
      en: 'shipping takes business days',
    },
    say: /h[aá]biles|[uú]teis|\bdays\b|\bd[ií]as\b/iu,
    proof: wording('(?:habiles|uteis|business days)'),
  },
];

const somewhere = wording(
  `${send} (?:\\S+ ){0,2}(?:a|para|to|ate|hasta) (?!(?:mi|meu|my|la|el|o|casa|este|esse|this|the|domicilio|cuanto|quanto) )\\p{L}{3,}`,
  '(?:moro em|vivo en|soy de|sou de|estoy en|estou em|i live in|i m in)',
);

/** The kinds that the words ask about; a way back or a refund is no freight. */
export const policyKindsIn = (text: string): readonly PolicyKind[] => {
  const plain = plainWords(text);
  const kinds = policies.filter(({ asked }) => asked.test(plain)).map(({ kind }) => kind);
  // Where to tells both what it costs and how long it takes.
  if (kinds.includes('freight') && !kinds.includes('delivery-time') && somewhere.test(plain))
    kinds.push('delivery-time');
  const has = (...ones: readonly PolicyKind[]): boolean => ones.some((one) => kinds.includes(one));
  return kinds.filter((kind) => {
    if (kind === 'freight') return !has('return-cost');
    if (kind === 'delivery-time') return !has('return-term', 'refund-time', 'claim-time', 'payment-means');
    if (kind === 'promotion') return !has('payment-means');
    return true;
  });
};

const byKind: ReadonlyMap<PolicyKind, Policy> = new Map(policies.map((one) => [one.kind, one]));

/** Throws for a kind without a policy: the table is wrong. */
export const policyOf = (kind: PolicyKind): Policy => {
  const policy = byKind.get(kind);
  if (policy === undefined) throw new Error(`no policy is called ${kind}`);
  return policy;
};
