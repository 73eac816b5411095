/** Words that talk to a machine, or as one: in a seller's text they were not written for buyers, in a reply they are no answer. */

const address = [
  // Who is addressed.
  String.raw`(?:^|[^\p{L}])(?:to|for|note to|important to|only for|solo para|só para|para|nota (?:al|ao|a la|à)|al|ao|a la|à)(?: all| the| any| los| las| os| as| la| el| o| a| el)? (?:ai|ia|assistants?|asistentes?|assistentes?|(?:language )?models?|modelos?(?: de lenguaje| de linguagem)?|llms?|robots?|robôs|bots?|chatbots?)(?: only)?\s*[:,.]`,
  String.raw`(?:^|[^\p{L}])(?:ai|ia|assistant|asistente|assistente|chatbot|model|llm|gpt)\s*[:,] ?\p{L}`,
  String.raw`(?:^|[^\p{L}])(?:note|nota|aviso|important|importante|only|solo|só|exclusiv\w+)[^.]{0,25} (?:ai|ia|(?:language )?models?|modelos? de (?:lenguaje|linguagem)|robots?|robôs|bots?|agents?)\s*[:,]`,
  // A role that only prompts have.
  String.raw`(?:^|[^\p{L}])(?:system|sistema|developer|user|usu[aá]rio|admin)\s*(?:note|message|prompt|override|nota|mensaje|mensagem)?\s*[:\]>]`,
  String.raw`\b(?:system|hidden|nota del|mensaje del|mensagem do|texto) (?:note|message|prompt|text|sistema|oculto)\b`,
  String.raw`\[\[|\]\]|\{\{|\}\}|<!--|-->|<\/?[a-z_]+[^>]*>|\{ ?"|###|<\|`,
  String.raw`\b(?:jailbreak|developer mode|modo (?:desarrollador|desenvolvedor)|(?:system|your|hidden|secret|tu|su|seu|teu) prompt|prompt (?:de sistema|do sistema|oculto|escondido)|override (?:all|the rules|your|safety|mode))\b`,
] as const;
const orders = [
  String.raw`(?<!\p{L})(?:ignor[ae]|disregard|forget|olvida|esque[çc]a|desconsidere)[^.]{0,30}(?:instru|rules?|reglas|regras|facts|datos|fatos|above|all previous|acima|tudo(?!\p{L})|todo(?!\p{L})|everything|polic|pol[ií]tica|guidelines)`,
  String.raw`(?<!\p{L})(?:tell|inform) (?:the |every |each |all )?(?:buyer|customer|shopper|user)s?(?!\p{L})`,
  String.raw`(?<!\p{L})(?:say|state|reply|answer|respond|write|append|repeat|confirm) (?:that|the price|code|"|with|your (?:prompt|rules|instructions)|to every|only|exactly)`,
  String.raw`(?<!\p{L})(?:di|diga|dile|d[ií]gale|escreva|escribe|responda|responde|repita|repite|confirma|confirme|promete|prometa|ofereça|ofrece|agrega|adicione|inclua|incluye|muestra|mostre|pede|peça|pide) (?:que|con|com|só|solo|exactamente|exatamente|"|seu prompt|tu prompt|o prompt|al comprador|ao comprador|o nome|el nombre|troca vital|cambio de por vida|tamb)`,
  String.raw`(?<!\p{L})(?:call|chame|llama|dile|trate) (?:the|o|al|a) (?:buyer|comprador|cliente)`,
  String.raw`(?<!\p{L})que paguen (?:fuera|afuera)|mande pagar (?:fora|por fora)|pay outside`,
  String.raw`(?<!\p{L})(?:conf[ií]rmalo|confirme[- ]o|confirm it)(?!\p{L})`,
  String.raw`["{](?:override|orden|ordem|instruction|role|content|system)"? ?:`,
  String.raw`\{\s*(?:promise|promete|promessa|say|di|diga)\b`,
] as const;

const spoken = new RegExp([...address, ...orders].join('|'), 'iu');

/**
 * True for a text of a seller (a title, an attribute, an article) or of anybody else that gives orders to a machine:
 * it is data, none of it is followed, and none of it is said.
 */
export const speaksToMachine = (text: string): boolean => spoken.test(text.normalize('NFKC'));

const offer =
  /\d+ ?% ?(?:off(?!\p{L})|de desc|desc|discount)|(?<!\p{L})(?:use|usa|us[aá]|code|c[oó]digo|cupom|cup[oó]n|coupon) (?:o |el |the )?(?=[\p{Lu}\d]*\d)[\p{Lu}\d]{4,}/u;
/** True for a name of a thing that offers something besides: names name, and promotions stand in articles. */
export const offersSomething = (name: string): boolean => offer.test(name.normalize('NFKC'));

/** How a reply speaks that tells what it was told, or that it is about to obey. */
const ofItself = new RegExp(
  [
    String.raw`(?<!\p{L})(?:my|these|the|mis|mi|estas|las|minhas|as|meu|tus|suas|mes|les|meine) (?:system |hidden |secret |sistema )?(?:prompt|instructions?|rules|guidelines|instrucciones|reglas|instru[çc][õo]es|regras|consignes|anweisungen)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:system prompt|prompt|language model|modelo de (?:lenguaje|linguagem)|api key|jailbreak|developer mode|gpt|llm|bedrock|nova|mistral|ministral|anthropic|openai|claude|gemini|token limit)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:i was|i am|i'm|i have been|fui|me han|me fue|estoy|estou|sou) (?:told|instructed|programmed|trained|instructid\p{L}|instru[ií]d\p{L}|programad\p{L}|entrenad\p{L}|treinad\p{L}|dicho)`,
    String.raw`(?<!\p{L})(?:you write|voc[eê] [eé] (?:um|uma) assistente|eres un asistente|you are an? assistant)`,
    String.raw`(?<!\p{L})(?:as an ai|como (?:una )?(?:ia|inteligencia artificial)|como uma ia|unrestricted|sin restricciones|sem restri[çc][õo]es|dan mode|opposite day)(?!\p{L})`,
    String.raw`[{}<>|\\^~#\u0060]|\[|\]|\*\*|__`,
    String.raw`javascript:|data:|base64`,
  ].join('|'),
  'iu',
);
export const speaksOfItself = (reply: string): boolean => ofItself.test(reply);
