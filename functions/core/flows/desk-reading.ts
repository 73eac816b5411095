/** What a reader may see of a buyer's words: all of them, or masked ones where reading would be a transfer abroad. */
import type { BuyerMessage } from '../domain/message.ts';
import { agentLocaleFor, type AgentLocale } from '../people/agent-locale.ts';
import { mayReadUnmasked, type Reading } from '../people/transfer.ts';
import type { ConversationView } from '../ports/conversations.ts';
import type { DeskCaller, DeskDeps } from './desk-caller.ts';
import { settingsOf, type DeskSettings } from './desk-settings.ts';

export type Reader = {
  readonly settings: DeskSettings;
  readonly locale: AgentLocale;
  readonly reading: Reading;
  /** The words as this reader sees them. */
  readonly wordsOf: (message: Pick<BuyerMessage, 'text' | 'maskedText'>) => string;
};

/** Within the account's country words stand as they are; from abroad they are masked until one conversation is unmasked. */
const seesAll = (reading: Reading, unmasked: boolean): boolean =>
  reading.kind === 'allowed' && (reading.because !== 'recorded' || unmasked);

/** Null: the seller is gone. */
export const readerOf = async (
  deps: DeskDeps,
  caller: DeskCaller,
  { conversation }: Pick<ConversationView, 'conversation'>,
  unmasked = false,
): Promise<Reader | null> => {
  const tenant = await deps.tenants.tenant(conversation.tenant);
  if (tenant === null) return null;
  const settings = settingsOf(tenant, await deps.desk.desk(tenant.id));
  const reading = mayReadUnmasked({
    accountMarket: conversation.market,
    readerCountry: caller.country,
    transferRecord: settings.transfer,
    now: deps.clock(),
  });
  const whole = seesAll(reading, unmasked);
  return {
    settings,
    locale: caller.locale ?? agentLocaleFor(tenant.locale),
    reading,
    wordsOf: ({ text, maskedText }) => (whole ? text : maskedText),
  };
};

/** What to tell a reader who sees masked words; null: nothing is masked. */
export const maskedBecause = ({ reading }: Reader, unmasked: boolean): string | null => {
  if (reading.kind === 'masked') return reading.says;
  return seesAll(reading, unmasked)
    ? null
    : 'masked: `npm run show -- --unmask` shows it, and is written down';
};
