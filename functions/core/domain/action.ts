/** What a buyer wants done with an order: asked for, permitted or approved, done once, and read back. */
import type { Money } from './facts.ts';
import type { ActionId, ConversationId, MessageId, TenantId } from './ids.ts';

export const orderActions = ['cancel', 'address', 'return', 'refund'] as const;
export type OrderAction = (typeof orderActions)[number];

export const actionStates = [
  'waiting-for-approval',
  'intended',
  'attempted',
  'done',
  'refused',
  'unknown',
] as const;
export type ActionState = (typeof actionStates)[number];

export const nextActionStates = {
  'waiting-for-approval': ['intended', 'refused'],
  // Back to waiting when the emergency stop came first.
  intended: ['attempted', 'waiting-for-approval'],
  // Back to waiting only when the shop cannot have done it: it was busy, or let nobody in.
  attempted: ['done', 'refused', 'unknown', 'waiting-for-approval'],
  // Settled by reading back, or asked again under the same key.
  unknown: ['attempted', 'done', 'refused'],
  done: [],
  refused: [],
} as const satisfies Record<ActionState, readonly ActionState[]>;

export const mayBecomeAction = (from: ActionState, to: ActionState): boolean =>
  nextActionStates[from].some((state) => state === to);

export const isSettled = (state: ActionState): boolean => nextActionStates[state].length === 0;

/** `address`: as the buyer wrote it. Sealed wherever it is kept. */
export type ActionDetails = { readonly address?: string; readonly reason?: string };

export type Action = {
  readonly tenant: TenantId;
  readonly conversation: ConversationId;
  /** Follows from message and kind: also the idempotency key at the shop. */
  readonly id: ActionId;
  readonly kind: OrderAction;
  /** The shop's own id of the order. */
  readonly order: string;
  readonly details: ActionDetails;
  /** The money that moves; null: none does. */
  readonly amount: Money | null;
  readonly state: ActionState;
  /** The buyer's message that wants it, with the platform's time of it. */
  readonly message: MessageId;
  readonly messageAt: Date;
  readonly createdAt: Date;
  readonly because: string;
};

/** What a seller lets be done without a person: `any`, or up to so much in each currency (decimal strings). */
export type ActionRule = 'any' | Readonly<Record<string, string>>;
/** An action without a rule waits for a person. */
export type ActionRules = Readonly<Partial<Record<OrderAction, ActionRule>>>;

const decimal = /^(\d{1,15})(?:\.(\d{1,6}))?$/;

/** Whole and fraction as one whole number of millionths; null: no amount that could be compared. */
const millionths = (amount: string): bigint | null => {
  const [, whole, fraction = ''] = decimal.exec(amount) ?? [];
  return whole === undefined ? null : BigInt(whole + fraction.padEnd(6, '0'));
};

/** Whether the seller lets this be done without a person: exactly at the cap still is. */
export const isPermitted = (rules: ActionRules, kind: OrderAction, amount: Money | null): boolean => {
  const rule = rules[kind];
  if (rule === undefined) return false;
  if (rule === 'any') return true;
  const cap = amount === null ? undefined : rule[amount.currency];
  const [asked, most] = [millionths(amount?.amount ?? ''), millionths(cap ?? '')];
  return asked !== null && most !== null && asked <= most;
};
