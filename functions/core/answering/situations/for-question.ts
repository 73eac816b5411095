/** From a question and the facts to what may be said about it: one line for each intent. */
import type { Intent } from '../../domain/intent.ts';
import { askedValues } from '../variant-match.ts';
import { customs, warranty } from './after-sales.ts';
import { addressChange, cancellation } from './changes.ts';
import { invoice, payment } from './money.ts';
import { coupon, priceObjection } from './price.ts';
import { damaged, missing, wrongItem } from './problems.ts';
import { productQuestion } from './product.ts';
import { refundStatus } from './refund.ts';
import { exchangeRequest, returnRequest } from './returns.ts';
import { situation, withoutOrder, type Background, type Question, type Situation } from './situation.ts';
import { greeting, outOfScope } from './social.ts';
import { stock } from './stock.ts';
import { where } from './where.ts';

/** Intents about an order: nobody who reads a public thread may learn of it. */
const aboutAnOrder: ReadonlySet<Intent> = new Set([
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
  'invoice_request',
]);

export const isAboutAnOrder = (intent: Intent): boolean => aboutAnOrder.has(intent);

const exchange = (question: Question, background: Background): readonly Situation[] => {
  const { order, item } = background.facts;
  if (!order) return [withoutOrder(background.facts)];
  const wanted =
    item && askedValues(item, question.text, question.entities).size > 0 ? stock(question, background) : [];
  return [...exchangeRequest(order, question, background), ...wanted];
};

/** The situations that answer a question, most important first; never empty. */
export const situationsFor = (question: Question, background: Background): readonly Situation[] => {
  const { order } = background.facts;
  const noOrder = (): readonly Situation[] => [withoutOrder(background.facts)];
  switch (question.intent) {
    case 'order_status':
      return order ? where(order, false, background) : noOrder();
    case 'shipping_delay':
      return order ? where(order, true, background) : noOrder();
    case 'delivery_address_change':
      return order ? addressChange(order, background) : noOrder();
    case 'order_cancel':
      return order ? cancellation(order, background) : noOrder();
    case 'return_request':
      return order ? returnRequest(order, question, background) : noOrder();
    case 'exchange_request':
      return exchange(question, background);
    case 'refund_status':
      return order ? [refundStatus(order, background)] : noOrder();
    case 'damaged_item':
      return damaged(question, background);
    case 'wrong_item':
      return wrongItem(question, background);
    case 'missing_item':
      return order ? missing(order, question, background) : noOrder();
    case 'product_question':
      return productQuestion(question, background);
    case 'stock_availability':
      return stock(question, background);
    case 'price_objection':
      return priceObjection(question, background);
    case 'discount_coupon':
      return coupon(question);
    case 'payment_issue':
      return payment(question, background);
    case 'invoice_request':
      return order ? [invoice(order, question, background)] : noOrder();
    case 'warranty_repair':
      return warranty(question, background);
    case 'customs_tax':
      return customs(question, background);
    case 'complaint_escalation':
      return [situation('complaint.heard', { person: true })];
    case 'human_agent':
      return [situation('holding.requested', { person: true })];
    case 'greeting_thanks':
      return [greeting(question)];
    case 'other_out_of_scope':
      return [outOfScope(question)];
  }
};
