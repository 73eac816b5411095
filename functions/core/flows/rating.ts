/** Asks once how it went, when a person's case is over, and hears the answer. */
import { marketLanguage, voiceFor, type Voice } from '../answering/voice.ts';
import { threadRules } from '../channels/manifests.ts';
import { isAnsweredLanguage } from '../domain/language.ts';
import { answeredAt, waitingSince, type CaseStanding } from './case-standing.ts';

/** In whose words this buyer is spoken to. */
export const voiceOf = ({ view }: Pick<CaseStanding, 'view'>): Voice => {
  const { market, language } = view.conversation;
  const variant =
    view.messages.findLast((message) => message.understanding?.languageVariant)?.understanding
      ?.languageVariant ?? null;
  const answered = language !== null && isAnsweredLanguage(language) ? language : marketLanguage(market);
  return voiceFor(answered, variant, market);
};

/**
 * Where the channel lets us, nobody asked before, a person did answer, and the buyer has not written since: a question
 * about the service between two questions of the buyer's is no service.
 */
export const mayAskForRating = (standing: CaseStanding): boolean => {
  const { escalation, view, settings } = standing;
  const { channel, audience } = view.conversation;
  const rules = threadRules(channel, audience);
  return (
    settings.asksForRating &&
    rules.rating !== 'none' &&
    escalation.care.rating === null &&
    escalation.agent !== 'elsewhere' &&
    escalation.claim === null &&
    answeredAt(standing) !== null &&
    waitingSince(standing) === null
  );
};
