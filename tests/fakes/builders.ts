/** Builders: a test names what matters to it, these supply the rest. */
import { accountId, registrationId, tenantId } from '../../functions/core/domain/ids.ts';
import type { Understanding } from '../../functions/core/domain/intent.ts';
import type { Account, Tenant } from '../../functions/core/domain/tenant.ts';
import type { InboundMessage } from '../../functions/core/ports/channel.ts';
import type { NewMessage } from '../../functions/core/ports/conversations.ts';
import type { QueuedArrival } from '../../functions/core/ports/queues.ts';
import { ids } from './tools.ts';

export const tenant: Tenant = {
  id: tenantId('lunaecasa0'),
  name: 'Luna',
  locale: 'zh-CN',
  timeZone: 'America/Sao_Paulo',
  modes: [],
  thresholds: {},
};

export const account: Account = {
  tenant: tenant.id,
  channel: 'rest',
  id: accountId('luna-br'),
  registration: registrationId('luna-br'),
  market: 'BR',
  address: 'https://shop.example',
};

/** What a shop that signs with a secret needs no token for. */
export const withoutToken = { token: null, platformUser: null, applicationId: null } as const;

export const anInboundMessage = (over: Partial<InboundMessage> = {}): InboundMessage => ({
  account: null,
  conversation: 'conversation-1',
  message: 'message-1',
  buyer: { id: 'buyer-1', name: null, email: null },
  text: 'cadê meu pedido 1001?',
  locale: null,
  order: null,
  item: null,
  at: new Date('2026-11-20T12:00:00.000Z'),
  attachments: 0,
  audience: 'private',
  ...over,
});

export const aQueuedArrival = (
  message: InboundMessage,
  over: Partial<QueuedArrival> = {},
): QueuedArrival => ({
  channel: 'rest',
  registration: account.registration,
  account: account.id,
  acceptedAt: new Date(message.at.getTime() + 50),
  arrival: { kind: 'message', message },
  ...over,
});

export const aNewMessage = (over: Partial<NewMessage> = {}, platform = 'message-1'): NewMessage => ({
  tenant: tenant.id,
  conversation: ids.conversation('rest', account.id, 'conversation-1'),
  message: ids.message('rest', account.id, platform),
  at: new Date('2026-11-20T12:00:00.000Z'),
  channel: 'rest',
  account: account.id,
  market: 'BR',
  audience: 'private',
  buyer: ids.buyer('rest', account.id, 'buyer-1'),
  platform: { conversation: 'conversation-1', buyer: 'buyer-1', message: platform },
  buyerName: null,
  buyerEmail: null,
  acceptedAt: new Date('2026-11-20T12:00:00.050Z'),
  text: 'cadê meu pedido?',
  maskedText: 'cadê meu pedido?',
  locale: null,
  order: null,
  item: null,
  attachments: 0,
  detected: { language: 'pt', confidence: 0.99, by: 'first-tier' },
  ...over,
});

export const anUnderstanding = (over: Partial<Understanding> = {}): Understanding => ({
  language: 'pt',
  languageVariant: 'pt-BR',
  languageConfidence: 0.99,
  intent: 'order_status',
  intentConfidence: 0.97,
  secondaryIntent: null,
  sentiment: 'neutral',
  urgent: false,
  escalate: false,
  escalateReason: null,
  entities: [],
  answered: true,
  ...over,
});
