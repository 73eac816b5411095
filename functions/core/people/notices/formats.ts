/** Notices in the shapes that mail and the group robots of WeCom, Feishu and DingTalk take. */
import type { NoticeWords } from './notice.ts';

export type Mail = { readonly subject: string; readonly text: string };

const plainLines = ({ lines, links, open }: NoticeWords): readonly string[] => [
  ...lines,
  ...links.map(({ what, address }) => `${open}${address ?? what}`),
];

/** Plain text; the subject alone tells what it is about. */
export const asMail = (words: NoticeWords): Mail => ({
  subject: words.title,
  text: `${plainLines(words).join('\n')}\n`,
});

export const robots = ['wecom', 'feishu', 'dingtalk'] as const;
export type Robot = (typeof robots)[number];

/** Characters that would begin something else in Markdown. */
const escaped = (text: string): string => text.replace(/[\\*_`[\]<>#]/g, String.raw`\$&`);

const markdownLines = ({ lines, links, open }: NoticeWords): readonly string[] => [
  ...lines.map((line) => `- ${escaped(line)}`),
  ...links.map(({ what, address }) =>
    address === null ? `${open}\`${what}\`` : `${open}[${what}](${address})`,
  ),
];

const encoder = new TextEncoder();

/** As many whole lines as fit into so many bytes of UTF-8. */
const fitting = (lines: readonly string[], bytes: number): string => {
  const kept: string[] = [];
  let left = bytes;
  for (const line of lines) {
    left -= encoder.encode(line).length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return kept.join('\n');
};

/** developer.work.weixin.qq.com/document/path/91770, markdown type: `content` of 4096 bytes at the most. */
const weComBytes = 4096;
const asWeCom = (words: NoticeWords) => ({
  msgtype: 'markdown',
  markdown: { content: fitting([`### ${words.title}`, ...markdownLines(words)], weComBytes) },
});

/**
 * open.feishu.cn/document/client-docs/bot-v3/add-custom-bot, text type; a body of 20 KB at the most. A robot that
 * checks signatures wants `timestamp` and `sign` beside: whoever sends adds them.
 */
const feishuBytes = 16_000;
const asFeishu = (words: NoticeWords) => ({
  msg_type: 'text',
  content: { text: fitting([words.title, ...plainLines(words)], feishuBytes) },
});

/**
 * open.dingtalk.com/document/orgapp/custom-bot-send-message-type, markdown type: `title` is what the list of chats
 * shows; line breaks are two spaces and one break.
 */
const dingTalkBytes = 16_000;
const asDingTalk = (words: NoticeWords) => ({
  msgtype: 'markdown',
  markdown: {
    title: words.title,
    text: fitting([`### ${words.title}`, ...markdownLines(words)], dingTalkBytes).replaceAll('\n', '  \n'),
  },
});

const bodies = { wecom: asWeCom, feishu: asFeishu, dingtalk: asDingTalk } as const;

/** The JSON body of a POST to the robot's webhook address. */
export const asRobotBody = (robot: Robot, words: NoticeWords): string => JSON.stringify(bodies[robot](words));
