/** Which of our three languages a short text of ours reads as, by the little words that only one of them has. */
import type { AnsweredLanguage } from '../domain/language.ts';
import { answeredLanguages } from '../domain/language.ts';

/** Little words as they are written, accents included. A word that stands in two lists tells nothing and is left out. */
const marks: Readonly<Record<AnsweredLanguage, string>> = {
  es: `el la los las y con pero una unos unas un tu tus lo le les te se está están aquí ya más del al muy hola gracias qué cómo cuándo dónde
    quieres querés quiero puedes podés puedo prefieres preferís tienes tenés tengas eres sos hay hasta todavía también aún así ahí hoy ayer mañana
    usted nuestro nuestra nuestros nuestras sigue va es son fue ha han he hemos este esta estos estas ese esa eso esto sin desde hacia mientras cuando
    donde si dime decime cuéntame contame cuentas contás avísame avisame compárteme compartime escríbeme mándame envío envíos tienda precio talla
    talle cupón reembolso reintegro devolución paquete paquetería equipo claro disculpa disculpas lamento entiendo molestia espera pago salió
    figura aparece llegó entregado entregada fecha número guía seguimiento producto alguien contigo vos ti factura garantía plazo compra gusto
    necesitamos necesitas llega llegan sale cuesta horas quedan vence manejamos cualquier
    mismo medio revisa agotado queda quedan opciones ahora momento respuesta estimada cancelado cancelación dirección foto fotos no por que de en a
    para como me mi su nos ser persona pedido entrega entre todo todos otra otro`,
  pt: `o a os as e um uma uns umas com mas você vocês seu sua seus suas nosso nossa nossos nossas de do da dos das no na nos nas ao aos à às em por pelo
    pela não sim já mais também ainda até está estão são foi ser tem têm há isso isto esse essa este esta aqui lá quando onde como porque que para
    olá oi obrigado obrigada desculpe sinto muito entendo pessoa pedido entrega entregue envio código rastreio nota fiscal reembolso devolução
    troca prazo data hoje ontem amanhã preço frete tamanho cor loja equipe pagamento cartão cupom produto garantia me conte quer quiser pode puder
    consegue preciso precisa tudo bem certo chegou saiu caminho confira mande avise olhar olhei dá dar só agora conversa atendimento ajudar dúvida
    meu minha é sai chega custa horas restam vence precisamos ignore certa
    consta retirar retirada estoque esgotado disponível opções qualquer alguém nenhum nenhuma foto fotos endereço cancelamento dele dela se desde número aparece
    compra momento te lamento claro espera pago entre todo todos outra outro`,
  en: `the and your you yours we our ours us is are was were be been has have had it its this that these those of to for with from on in at by a
    not no do don't can't won't isn't hasn't haven't doesn't didn't i i'm i'll i'd it's that's we're we've you're you've you'd there here as
    sorry thanks thank hello hi please order orders delivery delivered package shipped shipping tracking number refund return exchange
    team someone person chat right yet still already now when where what which how if just so but or an me my let know look looking
    out up under will would can could should shows show showing date today yesterday tomorrow price size color store payment invoice warranty come`,
};

const wordsIn = (language: AnsweredLanguage): readonly string[] => marks[language].split(/\s+/);

const listed = answeredLanguages.flatMap((language) =>
  wordsIn(language).map((word) => [word, language] as const),
);
const shared = new Set(
  listed
    .filter(([word, language]) => listed.some(([other, of]) => other === word && of !== language))
    .map(([word]) => word),
);
const languageByWord: ReadonlyMap<string, AnsweredLanguage> = new Map(
  listed.filter(([word]) => !shared.has(word)),
);

type Counts = Readonly<Record<AnsweredLanguage, number>>;

/** Endings that only one language has, from words long enough to have one. */
const endings: readonly (readonly [RegExp, AnsweredLanguage])[] = [
  [/(?:ción|ciones|[óé]is|ñ[aeo]s?|ables|ibles|illa|illo)$/u, 'es'],
  [/(?:ção|ções|ã[eo]s?|õe?s?|lh[aeo]s?|nh[aeo]s?|áveis|íveis|agem)$/u, 'pt'],
  [/(?:ing|tion|tions|ness|ship|'s|'ll|'re)$/u, 'en'],
];
const languageOfWord = (word: string): AnsweredLanguage | undefined =>
  languageByWord.get(word) ?? endings.find(([ending]) => ending.test(word))?.[1];

/** How many words of the text only one language has. */
export const marksIn = (text: string): Counts => {
  const counts = { es: 0, pt: 0, en: 0 };
  for (const word of text.toLowerCase().match(/[\p{L}']+/gu) ?? []) {
    const language = languageOfWord(word);
    if (language !== undefined) counts[language] += 1;
  }
  return counts;
};

/** The language with clearly most of the words that only one has, or null when the text does not tell. */
export const readLanguage = (text: string): AnsweredLanguage | null => {
  const counts = marksIn(text);
  const ranked = [...answeredLanguages].sort((a, b) => counts[b] - counts[a]);
  const [first, second] = ranked;
  return first !== undefined && second !== undefined && counts[first] > counts[second] ? first : null;
};

/** True when a text can be said to somebody who reads `language`: it reads as that language. */
export const readsAs = (text: string, language: AnsweredLanguage): boolean => readLanguage(text) === language;
