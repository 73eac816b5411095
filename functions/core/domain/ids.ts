/**
 * Branded ids, made here and nowhere else.
 *
 * Ids of conversations, buyers, messages and replies are opaque (26 characters of base32 over an HMAC): platform ids
 * are personal data and stand only in sealed fields.
 */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A seller as a tenant of this deployment: exactly 10 characters of `[a-z0-9]`. */
export type TenantId = Branded<'TenantId'>;
/** Opaque; the group of every queue. */
export type ConversationId = Branded<'ConversationId'>;
export type BuyerId = Branded<'BuyerId'>;
export type MessageId = Branded<'MessageId'>;
/** Opaque; also the idempotency key of a send. */
export type ReplyId = Branded<'ReplyId'>;
export type EscalationId = Branded<'EscalationId'>;
/** Opaque; also the idempotency key of what is done with an order. */
export type ActionId = Branded<'ActionId'>;
/** The seller's account at a channel, in the channel's own spelling. */
export type AccountId = Branded<'AccountId'>;
/** The path element of a webhook that tells which app registration is called. */
export type RegistrationId = Branded<'RegistrationId'>;

const tenantShape = /^[a-z0-9]{10}$/;
const opaqueShape = /^[a-z2-7]{26}$/;
/** The key separator is `#`; an id of a platform may hold it, so keys escape it (`aws/dynamo/keys.ts`). */
const platformShape = /^[^\p{Cc}]{1,256}$/u;

/* The one place that turns a string into an id: shapes are checked first. */
// oxlint-disable typescript/consistent-type-assertions
export const isTenantId = (text: string): text is TenantId => tenantShape.test(text);
export const isOpaqueId = (text: string): boolean => opaqueShape.test(text);
export const isAccountId = (text: string): text is AccountId => platformShape.test(text);
export const isRegistrationId = (text: string): text is RegistrationId => /^[A-Za-z0-9_-]{1,128}$/.test(text);

const checked = (text: string, right: boolean, what: string): string => {
  if (!right) throw new TypeError(`${what} has the wrong shape (${String(text.length)} characters)`);
  return text;
};

/** Throws a TypeError when the text is no tenant id: callers at an edge check with `isTenantId` first. */
export const tenantId = (text: string): TenantId => checked(text, isTenantId(text), 'tenant id') as TenantId;
export const accountId = (text: string): AccountId =>
  checked(text, isAccountId(text), 'account id') as AccountId;
export const registrationId = (text: string): RegistrationId =>
  checked(text, isRegistrationId(text), 'registration id') as RegistrationId;
export const conversationId = (text: string): ConversationId =>
  checked(text, isOpaqueId(text), 'conversation id') as ConversationId;
export const buyerId = (text: string): BuyerId => checked(text, isOpaqueId(text), 'buyer id') as BuyerId;
export const messageId = (text: string): MessageId =>
  checked(text, isOpaqueId(text), 'message id') as MessageId;
export const replyId = (text: string): ReplyId => checked(text, isOpaqueId(text), 'reply id') as ReplyId;
export const escalationId = (text: string): EscalationId =>
  checked(text, isOpaqueId(text), 'escalation id') as EscalationId;
export const actionId = (text: string): ActionId => checked(text, isOpaqueId(text), 'action id') as ActionId;
// oxlint-enable typescript/consistent-type-assertions
