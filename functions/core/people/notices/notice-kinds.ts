/** What can be told to an agent about a case. */

export const noticeKinds = ['assigned', 'reminder', 'raised', 'unassigned', 'overdue'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
