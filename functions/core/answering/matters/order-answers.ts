/** What the facts of an order say to the very words of a buyer, whatever the message as a whole was taken for. */
import type { Order } from '../../domain/facts.ts';
import type { Intent } from '../../domain/intent.ts';
import { isWorded } from '../evidence.ts';
import { wording } from '../plain-words.ts';
import { asCode, stageOfOrder } from '../shipping-stage.ts';
import { invoice } from '../situations/money.ts';
import { asksHowLong, deadline, returnStanding } from '../situations/returns.ts';
import {
  madeSlot,
  orderSlot,
  situation,
  type Background,
  type Question,
  type Situation,
} from '../situations/situation.ts';
import { cancelled, where } from '../situations/where.ts';
import { orderDetails, tellDetail, type OrderDetail, type ToldDetail } from './order-details.ts';
import { detailQuestions } from './order-questions.ts';

/** What was told, and the intents that want no more than it. */
export type Answers = { readonly situations: readonly Situation[]; readonly settles: readonly Intent[] };

const nothing: Answers = { situations: [], settles: [] };

/** As the first tier hears it, sure or not: what "when" is about where the words leave it open. */
export type Heard = { readonly plain: string; readonly intents: readonly Intent[] };

const asksWhere = wording(
  '(?:donde|adonde|onde|por donde|where) (?:esta|estan|anda|andan|viene|vienen|va|van|quedo|fica|ficou|is|s|are|did)',
  'cade|(?:where s|where is|where are) (?:my|the|our)',
  '(?:cuando|quando|que dia|qual dia|a que hora|en cuanto|when|what day) (?:me |nos |te |lo |la |o |a |vao |vai |van a |va a |will |does |is |do |would |can |should |it |my |the |i )*(?:llega|llegan|llegaria|llegara|llegar|entregan|entregaran|entregam|entregar|viene|vienen|recibo|recibire|chega|chegam|chegar|chegara|vem|receber|recebo|mandan|envian|despachan|despacharon|despacham|mandam|enviam|sale|salen|sai|saem|postam|arrive|arrives|come|comes|coming|gets?|getting|ship|ships|shipped|delivered|deliver|receive|leave|expect)',
  '(?:cuando|quando|when) ~ (?:llega|llegan|llegaria|chega|chegar|arrives?|ships?|shipping|gets? here|comes|delivered|despachan|envian|enviam|entregan|entregam|be here)',
  '(?:ya|ja|todavia no|aun no|ainda nao) (?:me |lo |la |los |las |o |a |foi |foram |fue |esta |han |a )*(?:salio|salieron|enviaron|envio|enviado|enviada|enviou|enviaram|mandaron|mandou|mandaram|despacharon|despacho|despachado|despachou|despacharam|despachan|postaram|postou|postado|saiu|viene|va|sale|en camino|a caminho|llega|llego|chegou|chega|embarco|embarcaron)',
  '(?:va a|van a|vai|vao|voy a|vou) (?:llegar|chegar|recibir|receber|alcanzar)',
  '(?:has|have|did|is|was) (?:it|my|the|you|they) ~ (?:ship|shipped|shipping|left|leave|sent|arrive|arriving|come|coming|here|delivered|dispatched|on (?:its|the) way)',
  '(?:como|que paso|que onda|que pasa|what s up|what happened|how s|any news|noticias|novedades|novidade\\S*|status|estado|estatus|estatus|update) ~ (?:pedido|compra|paquete|envio|pacote|encomenda|orden|order|package|parcel|entrega)',
  '(?:como|how) (?:va|viene|vienen|esta|anda|s|is) (?:mi|o meu|meu|la|el|a minha|minha|my|the)',
  '(?:en que|em que) (?:anda|va|quedo|pe) ~ (?:pedido|compra|envio|paquete)?',
  '(?:otro|outro|otra|outra|other) (?:one|pedido|order|compra|orden)',
);

/** Which of return and exchange a question of time is about. */
const asksExchange = wording(
  '(?:cambi\\S*|troc\\S*|exchange\\S*|swap\\S*|otra talla|otro talle|outro tamanho|another size|different size)',
);
const asksReturn = wording(
  '(?:devol\\S*|devuel\\S*|regres\\S*|return\\S*|send (?:it|them|this|that)? ?back|retract\\S*|arrepent\\S*|desist\\S*|retorn\\S*|take it back)',
);

const asksInvoice = wording(
  '(?:factura|facturas|nota fiscal|nota|nf|nfe|nf e|danfe|invoice|boleta|comprobante|receipt|cupom fiscal|cfdi) ~ (?:numero|number|num|nro|fecha|data|date|emitida|emitiu|emitieron|issued|listo|lista|saiu|salio|ya|ja|donde|onde|where)',
  '(?:numero|number|num|nro|cual|qual|que|what|tipo|fecha|data|date|donde|onde|where|ya|ja|saber|cade|send|envi\\S*|mand\\S*|pas\\S*|necesito|preciso|need|quiero|quero|tienen|tem) ~ (?:factura|nota fiscal|nota|nf|nfe|danfe|invoice|boleta|comprobante|receipt|cfdi)',
);

const asksIfCancelled = wording(
  '(?:cancel\\S*|anula\\S*) ~ (?:mesmo|mismo|de verdad|really|ya|ja|listo|confirm\\S*|quedo|ficou)',
  '(?:ya|ja|foi|fue|quedo|ficou|esta|is|was|did|got|has been|se) (?:it |my order |\\S+ )?(?:cancel\\S*|anula\\S*)',
);

const details = (
  order: Order,
  { plain, intents }: Heard,
  background: Background,
): { readonly told: readonly ToldDetail[]; readonly settles: readonly Intent[] } => {
  const asked = detailQuestions
    .filter(({ asked: pattern }) => pattern.test(plain))
    .filter(({ only }) => only === undefined || only.some((intent) => intents.includes(intent)))
    .filter(({ tells: [first] }) => tellDetail(first, order, background) !== null);
  const names = new Set<OrderDetail>(asked.flatMap(({ tells }) => tells));
  const ordered = Object.keys(orderDetails).filter((name): name is OrderDetail =>
    [...names].some((one) => one === name),
  );
  return {
    told: ordered.flatMap((name) => tellDetail(name, order, background) ?? []),
    settles: asked.flatMap(({ settles }) => settles),
  };
};

const detailSituation = (order: Order, told: readonly ToldDetail[]): Situation | null => {
  const slots = orderSlot(order);
  if (told.length === 0 || slots['order'] === undefined) return null;
  return {
    ...situation('order.details', {
      slots: { ...slots, ...madeSlot('details', told.map(({ words }) => words).join('; '), null) },
      basis: told.map(({ fact }) => fact),
    }),
    details: told,
  };
};

/** Until when it may go back or be exchanged, for who only asks; what is under way already is told instead. */
const deadlines = (order: Order, { plain, intents }: Heard, background: Background): Answers => {
  const exchange = asksExchange.test(plain);
  const back = asksReturn.test(plain);
  const heard = intents.some((intent) => intent === 'return_request' || intent === 'exchange_request');
  if (!asksHowLong(plain) || !(exchange || back || heard)) return nothing;
  const kinds = [
    ...(exchange || (!back && intents.includes('exchange_request')) ? (['exchange'] as const) : []),
    ...(back || (!exchange && !intents.includes('exchange_request')) ? (['return'] as const) : []),
  ];
  const standing = returnStanding(order, background);
  const situations =
    standing.length > 0 ? standing : kinds.flatMap((kind) => deadline(kind, order, background) ?? []);
  return situations.length === 0
    ? nothing
    : { situations, settles: ['return_request', 'exchange_request', 'order_cancel', 'warranty_repair'] };
};

const located = (order: Order, { plain, intents }: Heard, background: Background): Answers => {
  const isGone = stageOfOrder(order) === 'cancelled';
  if (isGone && asksIfCancelled.test(plain))
    return { situations: cancelled(order, background), settles: ['order_cancel', 'order_status'] };
  // "When does it come" is said of money too.
  if (!asksWhere.test(plain) || (intents.includes('refund_status') && isWorded('refund_status', plain)))
    return nothing;
  const saysLate = intents.includes('shipping_delay');
  return {
    situations: where(order, saysLate, background),
    settles: ['order_status', 'shipping_delay', 'product_question', 'other_out_of_scope'],
  };
};

const invoiced = (order: Order, question: Question, plain: string, background: Background): Answers => {
  if (order.invoice === undefined || !asksInvoice.test(plain)) return nothing;
  const told = invoice(order, question, background);
  return told.person
    ? nothing
    : { situations: [told], settles: ['invoice_request', 'warranty_repair', 'other_out_of_scope'] };
};

/** A parcel that went back and is not here yet: asked for, it is told as it stands. */
const awaited = (order: Order, { plain }: Heard, background: Background): Answers => {
  const received = detailQuestions.find(({ tells: [first] }) => first === 'returnReceived');
  const last = order.returns.at(-1);
  if (received?.asked.test(plain) !== true || last === undefined || last.receivedAt !== undefined)
    return nothing;
  if (asCode(last.status) === 'cancelled') return nothing;
  const situations = returnStanding(order, background);
  return { situations, settles: received.settles };
};

const joined = (all: readonly Answers[]): Answers => ({
  situations: all.flatMap(({ situations }) => situations),
  settles: [...new Set(all.flatMap(({ settles }) => settles))],
});

/** Everything that the order says to these words; empty where they ask nothing that it holds. */
export const orderAnswers = (
  order: Order,
  question: Question,
  heard: Heard,
  background: Background,
): Answers => {
  const single = details(order, heard, background);
  const said = detailSituation(order, single.told);
  const back = awaited(order, heard, background);
  const isBack = back.situations.length > 0 || single.told.some(({ fact }) => fact.endsWith('.receivedAt'));
  return joined([
    // What the buyer sent is on its way to us: where our own parcel went is not asked.
    isBack ? nothing : located(order, heard, background),
    deadlines(order, heard, background),
    invoiced(order, question, heard.plain, background),
    back,
    said === null ? nothing : { situations: [said], settles: single.settles },
  ]);
};
