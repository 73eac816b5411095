/** The reason of a routing as a person reads it: which group and level, why these, and what decided. */
import type { AgentLocale } from '../agent-locale.ts';
import { generalGroupId } from './groups.ts';
import type { LevelRule, RoutingRule, Unable, Why } from './why.ts';

type Counted = {
  readonly able: string;
  readonly considered: string;
  readonly open: string;
  readonly capacity: string;
};

type Words = {
  readonly group: (group: string, by: string) => string;
  readonly general: string;
  readonly aspects: Readonly<Record<Why['groupBy'][number], string>>;
  readonly levels: Readonly<Record<Why['level'], string>>;
  readonly levelRules: Readonly<Record<LevelRule, string>>;
  readonly rules: Readonly<Record<RoutingRule, (counted: Counted) => string>>;
  readonly unable: Readonly<Record<keyof Unable, string>>;
  readonly notSpeaking: string;
  /** Between the parts of a list, after a count, around what is put in brackets. */
  readonly marks: {
    readonly comma: string;
    readonly colon: string;
    readonly brackets: readonly [string, string];
  };
};

const latin = { comma: ', ', colon: ': ', brackets: [' (', ')'] } as const;

const words: Readonly<Record<AgentLocale, Words>> = {
  'zh-CN': {
    group: (group, by) => `技能组“${group}”（按${by}）`,
    general: '通用组',
    aspects: { reason: '转人工原因', intent: '问题类型', channel: '渠道', language: '语言', vip: 'VIP' },
    levels: { 'front-line': '一线客服', senior: '资深客服', supervisor: '主管' },
    levelRules: {
      asked: '已升级到此级别',
      vip: 'VIP 买家',
      'grave-reason': '原因严重',
      group: '该组从此级别开始',
      first: '默认级别',
      'highest-there': '组内最高级别',
    },
    rules: {
      'returning-buyer': () => '此前接待过该买家，且现在可以接手。',
      'only-one-able': ({ considered }) => `${considered} 人中唯一可以接手的。`,
      'speaks-the-language': ({ able }) => `${able} 名可接手者中唯一会说买家语言的。`,
      'least-loaded': ({ able, open, capacity }) =>
        `${able} 名可接手者中负载最低（${open}/${capacity} 个工单）。`,
      'equal-share': ({ able, open, capacity }) =>
        `${able} 名可接手者中有几人负载同为最低（${open}/${capacity} 个工单），按固定抽签选出。`,
      'nobody-able': ({ considered }) => `${considered} 人中无人可以接手`,
    },
    unable: {
      declined: '未接或退回此工单',
      language: '不会说买家的语言',
      outsideShift: '不在班次内',
      absent: '不在线',
      full: '已满',
    },
    notSpeaking: '不会说买家的语言，需要翻译。',
    marks: { comma: '，', colon: '：', brackets: ['（', '）'] },
  },
  en: {
    group: (group, by) => `Group "${group}" (by ${by})`,
    general: 'General group',
    aspects: { reason: 'reason', intent: 'intent', channel: 'channel', language: 'language', vip: 'VIP' },
    levels: { 'front-line': 'front line', senior: 'senior', supervisor: 'supervisor' },
    levelRules: {
      asked: 'raised to it',
      vip: 'VIP buyer',
      'grave-reason': 'grave reason',
      group: 'the group begins there',
      first: 'where cases begin',
      'highest-there': 'the highest that the group has',
    },
    rules: {
      'returning-buyer': () => 'Answered this buyer before and is able now.',
      'only-one-able': ({ considered }) => `The only one able of ${considered}.`,
      'speaks-the-language': ({ able }) => `The only one of ${able} able who speaks the buyer's language.`,
      'least-loaded': ({ able, open, capacity }) =>
        `The least loaded of ${able} able (${open} of ${capacity} cases).`,
      'equal-share': ({ able, open, capacity }) =>
        `One of the equally least loaded of ${able} able (${open} of ${capacity} cases), by a fixed lot.`,
      'nobody-able': ({ considered }) => `Nobody of ${considered} is able`,
    },
    unable: {
      declined: 'did not take it or gave it back',
      language: "do not speak the buyer's language",
      outsideShift: 'off shift',
      absent: 'not online',
      full: 'full',
    },
    notSpeaking: "Does not speak the buyer's language: translation is needed.",
    marks: latin,
  },
  es: {
    group: (group, by) => `Grupo «${group}» (por ${by})`,
    general: 'Grupo general',
    aspects: {
      reason: 'motivo',
      intent: 'tipo de problema',
      channel: 'canal',
      language: 'idioma',
      vip: 'VIP',
    },
    levels: { 'front-line': 'primera línea', senior: 'sénior', supervisor: 'supervisión' },
    levelRules: {
      asked: 'se elevó a este nivel',
      vip: 'comprador VIP',
      'grave-reason': 'motivo grave',
      group: 'el grupo empieza ahí',
      first: 'donde empiezan los casos',
      'highest-there': 'el más alto del grupo',
    },
    rules: {
      'returning-buyer': () => 'Ya atendió a este comprador y puede tomarlo ahora.',
      'only-one-able': ({ considered }) => `La única persona disponible de ${considered}.`,
      'speaks-the-language': ({ able }) =>
        `La única de ${able} disponibles que habla el idioma del comprador.`,
      'least-loaded': ({ able, open, capacity }) =>
        `La menos cargada de ${able} disponibles (${open} de ${capacity} casos).`,
      'equal-share': ({ able, open, capacity }) =>
        `Una de las menos cargadas por igual de ${able} disponibles (${open} de ${capacity} casos), por sorteo fijo.`,
      'nobody-able': ({ considered }) => `Nadie de ${considered} puede tomarlo`,
    },
    unable: {
      declined: 'no lo tomaron o lo devolvieron',
      language: 'no hablan el idioma del comprador',
      outsideShift: 'fuera de turno',
      absent: 'sin conexión',
      full: 'al completo',
    },
    notSpeaking: 'No habla el idioma del comprador: hace falta traducción.',
    marks: latin,
  },
  'pt-BR': {
    group: (group, by) => `Grupo "${group}" (por ${by})`,
    general: 'Grupo geral',
    aspects: {
      reason: 'motivo',
      intent: 'tipo de problema',
      channel: 'canal',
      language: 'idioma',
      vip: 'VIP',
    },
    levels: { 'front-line': 'primeira linha', senior: 'sênior', supervisor: 'supervisão' },
    levelRules: {
      asked: 'subiu para este nível',
      vip: 'comprador VIP',
      'grave-reason': 'motivo grave',
      group: 'o grupo começa aí',
      first: 'onde os casos começam',
      'highest-there': 'o mais alto do grupo',
    },
    rules: {
      'returning-buyer': () => 'Já atendeu este comprador e pode assumir agora.',
      'only-one-able': ({ considered }) => `A única pessoa disponível de ${considered}.`,
      'speaks-the-language': ({ able }) => `A única de ${able} disponíveis que fala o idioma do comprador.`,
      'least-loaded': ({ able, open, capacity }) =>
        `A menos carregada de ${able} disponíveis (${open} de ${capacity} casos).`,
      'equal-share': ({ able, open, capacity }) =>
        `Uma das menos carregadas por igual de ${able} disponíveis (${open} de ${capacity} casos), por sorteio fixo.`,
      'nobody-able': ({ considered }) => `Ninguém de ${considered} pode assumir`,
    },
    unable: {
      declined: 'não assumiram ou devolveram',
      language: 'não falam o idioma do comprador',
      outsideShift: 'fora do turno',
      absent: 'sem conexão',
      full: 'lotados',
    },
    notSpeaking: 'Não fala o idioma do comprador: precisa de tradução.',
    marks: latin,
  },
};

const groupWords = ({ group, groupBy }: Why, { aspects, ...said }: Words): string =>
  group === generalGroupId || groupBy.length === 0
    ? said.general
    : said.group(group, groupBy.map((aspect) => aspects[aspect]).join(said.marks.comma));

const unableWords = (unable: Unable, said: Words): string => {
  const { comma, colon } = said.marks;
  const counts = ['declined', 'language', 'outsideShift', 'absent', 'full'] as const;
  const told = counts.filter((obstacle) => unable[obstacle] > 0);
  const stop = comma === '，' ? '。' : '.';
  if (told.length === 0) return stop;
  return `${colon}${told.map((obstacle) => `${String(unable[obstacle])} ${said.unable[obstacle]}`).join(comma)}${stop}`;
};

/** A few short sentences without a name: the row holds the agent beside it. */
export const sayWhy = (why: Why, locale: AgentLocale): string => {
  const said = words[locale];
  const [opening, closing] = said.marks.brackets;
  const head = `${groupWords(why, said)}${said.marks.comma}${said.levels[why.level]}${opening}${said.levelRules[why.levelRule]}${closing}${said.marks.colon}`;
  const decided = said.rules[why.rule]({
    able: String(why.able),
    considered: String(why.considered),
    open: String(why.load?.open ?? 0),
    capacity: String(why.load?.capacity ?? 0),
  });
  const rest = why.rule === 'nobody-able' ? unableWords(why.unable, said) : '';
  const apart = locale === 'zh-CN' ? '' : ' ';
  return `${head}${decided}${rest}${why.speaks === false ? `${apart}${said.notSpeaking}` : ''}`;
};
