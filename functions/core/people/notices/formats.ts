/** Notices in the shapes that mail and the group robots of WeCom, Feishu and DingTalk take. */
import type { NoticeWords } from './notice.ts';

const notYet = (): never => {
  throw new Error('not built');
};

export type Mail = { readonly subject: string; readonly text: string };
export const asMail: (words: NoticeWords) => Mail = notYet;

export const robots = ['wecom', 'feishu', 'dingtalk'] as const;
export type Robot = (typeof robots)[number];
/** The JSON body of a POST to the robot's webhook address. */
export const asRobotBody: (robot: Robot, words: NoticeWords) => string = notYet;
