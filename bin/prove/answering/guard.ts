/** How often a right reply is held: as the guard stands for everybody, and as it stands for a model's words. */
import { checkReply } from '../../../functions/core/answering/guard.ts';
import { goodReplies } from '../../evaluate/answers/good-replies.ts';
import { atMost, type Figure } from '../figure.ts';

const shareHeld = (held: number, all: number): number => (all === 0 ? 100 : (100 * held) / all);

/** A model is asked about products and terms, never about an order: only such replies could be its words. */
export const guardFigures = async (): Promise<readonly Figure[]> => {
  const all = await goodReplies();
  const held = all.filter(({ reply, context }) => !checkReply(reply, context).ok);
  const models = all.filter(({ context }) => context.facts.order === undefined);
  const heldOfModels = models.filter(
    ({ reply, context }) => !checkReply(reply, { ...context, author: 'model' }).ok,
  );
  return [
    atMost('answering.guard.good-replies-held', shareHeld(held.length, all.length), 0.5, '%'),
    // These cost a second call or a person, and no wrong word.
    atMost('answering.guard.held-in-a-models-words', shareHeld(heldOfModels.length, models.length), 10, '%'),
  ];
};
