/** The words of a summary, in the languages that agents read. */
import type { AgentLocale } from '../agent-locale.ts';

export type SummaryWords = {
  readonly wants: string;
  readonly alsoWants: string;
  readonly urgent: string;
  readonly says: string;
  readonly mood: string;
  readonly writes: (language: string, messages: string) => string;
  readonly facts: string;
  readonly noOrder: string;
  readonly order: string;
  readonly placed: string;
  readonly total: string;
  readonly payment: string;
  readonly shipBy: string;
  readonly parcel: string;
  readonly estimated: string;
  readonly delivered: string;
  readonly cancelled: string;
  readonly returned: string;
  readonly returnUntil: string;
  readonly refund: string;
  readonly expectedBy: string;
  readonly item: string;
  readonly stock: string;
  readonly tried: string;
  readonly nothing: string;
  readonly asked: Readonly<Record<'order_number' | 'person' | 'confirmation', string>>;
  readonly personAnswered: string;
  readonly elsewhere: string;
  readonly promised: string;
  readonly toldToWait: string;
  readonly noTime: string;
  readonly because: string;
  readonly claim: string;
  readonly stage: string;
  readonly allowed: string;
  readonly platformDue: string;
};

export const summaryWords: Readonly<Record<AgentLocale, SummaryWords>> = {
  'zh-CN': {
    wants: '买家诉求：',
    alsoWants: '另外：',
    urgent: '紧急',
    says: '原话：',
    mood: '情绪：',
    writes: (language, messages) => `语言 ${language}，共 ${messages} 条消息`,
    facts: '事实：',
    noOrder: '未查到订单',
    order: '订单',
    placed: '下单',
    total: '金额',
    payment: '付款',
    shipBy: '应发货',
    parcel: '物流',
    estimated: '预计送达',
    delivered: '已送达',
    cancelled: '已取消',
    returned: '退货',
    returnUntil: '可退至',
    refund: '退款',
    expectedBy: '预计到账',
    item: '商品',
    stock: '库存',
    tried: '已尝试：',
    nothing: '尚未答复',
    asked: { order_number: '询问了订单号', person: '询问是否转人工', confirmation: '请买家确认新地址' },
    personAnswered: '人工已答复',
    elsewhere: '同事在平台后台已回复',
    promised: '已承诺：',
    toldToWait: '已告知会有人工答复',
    noTime: '未承诺时间',
    because: '转人工原因：',
    claim: '平台纠纷：',
    stage: '阶段',
    allowed: '可执行',
    platformDue: '平台时限',
  },
  en: {
    wants: 'The buyer ',
    alsoWants: 'also: ',
    urgent: 'urgent',
    says: 'Words: ',
    mood: 'Mood: ',
    writes: (language, messages) => `writes ${language}, messages: ${messages}`,
    facts: 'Facts: ',
    noOrder: 'no order found',
    order: 'order',
    placed: 'placed',
    total: 'total',
    payment: 'payment',
    shipBy: 'ship by',
    parcel: 'parcel',
    estimated: 'expected',
    delivered: 'delivered',
    cancelled: 'cancelled',
    returned: 'return',
    returnUntil: 'returnable until',
    refund: 'refund',
    expectedBy: 'expected by',
    item: 'item',
    stock: 'stock',
    tried: 'Tried: ',
    nothing: 'no answer yet',
    asked: {
      order_number: 'asked for the order number',
      person: 'asked whether a person should look',
      confirmation: 'repeated the new address for a yes',
    },
    personAnswered: 'a person answered',
    elsewhere: "a colleague answered in the platform's own tool",
    promised: 'Promised: ',
    toldToWait: 'told that a person will answer',
    noTime: 'no time promised',
    because: 'Handed over: ',
    claim: 'Claim: ',
    stage: 'stage',
    allowed: 'allowed',
    platformDue: 'due at the platform',
  },
  es: {
    wants: 'El comprador ',
    alsoWants: 'además: ',
    urgent: 'urgente',
    says: 'Dice: ',
    mood: 'Ánimo: ',
    writes: (language, messages) => `escribe en ${language}, mensajes: ${messages}`,
    facts: 'Datos: ',
    noOrder: 'no se encontró el pedido',
    order: 'pedido',
    placed: 'comprado',
    total: 'total',
    payment: 'pago',
    shipBy: 'despachar hasta',
    parcel: 'envío',
    estimated: 'previsto',
    delivered: 'entregado',
    cancelled: 'cancelado',
    returned: 'devolución',
    returnUntil: 'se devuelve hasta',
    refund: 'reembolso',
    expectedBy: 'previsto para',
    item: 'producto',
    stock: 'existencias',
    tried: 'Se intentó: ',
    nothing: 'aún sin respuesta',
    asked: {
      order_number: 'se le pidió el número de pedido',
      confirmation: 'se le repitió la nueva dirección para que la confirme',
      person: 'se le preguntó si quiere una persona',
    },
    personAnswered: 'respondió una persona',
    elsewhere: 'un colega respondió en la plataforma',
    promised: 'Prometido: ',
    toldToWait: 'se le dijo que responde una persona',
    noTime: 'sin hora prometida',
    because: 'Motivo del pase: ',
    claim: 'Reclamo: ',
    stage: 'etapa',
    allowed: 'permitido',
    platformDue: 'plazo de la plataforma',
  },
  'pt-BR': {
    wants: 'O comprador ',
    alsoWants: 'também: ',
    urgent: 'urgente',
    says: 'Diz: ',
    mood: 'Humor: ',
    writes: (language, messages) => `escreve em ${language}, mensagens: ${messages}`,
    facts: 'Dados: ',
    noOrder: 'pedido não encontrado',
    order: 'pedido',
    placed: 'comprado',
    total: 'total',
    payment: 'pagamento',
    shipBy: 'despachar até',
    parcel: 'envio',
    estimated: 'previsto',
    delivered: 'entregue',
    cancelled: 'cancelado',
    returned: 'devolução',
    returnUntil: 'devolve até',
    refund: 'reembolso',
    expectedBy: 'previsto para',
    item: 'produto',
    stock: 'estoque',
    tried: 'Já tentado: ',
    nothing: 'ainda sem resposta',
    asked: {
      order_number: 'pedimos o número do pedido',
      person: 'perguntamos se quer uma pessoa',
      confirmation: 'repetimos o novo endereço para confirmar',
    },
    personAnswered: 'uma pessoa respondeu',
    elsewhere: 'um colega respondeu na plataforma',
    promised: 'Prometido: ',
    toldToWait: 'avisado de que uma pessoa responde',
    noTime: 'sem horário prometido',
    because: 'Motivo do repasse: ',
    claim: 'Reclamação: ',
    stage: 'etapa',
    allowed: 'permitido',
    platformDue: 'prazo da plataforma',
  },
};

/** Statuses that platforms write most, folded to one spelling; any other is shown as it came. */
const statuses: readonly (readonly [Readonly<Record<AgentLocale, string>>, readonly string[]])[] = [
  [
    { 'zh-CN': '未付款', en: 'unpaid', es: 'sin pagar', 'pt-BR': 'não pago' },
    ['unpaid', 'payment_required', 'pending_payment', 'waiting_payment'],
  ],
  [
    { 'zh-CN': '已付款', en: 'paid', es: 'pagado', 'pt-BR': 'pago' },
    ['paid', 'approved', 'confirmed', 'completed'],
  ],
  [
    { 'zh-CN': '待处理', en: 'pending', es: 'pendiente', 'pt-BR': 'pendente' },
    ['pending', 'processing', 'in_process', 'open', 'requested'],
  ],
  [
    { 'zh-CN': '备货中', en: 'being prepared', es: 'en preparación', 'pt-BR': 'em preparação' },
    ['preparing', 'handling', 'ready_to_ship'],
  ],
  [
    { 'zh-CN': '运输中', en: 'on the way', es: 'en camino', 'pt-BR': 'a caminho' },
    ['shipped', 'in_transit', 'sent', 'dispatched', 'on_the_way'],
  ],
  [
    { 'zh-CN': '派送中', en: 'out for delivery', es: 'en reparto', 'pt-BR': 'saiu para entrega' },
    ['out_for_delivery'],
  ],
  [{ 'zh-CN': '延误', en: 'delayed', es: 'demorado', 'pt-BR': 'atrasado' }, ['delayed', 'stuck', 'late']],
  [{ 'zh-CN': '已送达', en: 'delivered', es: 'entregado', 'pt-BR': 'entregue' }, ['delivered', 'received']],
  [
    { 'zh-CN': '未送达', en: 'not delivered', es: 'no entregado', 'pt-BR': 'não entregue' },
    ['not_delivered', 'undelivered', 'delivery_failed', 'lost'],
  ],
  [{ 'zh-CN': '已取消', en: 'cancelled', es: 'cancelado', 'pt-BR': 'cancelado' }, ['cancelled', 'canceled']],
  [
    { 'zh-CN': '已退款', en: 'refunded', es: 'reembolsado', 'pt-BR': 'reembolsado' },
    ['refunded', 'reimbursed'],
  ],
  [
    { 'zh-CN': '被拒绝', en: 'rejected', es: 'rechazado', 'pt-BR': 'recusado' },
    ['rejected', 'declined', 'refused'],
  ],
];

export const statusIn = (status: string, locale: AgentLocale): string => {
  const folded = status
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const known = statuses.find(([, spellings]) => spellings.includes(folded));
  return known?.[0][locale] ?? status.replaceAll('_', ' ').trim();
};
