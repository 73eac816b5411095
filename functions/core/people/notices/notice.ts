/** What an agent is told outside a console: that a case waits, and how to open it; nothing of the buyer. */
import type { ChannelId, Market } from '../../domain/channel.ts';
import type { HandOverReason } from '../../domain/decision.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Intent, Sentiment } from '../../domain/intent.ts';
import type { AgentLocale } from '../agent-locale.ts';
import { intentWords, reasonWords, sentimentWords } from '../summary/domain-words.ts';
import { writtenMoment } from '../written-moment.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { noticeTexts } from './notice-texts.ts';

export type { NoticeKind } from './notice-kinds.ts';

export type Notice = {
  readonly kind: NoticeKind;
  readonly conversation: ConversationId;
  readonly channel: ChannelId;
  readonly market: Market;
  readonly because: HandOverReason;
  readonly intent: Intent | null;
  readonly sentiment: Sentiment | null;
  /** Of the buyer. */
  readonly language: string;
  readonly promisedBy: Date | null;
  readonly at: Date;
};

export type NoticeReader = {
  readonly locale: AgentLocale;
  /** IANA zone. */
  readonly timeZone: string;
  /** Address of a console; null: the notice tells the command to run instead. */
  readonly console: string | null;
};

/** `links`: an address, or a command, for each case. */
export type NoticeWords = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly links: readonly { readonly what: string; readonly address: string | null }[];
  /** The word before each. */
  readonly open: string;
};

const openingOf = (notice: Notice, { console }: NoticeReader) =>
  console === null
    ? { what: `npm run show -- --conversation ${notice.conversation}`, address: null }
    : {
        what: notice.conversation,
        address: `${console.replace(/\/+$/, '')}/conversations/${notice.conversation}`,
      };

const lineOf = (notice: Notice, { locale, timeZone }: NoticeReader): string => {
  const said = noticeTexts[locale];
  const parts = [
    `${notice.channel} ${notice.market}`,
    reasonWords[locale][notice.because],
    ...(notice.intent === null ? [] : [intentWords[locale][notice.intent]]),
    ...(notice.sentiment === null ? [] : [sentimentWords[locale][notice.sentiment]]),
    `${said.language}${notice.language}`,
    ...(notice.promisedBy === null ? [] : [`${said.promised}${writtenMoment(notice.promisedBy, timeZone)}`]),
  ];
  return parts.join(' · ');
};

/** A digest names this many cases and counts the rest: robots cut long texts off. */
const mostNamed = 10;

/** One notice, or several as one digest. Throws for none: whoever sends has something to tell. */
export const noticeWords = (notices: readonly Notice[], reader: NoticeReader): NoticeWords => {
  const [first, ...others] = notices;
  if (first === undefined) throw new RangeError('a notice without a case');
  const said = noticeTexts[reader.locale];
  if (others.length === 0)
    return {
      title: said.titles[first.kind],
      lines: [lineOf(first, reader)],
      links: [openingOf(first, reader)],
      open: said.open,
    };
  const named = notices.slice(0, mostNamed);
  const more = notices.length - named.length;
  return {
    open: said.open,
    title: said.digest(String(notices.length)),
    lines: [
      ...named.map((notice) => `${said.titles[notice.kind]} · ${lineOf(notice, reader)}`),
      ...(more > 0 ? [said.more(String(more))] : []),
    ],
    links:
      reader.console === null
        ? [{ what: 'npm run inbox', address: null }]
        : [{ what: said.inbox, address: `${reader.console.replace(/\/+$/, '')}/inbox` }],
  };
};
