/** Lines of the units whose facts come from beside a conversation's own way: translation, voice, seats, fees, transfer, reversals. */
import type { TenantId } from '../domain/ids.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { UsageLine } from '../domain/usage.ts';
import { lineOf, type Tools } from './kit.ts';

type Region = Pick<Tools, 'region'>;
type Owner = Pick<Conversation, 'tenant' | 'id' | 'channel' | 'market'>;
/** What every fact of a conversation says of itself. */
export type FactOf = Pick<UsageLine, 'language' | 'intent' | 'mode' | 'occurredAt' | 'acceptedAt'> & {
  /** Names the fact: the same fact gives the same line. */
  readonly source: string;
};

const measured = (
  tools: Region,
  owner: Owner,
  fact: FactOf,
  rest: Pick<UsageLine, 'unit' | 'quantity' | 'module'> & Pick<Partial<UsageLine>, 'detail'>,
): UsageLine => lineOf(tools, owner, { ...fact, ...rest });

/** Characters that a translation service read: billed, and what it cost us. */
export const translationLine = (
  tools: Region,
  owner: Owner,
  fact: FactOf,
  used: { readonly characters: number; readonly by: string; readonly from: string; readonly to: string },
): UsageLine =>
  measured(tools, owner, fact, {
    unit: 'translation_characters',
    quantity: used.characters,
    module: 'translation',
    detail: { by: used.by, from: used.from, to: used.to },
  });

/** A begun minute is a minute. */
export const voiceLine = (tools: Region, owner: Owner, fact: FactOf, seconds: number): UsageLine =>
  measured(tools, owner, fact, {
    unit: 'voice_minute',
    quantity: Math.ceil(seconds / 60),
    module: 'voice',
    detail: { seconds },
  });

/** What a platform charges for a message: counted by its kind, priced elsewhere. */
export const channelFeeLine = (tools: Region, owner: Owner, fact: FactOf, kind: string): UsageLine =>
  measured(tools, owner, fact, { unit: 'channel_fee', quantity: 1, module: 'channel', detail: { kind } });

/** Bytes that left the region's network for a platform. */
export const transferLine = (tools: Region, owner: Owner, fact: FactOf, bytes: number): UsageLine =>
  measured(tools, owner, fact, { unit: 'transfer_bytes', quantity: bytes, module: 'channel' });

/** One agent signed in on one day, however often. `agent` is an opaque id. */
export const seatDayLine = (
  tools: Region,
  tenant: TenantId,
  agent: string,
  day: string,
  at: Date,
): UsageLine => ({
  tenant,
  region: tools.region,
  unit: 'agent_seat_day',
  source: `${agent}#${day}`,
  quantity: 1,
  channel: null,
  market: null,
  language: 'none',
  intent: null,
  mode: 'human',
  module: 'desk',
  conversation: null,
  occurredAt: at,
  acceptedAt: at,
});

/** What a reversal must know of the line that it takes back. */
export type Reversible = Omit<UsageLine, 'reverses' | 'detail' | 'occurredAt'>;

/** Takes a line back because of a later fact; the same fact takes it back once. */
export const reversalLine = (
  line: Reversible,
  by: {
    readonly fact: string;
    readonly because: string;
    readonly occurredAt: Date;
    readonly acceptedAt: Date;
  },
): UsageLine => ({
  ...line,
  source: `${line.source}#reversed`,
  quantity: -line.quantity,
  occurredAt: by.occurredAt,
  acceptedAt: by.acceptedAt,
  detail: { because: by.because, by: by.fact },
  reverses: { source: line.source, acceptedAt: line.acceptedAt },
});
