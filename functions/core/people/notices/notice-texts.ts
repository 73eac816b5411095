/** The words of notices to agents, in the languages that they read. */
import type { AgentLocale } from '../agent-locale.ts';
import type { NoticeKind } from './notice-kinds.ts';

type NoticeTexts = {
  readonly titles: Readonly<Record<NoticeKind, string>>;
  readonly digest: (count: string) => string;
  readonly more: (count: string) => string;
  readonly inbox: string;
  readonly language: string;
  readonly promised: string;
  /** Before what opens the case: an address or a command. */
  readonly open: string;
};

export const noticeTexts: Readonly<Record<AgentLocale, NoticeTexts>> = {
  'zh-CN': {
    titles: {
      assigned: '有工单分配给你',
      reminder: '提醒：买家在等待',
      raised: '工单已升级给你',
      unassigned: '工单无人可接',
      overdue: '已超过向买家承诺的时间',
    },
    digest: (count) => `${count} 个工单等待处理`,
    more: (count) => `另有 ${count} 个`,
    inbox: '收件箱',
    language: '语言：',
    promised: '已承诺不晚于：',
    open: '打开：',
  },
  en: {
    titles: {
      assigned: 'A case is yours',
      reminder: 'Reminder: a buyer is waiting',
      raised: 'A case was raised to you',
      unassigned: 'A case that nobody can take',
      overdue: 'Past the time that the buyer was promised',
    },
    digest: (count) => `${count} cases are waiting`,
    more: (count) => `and ${count} more`,
    inbox: 'Inbox',
    language: 'language: ',
    promised: 'promised by: ',
    open: 'Open: ',
  },
  es: {
    titles: {
      assigned: 'Un caso es tuyo',
      reminder: 'Recordatorio: un comprador espera',
      raised: 'Te elevaron un caso',
      unassigned: 'Un caso que nadie puede tomar',
      overdue: 'Pasó la hora prometida al comprador',
    },
    digest: (count) => `${count} casos esperan`,
    more: (count) => `y ${count} más`,
    inbox: 'Bandeja',
    language: 'idioma: ',
    promised: 'prometido para antes de: ',
    open: 'Abrir: ',
  },
  'pt-BR': {
    titles: {
      assigned: 'Um caso é seu',
      reminder: 'Lembrete: um comprador espera',
      raised: 'Um caso subiu para você',
      unassigned: 'Um caso que ninguém pode assumir',
      overdue: 'Passou do horário prometido ao comprador',
    },
    digest: (count) => `${count} casos esperam`,
    more: (count) => `e mais ${count}`,
    inbox: 'Caixa de entrada',
    language: 'idioma: ',
    promised: 'prometido até: ',
    open: 'Abrir: ',
  },
};
