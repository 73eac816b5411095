/** The words of the command-line desk in the languages of the seller's people. */

export const deskLocales = ['zh-CN', 'en', 'es', 'pt-BR'] as const;
export type DeskLocale = (typeof deskLocales)[number];

type Words = {
  readonly nothing: string;
  readonly draft: string;
  readonly escalation: string;
  readonly because: string;
  readonly agent: string;
  readonly conversation: string;
  readonly buyer: string;
  readonly suggested: string;
  readonly due: string;
  readonly actions: string;
};

export const deskWords: Readonly<Record<DeskLocale, Words>> = {
  'zh-CN': {
    nothing: '没有等待处理的会话。',
    draft: '[草稿]',
    escalation: '[转人工]',
    because: '原因',
    agent: '客服',
    conversation: '会话',
    buyer: '买家',
    suggested: '建议回复',
    due: '最晚处理时间',
    actions: '平台可选操作',
  },
  en: {
    nothing: 'Nothing waits.',
    draft: '[draft]',
    escalation: '[case]',
    because: 'because',
    agent: 'agent',
    conversation: 'conversation',
    buyer: 'buyer',
    suggested: 'suggested',
    due: 'due',
    actions: 'the platform allows',
  },
  es: {
    nothing: 'No hay nada en espera.',
    draft: '[borrador]',
    escalation: '[caso]',
    because: 'motivo',
    agent: 'agente',
    conversation: 'conversación',
    buyer: 'comprador',
    suggested: 'sugerencia',
    due: 'vence',
    actions: 'la plataforma permite',
  },
  'pt-BR': {
    nothing: 'Nada esperando.',
    draft: '[rascunho]',
    escalation: '[caso]',
    because: 'motivo',
    agent: 'atendente',
    conversation: 'conversa',
    buyer: 'comprador',
    suggested: 'sugestão',
    due: 'vence',
    actions: 'a plataforma permite',
  },
};
