/** What the models of a laptop say: labels by key words, replies by quoting the fact that was asked for. Rules, no language model. */
import { guessed, languageNamed, translateByTable } from './translation-double.ts';
import type { Intent } from '../../functions/core/domain/intent.ts';

type Asked = {
  readonly messages: readonly { readonly role: string; readonly text: string }[];
  readonly tools: readonly { readonly name: string }[];
  readonly schema: unknown;
};
type Said = { readonly toolInput: Readonly<Record<string, unknown>> };

const keyWords: readonly (readonly [Intent, RegExp])[] = [
  [
    'human_agent',
    /\b(humano|persona real|pessoa|atendente|asesor|agente|human|representative|someone real)\b/,
  ],
  ['refund_status', /\b(reembolso|estorno|devolucion del dinero|refund|money back)\b/],
  ['return_request', /\b(devolver|devolucao|devolucion|send it back|return)\b/],
  ['exchange_request', /\b(trocar|troca|cambiar|cambio de talla|exchange|swap)\b/],
  ['order_cancel', /\b(cancelar|cancela|cancelamento|cancel)\b/],
  ['damaged_item', /\b(quebrad\w|rot[oa]|danad\w|danificad\w|broken|damaged|cracked)\b/],
  ['invoice_request', /\b(nota fiscal|nf-?e|factura|invoice|receipt)\b/],
  ['discount_coupon', /\b(cupom|cupon|descuento|desconto|coupon|promo)\b/],
  ['warranty_repair', /\b(garantia|garantía|warranty|repair|conserto)\b/],
  ['stock_availability', /\b(estoque|stock|disponible|disponivel|in stock|available)\b/],
  ['shipping_delay', /\b(atrasad\w|demora\w*|retraso|late|delayed)\b/],
  ['order_status', /\b(pedido|rastre\w+|entrega|paquete|order|tracking|package|delivery)\b/],
];

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const between = (text: string, tag: string): string =>
  new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(text)?.[1] ?? '';

const label = (prompt: string): Said => {
  const message = fold(between(prompt, 'buyer'));
  const intents = keyWords.filter(([, words]) => words.test(message)).map(([intent]) => intent);
  const [intent = 'other_out_of_scope', secondary = 'none'] = intents;
  return {
    toolInput: {
      intent,
      secondary,
      sentiment: 'neutral',
      language: 'es',
      confidence: intents.length === 0 ? 0.3 : 0.8,
    },
  };
};

const reply = (prompt: string): Said => {
  const words = new Set(fold(between(prompt, 'buyer')).match(/\p{L}{4,}/gu) ?? []);
  const facts = [...prompt.matchAll(/<fact name="([^"]*)">([^<]*)<\/fact>/g)].map(
    ([, name = '', value = '']) => ({ name, value }),
  );
  const asked = facts.filter(({ name }) =>
    (fold(name).match(/\p{L}{4,}/gu) ?? []).some((word) => words.has(word)),
  );
  return { toolInput: { answers: asked.length > 0, text: asked.map(({ value }) => value).join('. ') } };
};

/** What stands between the last pair: the words before may speak of the mark. */
const lastBetween = (prompt: string, tag: string): string => {
  const start = prompt.lastIndexOf(`<${tag}>`) + tag.length + 2;
  return prompt.slice(start, prompt.lastIndexOf(`</${tag}>`));
};

/** A note that says what it was told, without the words themselves: a model that adds nothing. */
const note = (prompt: string): Said => ({
  toolInput: { text: lastBetween(prompt, 'case').trim().split('\n\n')[0] ?? '' },
});

/** From a table of phrases; an empty text says that it cannot, which a model would not admit. */
const translation = (prompt: string): Said => {
  const message = lastBetween(prompt, 'message');
  const [, fromName = '', intoName = ''] =
    /conversation (?:from (.+?) )?into (.+?), in the/.exec(prompt) ?? [];
  const from = guessed(message, fromName === '' ? null : languageNamed(fromName));
  const into = languageNamed(intoName);
  const text = into === null ? null : translateByTable(message, from, into);
  return { toolInput: { text: text ?? '', from } };
};

/** Answers as the shape of the question asks; the machine gives it back as a tool's input or as JSON text. */
export const modelDouble = (asked: Asked): Said => {
  const prompt = asked.messages.map((message) => message.text).join('\n');
  const wantsLabel =
    asked.tools.some((tool) => tool.name === 'label') ||
    JSON.stringify(asked.schema ?? {}).includes('"sentiment"');
  if (wantsLabel) return label(prompt);
  if (prompt.includes('<case>')) return note(prompt);
  return prompt.includes('<message>') ? translation(prompt) : reply(prompt);
};
