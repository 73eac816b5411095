/** What articles about an intent speak of, in names of the table of meanings: they come first for such a question. */
import type { Intent } from '../domain/intent.ts';

export const intentTopics: Readonly<Record<Intent, readonly string[]>> = {
  order_status: ['delivery', 'tracking', 'delivery_time'],
  shipping_delay: ['delivery', 'late', 'lost'],
  delivery_address_change: ['address'],
  order_cancel: ['cancel'],
  return_request: ['return'],
  exchange_request: ['exchange'],
  refund_status: ['refund', 'return'],
  damaged_item: ['damaged', 'return'],
  wrong_item: ['wrong_item', 'return'],
  missing_item: ['missing_item', 'lost'],
  product_question: [],
  stock_availability: ['stock'],
  price_objection: ['price', 'discount'],
  discount_coupon: ['discount'],
  payment_issue: ['payment', 'payment_refused'],
  invoice_request: ['invoice'],
  warranty_repair: ['warranty'],
  customs_tax: ['customs', 'abroad'],
  complaint_escalation: ['complaint'],
  human_agent: ['contact'],
  greeting_thanks: [],
  other_out_of_scope: [],
};
