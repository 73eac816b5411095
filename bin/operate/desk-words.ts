/** The words of the command-line desk in the languages of the seller's people. */

export const deskLocales = ['zh-CN', 'en', 'es', 'pt-BR'] as const;
export type DeskLocale = (typeof deskLocales)[number];

type Words = {
  readonly nothing: string;
  readonly draft: string;
  readonly escalation: string;
  readonly action: string;
  readonly wanted: string;
  readonly because: string;
  readonly agent: string;
  readonly conversation: string;
  readonly buyer: string;
  readonly suggested: string;
  readonly due: string;
  readonly actions: string;
  readonly promised: string;
  readonly overdue: string;
  readonly why: string;
};

export const deskWords: Readonly<Record<DeskLocale, Words>> = {
  'zh-CN': {
    nothing: '没有等待处理的会话。',
    draft: '[草稿]',
    escalation: '[转人工]',
    action: '[待批准操作]',
    wanted: '买家要求',
    because: '原因',
    agent: '客服',
    conversation: '会话',
    buyer: '买家',
    suggested: '建议回复',
    due: '最晚处理时间',
    actions: '平台可选操作',
    promised: '已承诺不晚于',
    overdue: '（已逾期）',
    why: '分配原因',
  },
  en: {
    nothing: 'Nothing waits.',
    draft: '[draft]',
    escalation: '[case]',
    action: '[action]',
    wanted: 'the buyer wants',
    because: 'because',
    agent: 'agent',
    conversation: 'conversation',
    buyer: 'buyer',
    suggested: 'suggested',
    due: 'due',
    actions: 'the platform allows',
    promised: 'promised by',
    overdue: '(overdue)',
    why: 'why this person',
  },
  es: {
    nothing: 'No hay nada en espera.',
    draft: '[borrador]',
    escalation: '[caso]',
    action: '[acción]',
    wanted: 'el comprador quiere',
    because: 'motivo',
    agent: 'agente',
    conversation: 'conversación',
    buyer: 'comprador',
    suggested: 'sugerencia',
    due: 'vence',
    actions: 'la plataforma permite',
    promised: 'prometido para antes de',
    overdue: '(vencido)',
    why: 'por qué esta persona',
  },
  'pt-BR': {
    nothing: 'Nada esperando.',
    draft: '[rascunho]',
    escalation: '[caso]',
    action: '[ação]',
    wanted: 'o comprador quer',
    because: 'motivo',
    agent: 'atendente',
    conversation: 'conversa',
    buyer: 'comprador',
    suggested: 'sugestão',
    due: 'vence',
    actions: 'a plataforma permite',
    promised: 'prometido até',
    overdue: '(vencido)',
    why: 'por que esta pessoa',
  },
};
