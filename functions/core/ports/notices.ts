/** Leaves word with people outside a console: by mail, or by the robot of a group chat. Nothing personal goes this way. */
import type { Outcome } from '../domain/outcome.ts';

export type NoticeMessage =
  | { readonly by: 'mail'; readonly to: string; readonly subject: string; readonly text: string }
  /** `to` is the robot's address, `body` its JSON. */
  | { readonly by: 'robot'; readonly to: string; readonly body: string };

/** `because` is a name, never an address. */
export type NotSent = { readonly kind: 'not-sent'; readonly because: string };

export type NoticeSender = { send(message: NoticeMessage): Promise<Outcome<null, NotSent>> };
