/** Words that promise, and words that count time: no answer of ours holds them unless the facts do. */
import type { AnsweredLanguage } from '../domain/language.ts';

/** Only a person may promise. Matched case-insensitively inside a text. */
const promises: Readonly<Record<AnsweredLanguage, RegExp>> = {
  es: /\b(?:te |le )?(?:garanti[zc](?:o|amos|ado)|promet(?:o|emos)|asegur(?:o|amos)\b|doy mi palabra)|\b(?:te|le|se|lo|la) (?:reembolsaremos|devolveremos|enviaremos|mandaremos|cambiaremos|compensaremos|repondremos|daremos|regalaremos|reembolsará|devolverá|reintegrará)|\bvamos a (?:reembolsar|devolver|reintegrar|compensar|enviarte|mandarte|regalar|reponer)|\b(?:vas a|va a) (?:recibir|llegar)|\b(?:recibirás|llegará|recibirá|será reembolsado|será entregado)|\bsin falta\b|\bcien por ciento\b/iu,
  pt: /\b(?:garant(?:o|imos|ido)|promet(?:o|emos)|assegur(?:o|amos))\b|\b(?:reembolsaremos|devolveremos|enviaremos|trocaremos|compensaremos|mandaremos)\b|\b(?:vamos|iremos|vou) (?:reembolsar|devolver|enviar|mandar|trocar|compensar|estornar)|\bvai (?:chegar|receber)|\b(?:chegará|receberá|será (?:reembolsado|entregue|estornado))|\bsem falta\b|\bcom certeza (?:chega|vai)/iu,
  en: /\b(?:guaranteed?|promise[ds]?|assure you)\b|\b(?:we|i|they)(?:'ll| will) (?:refund|replace|send|ship|compensate|reimburse|credit|give you|exchange)|\bgoing to (?:refund|replace|send|compensate|reimburse)|\byou(?:'ll| will) (?:get|receive)\b|\bwill (?:arrive|be (?:delivered|refunded|replaced|reimbursed|there by))|\bfor sure by\b|\bwithout fail\b/iu,
};

const counted: Readonly<Record<AnsweredLanguage, RegExp>> = {
  es: /\b(?:un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|veinticuatro|treinta|cuarenta|pocos|pocas|unos|unas|par de) (?:minutos?|horas?|días?|semanas?|mes(?:es)?|pesos|por ciento)\b/iu,
  pt: /\b(?:um|uma|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta|quarenta|poucos|poucas|alguns|algumas) (?:minutos?|horas?|dias?|semanas?|m[eê]s(?:es)?|reais|por cento)\b/iu,
  en: /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|few|couple of|a|an) (?:business |working )?(?:minutes?|hours?|days?|weeks?|months?|dollars|percent)\b/iu,
};

/** True when the text promises something, in any of our languages. */
export const promisesSomething = (text: string): boolean =>
  Object.values(promises).some((pattern) => pattern.test(text));

/** True when the text counts time or money in words: "dos días", "a few hours". */
export const countsInWords = (text: string): boolean =>
  Object.values(counted).some((pattern) => pattern.test(text));
