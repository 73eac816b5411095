/** The built-in taxonomy: 22 intents. What each covers is written in `docs/words.md`. */
export const intents = [
  'order_status',
  'shipping_delay',
  'delivery_address_change',
  'order_cancel',
  'return_request',
  'exchange_request',
  'refund_status',
  'damaged_item',
  'wrong_item',
  'missing_item',
  'product_question',
  'stock_availability',
  'price_objection',
  'discount_coupon',
  'payment_issue',
  'invoice_request',
  'warranty_repair',
  'customs_tax',
  'complaint_escalation',
  'human_agent',
  'greeting_thanks',
  'other_out_of_scope',
] as const;
export type Intent = (typeof intents)[number];
export const isIntent = (text: string): text is Intent => intents.some((intent) => intent === text);

export const sentiments = ['positive', 'neutral', 'negative', 'angry'] as const;
export type Sentiment = (typeof sentiments)[number];
export const isSentiment = (text: string): text is Sentiment =>
  sentiments.some((sentiment) => sentiment === text);

/** In order of precedence: when several hold, the first is named. */
export const escalationReasons = [
  'safety_hazard',
  'medical_or_vulnerable',
  'legal_or_regulator',
  'chargeback_or_fraud',
  'public_threat',
  'staff_misconduct',
  'repeat_contact',
  'explicit_escalation',
  'human_requested',
  'anger_high',
] as const;
export type EscalationReason = (typeof escalationReasons)[number];

export const entityTypes = [
  'order_number',
  'tracking_number',
  'tax_id',
  'email',
  'phone',
  'postcode',
  'amount',
  'discount_code',
  'sku',
  'ticket_number',
  'card_last4',
  'po_number',
  'size',
  'quantity',
  'date',
  'duration',
  'product',
  'colour',
  'city',
] as const;
export type EntityType = (typeof entityTypes)[number];

/** A span of the buyer's text: UTF-16 offsets into the text as given, end exclusive; `value` is that slice. */
export type Entity = {
  readonly type: EntityType;
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

/** What one buyer message means, by the first tier, the model or both. Field names are pinned (docs/interfaces). */
export type Understanding = {
  readonly language: string;
  readonly languageVariant: string | null;
  readonly languageConfidence: number;
  readonly intent: Intent;
  readonly intentConfidence: number;
  readonly secondaryIntent: Intent | null;
  /** The tenant's own intent that was meant, where its layer knows one: answers and modes go by `intent`. */
  readonly ownIntent?: string;
  readonly sentiment: Sentiment;
  readonly urgent: boolean;
  readonly escalate: boolean;
  readonly escalateReason: EscalationReason | null;
  readonly entities: readonly Entity[];
  /** The first tier stands by its intent: confidence above the threshold that its calibration set for precision. */
  readonly answered: boolean;
};
