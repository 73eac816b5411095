/** A seller's settings and connected accounts. */
import type { AccountId, RegistrationId, TenantId } from './ids.ts';
import type { ChannelId, Market } from './channel.ts';
import type { Intent } from './intent.ts';
import type { Mode } from './decision.ts';

export type ModeRule = {
  readonly channel: ChannelId | '*';
  readonly intent: Intent | '*';
  readonly mode: Mode;
};

/** What a seller's own tone changes of the market's sheet (`policy/tone.ts`). */
export type TenantTone = {
  /** `none`: our words hold no emoji. */
  readonly emoji: 'none' | 'as-usual';
  /** Words and phrases that are never said to a buyer: whole ones, in any case, accents apart. */
  readonly forbidden: readonly string[];
};

export type Tenant = {
  readonly id: TenantId;
  readonly name: string;
  /** Language of the seller's people: zh-CN, en, es, pt-BR. */
  readonly locale: string;
  readonly timeZone: string;
  readonly modes: readonly ModeRule[];
  /** Overrides of policy thresholds by name, 0 to 1. */
  readonly thresholds: Readonly<Record<string, number>>;
  /** None: as the market's sheet says. */
  readonly tone?: TenantTone;
};

export type Account = {
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly id: AccountId;
  readonly registration: RegistrationId;
  readonly market: Market;
  /** Where the shop takes our replies and answers for facts; null: it polls, and facts are not available. */
  readonly address: string | null;
};

/** The most particular rule wins: channel and intent, then intent, then channel, then all; without one, automatic. */
export const modeFor = (rules: readonly ModeRule[], channel: ChannelId, intent: Intent): Mode => {
  const weight = (rule: ModeRule): number => (rule.intent === '*' ? 0 : 2) + (rule.channel === '*' ? 0 : 1);
  const fitting = rules.filter(
    (rule) =>
      (rule.channel === '*' || rule.channel === channel) && (rule.intent === '*' || rule.intent === intent),
  );
  return (
    fitting.reduce<ModeRule | null>((best, rule) => (best && weight(best) > weight(rule) ? best : rule), null)
      ?.mode ?? 'automatic'
  );
};
