/** Words that show an intent: a second matter, or one nobody is sure of, counts where the buyer's words say it. */
import type { Intent } from '../domain/intent.ts';
import { wording } from './plain-words.ts';

const broken = [
  '(?:rot[oa]s?|rompi\\S*|romp[eo]|quebr\\S*|estragad\\S*|estragou|danad\\S*|danificad\\S*|golpead\\S*|rasgad\\S*|rayad\\S*|riscad\\S*|amassad\\S*|aplastad\\S*|defect\\S*|defeit\\S*|broken|broke|damaged|cracked|torn|ripped|dented|scratched|shattered|crushed|leaking|faulty|manchad\\S*|sucio|sujo|dirty|stained|trincad\\S*|furad\\S*|vazando|mojad\\S*)',
  '(?:no|nao|nunca|doesn t|won t|stopped|parou de|dejo de|deixou de|not) (?:funciona\\S*|prende\\S*|enciende\\S*|liga|ligou|carga|cargar|carrega\\S*|anda|work|working|works|turn on|charge|charging)',
  '(?:se )?(?:murio|pifou|queimou|se quemo|died|dead|fallo|falla|titila|parpadea|abriu|descosi\\S*|descostur\\S*|echo a perder)',
] as const;
const damaged = wording(...broken);
const missing = wording(
  '(?:falt\\S*|incomplet\\S*|missing|vaci[oa]|vazi[oa]|empty|vieram sem|veio sem|vino sin|llego sin)',
  '(?:no|nao|nunca|never|not|didn t|hasn t|haven t|don t|ni) ~ (?:llego|llegaron|ha llegado|recib\\S*|cheg\\S*|receb\\S*|arrived|came|got|get|received|receive|veio|vieram|vino|firme|aparece|there|here|hay nada)',
);
const person = wording(
  '(?:persona|pessoa|humano|humana|human|agente|agent|asesor\\S*|atendente|representante|representative|someone|somebody|alguien|alguem|supervisor\\S*|gerente|manager|operador\\S*|ejecutiv\\S*|encargad\\S*|vendedor\\S*|gente|people|staff|real person)',
);

/** How each matter is called; an intent without words of its own here is believed as it is. */
const words: Readonly<Partial<Record<Intent, RegExp>>> = {
  damaged_item: damaged,
  missing_item: missing,
  wrong_item: wording(
    '(?:equivocad\\S*|errad[oa]s?|wrong (?:item|one|size|colou?r|product|thing|model|order)|(?:sent|got|received|is|was) (?:me |us )?(?:the )?wrong|trocad[oa]s?|distint[oa]s?|diferentes?|different|otr[oa] (?:producto|color|modelo)|outr[oa] (?:produto|modelo|cor)|no es lo que|nao e o que|not what i)',
  ),
  warranty_repair: wording(
    '(?:garant\\S*|warrant\\S*|guarant\\S*|repar\\S*|consert\\S*|repair\\S*|arregl\\S*|servicio tecnico|assistencia)',
    ...broken,
  ),
  human_agent: person,
  order_cancel: wording('(?:cancel\\S*|anula\\S*|desist\\S*|ya no (?:lo|la) quiero|nao quero mais)'),
  delivery_address_change: wording(
    '(?:direccion\\S*|domicilio|enderec\\S*|address|cep|codigo postal|zip|otro lado|mudei|me mude|mudanza)',
  ),
  exchange_request: wording('(?:cambi\\S*|troc\\S*|exchang\\S*|swap\\S*|replace\\S*)'),
  return_request: wording(
    '(?:devol\\S*|devuel\\S*|regres\\S*|return\\S*|send (?:it|them|this|that) back|retract\\S*|arrepent\\S*|desist\\S*)',
  ),
  refund_status: wording(
    '(?:reembols\\S*|reintegr\\S*|refund\\S*|estorn\\S*|dinero|dinheiro|plata|money|devolu\\S*|devuel\\S*|lana|grana)',
  ),
  invoice_request: wording(
    '(?:factura\\S*|nota|notas|nf|nfe|danfe|invoice|boleta|comprobante|receipt|cfdi|fatura\\S*|ticket)',
  ),
  discount_coupon: wording(
    '(?:cupon\\S*|cupom|cupons|coupon\\S*|descuento\\S*|desconto\\S*|discount\\S*|codigo|code|promo\\S*|oferta\\S*|rebaja\\S*|sale|off)',
  ),
  payment_issue: wording(
    '(?:pag\\S*|cobr\\S*|pay\\S*|paid|charge\\S*|tarjeta\\S*|cartao|card|cards|cuotas?|mensualidades|parcel\\S*|vezes|boleto|pix|oxxo|transfer\\S*|installments?|efectivo|dinheiro|nequi|pse|paypal|klarna|contra ?entrega|cash|declined|rechaz\\S*|recus\\S*|12x|10x|x sem juros)',
  ),
  customs_tax: wording(
    '(?:aduana\\S*|impuesto\\S*|imposto\\S*|tax|taxes|taxa\\S*|dut(?:y|ies)|customs|alfandega|arancel\\S*|iva|importa\\S*|gst)',
  ),
};

/** Intents that no fact settles: only a person mends what went wrong. */
export const grave: ReadonlySet<Intent> = new Set<Intent>([
  'damaged_item',
  'wrong_item',
  'missing_item',
  'complaint_escalation',
  'human_agent',
]);

/** Whether the words themselves say what the intent claims. Takes plain words. */
export const isWorded = (intent: Intent, plain: string): boolean => words[intent]?.test(plain) ?? true;

const identity = wording(
  '(?:eres|sos|es|usted es|voce e|vc e|e|are you|is this|am i|estoy|estou|hablo con|falo com|hablando con|falando com|isso e|this is|(?:chatting|talking|speaking) (?:to|with)) (?:a |an |un |una |um |uma |con |com |to |with |hablando |falando |talking |speaking |chatting |solo |so |just |really |algum |algun |tipo )*(?:bot|robot|robo|robos|maquina|ia|inteligencia artificial|assistente virtual|asistente virtual|contestador|automatic[oa]|automated|machine|chatbot|chat bot)',
  '(?:eres|sos|usted es|voce e|vc e|are you|am i|estoy|estou|hablo con|falo com) (?:a |an |un |una |um |uma |con |com |to |with |hablando |falando |talking |speaking |chatting |the |actual |una |de )*(?:real person|real human|persona real|pessoa real|human|humano|humana|pessoa de verdade|persona de verdad|persona|pessoa|person|alguien real|gente)',
  '(?:bot|robot|robo|ia|ai) (?:o|ou|or) ~ (?:persona|pessoa|person|human|humano|gente)',
);
const wantsOne = wording(
  '(?:quiero|quero|want|need|necesito|preciso|pasame|passa|me comunic\\S*|transfer\\S*|let me|get me|hablar|falar|speak|talk) (?:que |a |con |com |to |with |me |hablar |falar |speak |talk |uma |una )*(?:alguien|alguem|someone|person|persona|pessoa|human|humano|agent|agente|atendente|asesor\\S*|real)',
);

/** "Are you a bot?" asks who we are, and not for somebody else. */
export const asksWhetherBot = (plain: string): boolean => identity.test(plain) && !wantsOne.test(plain);
