/** What a buyer wants done with an order, by the buyer's own words of this burst alone; and how plainly it was said. */
import type { OrderAction } from '../domain/action.ts';
import type { Ask } from '../domain/decision.ts';
import type { Intent } from '../domain/intent.ts';
import type { BuyerMessage } from '../domain/message.ts';
import { isWorded } from './evidence.ts';
import { addressIn } from './new-address.ts';
import { plainWords, wording } from './plain-words.ts';
import { isYes } from './situations/social.ts';
import { heardOf, intentsOf, isSure, type HeardMessage } from './topics.ts';

export type OrderWish = {
  readonly kind: OrderAction;
  /** Whose words want it: one action for a message. */
  readonly message: BuyerMessage;
  /** A plain demand and nothing else: no question, no condition, no other matter. What is not clear, a person reads. */
  readonly clear: boolean;
  /** The new address as written; null: none was, or another thing is wanted. */
  readonly address: string | null;
  /** The buyer said yes to the address that we repeated. */
  readonly confirmed: boolean;
};

const kinds: Readonly<Partial<Record<Intent, OrderAction>>> = {
  order_cancel: 'cancel',
  delivery_address_change: 'address',
  return_request: 'return',
  refund_status: 'refund',
};

const money = '(?:dinero|dinheiro|money|plata|lana|grana|valor)';
/** What the thing is called. Over plain words. */
const named = {
  cancel: '(?:cancel\\S*|anul\\S*|desist\\S*)',
  address: '(?:direccion\\S*|domicilio|enderec\\S*|address)',
  return: '(?:devol\\S*|devuelv\\S*|regres\\S*|retorn\\S*|return\\S*|send (?:it|them|this|that) back)',
  refund: `(?:reembols\\S*|reintegr\\S*|refund\\S*|estorn\\S*|devuelv\\S* (?:mi|el) ${money}|devolv\\S* (?:o|meu|mi|el) ${money}|${money} (?:back|de volta|de vuelta))`,
} as const satisfies Record<OrderAction, string>;

const demand =
  '(?:quiero|quisiera|queria|necesito|deseo|prefiero|solicito|pido|exijo|quero|gostaria|preciso|desejo|peco|want|need|wanna|like to|request|por favor|favor|please|pls|pueden|puede|puedes|podes|podrian|podria|podem|pode|poderia|poderiam|can you|could you|would you|will you|me)';
/** An order to do it, without a word before: "cancelen mi pedido", "cancel order 1001", "refund me". */
const bare =
  '(?:cancel[ae]?[nrm]?(?:lo|la|me|melo)?|anul[ae]?[nrm]?(?:lo|la|me)?|return|refund|reembols[ae]?[nrm]?(?:me)?|estorn[ae]?[rm]?|devuelvan(?:me)?|devolvam)';
const object =
  '(?:mi|mis|meu|minha|el|o|a|la|my|the|this|that|este|esta|ese|esse|essa|pedido|compra|orden|order|it|them|todo|tudo|everything|ya|ja|now|me)';
const asksAbout =
  '(?:puedo|posso|can i|could i|may i|am i|se puede|se pode|da para|da pra|como|how|cuanto|quanto|cuando|quando|when|why|por que|what|que pasa|o que acontece|saber|know|costo|custo|multa|fee|es posible|e possivel|possible|politica|policy|hasta|ate|until|pensando|thinking|tal vez|talvez|maybe|quizas?)';
const negation =
  '(?:no|nao|nunca|don t|do not|not|never|sin|sem|without|instead of|en vez de|em vez de) (?:(?:lo|la|los|las|se|me|te|le|o|a|to|quiero|quero|want|wanted|need|wish|vayan?|voy|vou|va|pueden?|podem?|please|por|favor|you|necesito|preciso|pretendo|que|have|i|be|get|haya|han|he) ){0,4}';
/** It happened already, by whomever. */
const told =
  '(?:cancel(?:aron|aram|ado|ada|ou|ei|led|ed)|anulad[oa]|refunded|reembolsad[oa]|returned|devuelt[oa]|devolvid[oa]|devolvi|ya (?:\\S+ )?cancele)';

type Wordings = { readonly wanted: RegExp; readonly other: RegExp };
const wordingsOf = (kind: OrderAction): Wordings => ({
  wanted: wording(`${demand} ~ ${named[kind]}`, `${bare} ~ ${object}`, ...(kind === 'cancel' ? [bare] : [])),
  other: wording(`${asksAbout} ~ ${named[kind]}`, `${negation}${named[kind]}`, told),
});
const wordings: Readonly<Record<OrderAction, Wordings>> = {
  cancel: wordingsOf('cancel'),
  address: wordingsOf('address'),
  return: wordingsOf('return'),
  refund: wordingsOf('refund'),
};

/** A condition, or a part of the order only: nothing that is done as a whole and at once. */
const conditional = wording(
  '(?:if|unless|caso|a menos que|a no ser que|salvo que|en caso|em caso|only|just|solo|solamente|unicamente|apenas|somente|except\\S*|menos|uno de|una de|um dos|uma das|one of|parte|part of|(?:si|se) (?:no|nao|ya|ja|aun|ainda|todavia|es|e|puede\\S*|pode\\S*|da|der|hay|tiver|for))',
);

const clausesOf = (text: string): readonly string[] =>
  text.split(/[.,;:!?¿¡\n…]+|\s(?:pero|but|mas|porém|porem|then|entonces|então)\s/iu).map(plainWords);

type Said = 'wanted' | 'other' | 'named';

/** How the words speak of it; another reading weighs more than a wish, and a wish more than the bare name. */
const saidIn = (kind: OrderAction, text: string): Said => {
  const { wanted, other } = wordings[kind];
  const clauses = clausesOf(text);
  if (clauses.some((clause) => other.test(clause))) return 'other';
  return clauses.some((clause) => wanted.test(clause)) ? 'wanted' : 'named';
};

const courtesy: ReadonlySet<Intent> = new Set<Intent>(['greeting_thanks', 'other_out_of_scope']);

/** All that the burst is about, courtesy left out; a second matter counts where the words say it. */
const mattersOf = (heard: readonly HeardMessage[]): ReadonlySet<Intent> =>
  new Set(
    heard
      .flatMap((message) => {
        const [first, ...others] = intentsOf(message);
        const plain = plainWords(message.text);
        return [...(first === undefined ? [] : [first]), ...others.filter((one) => isWorded(one, plain))];
      })
      .filter((intent) => !courtesy.has(intent)),
  );

const namesOneOrder = (heard: readonly HeardMessage[]): boolean =>
  new Set(
    heard
      .flatMap(({ understanding }) => understanding.entities)
      .filter(({ type }) => type === 'order_number')
      .map(({ value }) => value),
  ).size <= 1;

/** The wish of a burst; null: there is none, or the words speak of it without wanting it. */
export const wishIn = (messages: readonly BuyerMessage[], leastConfidence: number): OrderWish | null => {
  const heard = heardOf(messages);
  const message = heard.find((one) => isSure(one, leastConfidence) && kinds[one.understanding.intent]);
  const kind = message === undefined ? undefined : kinds[message.understanding.intent];
  if (message === undefined || kind === undefined) return null;
  const said = saidIn(kind, message.text);
  // Money back is asked after more often than asked for.
  if (said === 'other' || (kind === 'refund' && said !== 'wanted')) return null;
  const clear =
    said === 'wanted' &&
    mattersOf(heard).size === 1 &&
    namesOneOrder(heard) &&
    heard.every(({ text, attachments }) => attachments === 0 && !conditional.test(plainWords(text)));
  const address = kind === 'address' ? addressIn(message.text) : null;
  return { kind, message, clear: kind === 'address' ? address !== null : clear, address, confirmed: false };
};

/** The yes to an address that we repeated: the wish is the earlier message's, in its own words. */
export const confirmedIn = (
  messages: readonly BuyerMessage[],
  earlier: readonly BuyerMessage[],
  asked: Ask | null,
  leastConfidence: number,
): OrderWish | null => {
  if (asked?.asksFor !== 'confirmation' || !messages.every(({ text }) => isYes(text))) return null;
  const last = earlier.findLast((message) => wishIn([message], leastConfidence)?.kind === 'address');
  const wish = last === undefined ? null : wishIn([last], leastConfidence);
  return wish === null || wish.address === null ? null : { ...wish, confirmed: true };
};
