/** What buyers ask that shop, not in the words of its articles; some in another language than the article's. */

type ShopQuestion = { readonly language: string; readonly text: string; readonly article: string };

const es = (article: string, ...texts: readonly string[]): readonly ShopQuestion[] =>
  texts.map((text) => ({ language: 'es', text, article }));
const pt = (article: string, ...texts: readonly string[]): readonly ShopQuestion[] =>
  texts.map((text) => ({ language: 'pt', text, article }));
const en = (article: string, ...texts: readonly string[]): readonly ShopQuestion[] =>
  texts.map((text) => ({ language: 'en', text, article }));

export const shopQuestions: readonly ShopQuestion[] = [
  ...es(
    'es-ayuda',
    'en cuántos días tengo mi paquete si vivo en provincia?',
    'se puede recoger en persona?',
    'voy a estar trabajando cuando venga el cartero, lo deja con alguien?',
    'no puedo entrar a mi cuenta, perdí la clave',
    'quiero que eliminen todo lo que saben de mí',
  ),
  ...es(
    'es-devolver',
    'si no me convence lo puedo regresar?',
    'quién cubre el flete si lo mando de vuelta',
    'cuándo veo la plata en mi cuenta después de devolverlo',
    'ya abrí la caja, igual me lo reciben?',
    'los pendientes se pueden cambiar?',
  ),
  ...es(
    'es-garantia-lamparas',
    'dejó de prender a los seis meses, me la arreglan?',
    'se me cayó y se quebró, lo cubren ustedes?',
  ),
  ...es(
    'es-lampara-brisa',
    'cuánto le dura la pila a la Brisa?',
    'la puedo dejar afuera si llueve?',
    'trae cargador?',
    'cuanto pesa la lampara',
    'se le puede bajar la intensidad?',
  ),
  ...es('es-anillos', 'cómo sé qué número de sortija uso', 'mi dedo mide 54 mm de contorno cual pido'),
  ...es(
    'es-pagar',
    'puedo pagarlo a meses?',
    'me rechazó la tarjeta y no sé si me cobraron',
    'se puede pagar en el oxxo',
  ),
  ...es('es-mayoreo', 'quiero 50 piezas para mi negocio, hacen mejor precio?'),
  ...pt(
    'pt-cabelo',
    'tem cheiro forte?',
    'é testado em bicho? sou vegana',
    'quanto tempo dura depois que abre',
    'do que é feito o xampu em barra?',
  ),
  ...pt(
    'pt-brinquedo',
    'meu filho tem 2 aninhos, pode brincar?',
    'a tinta é tóxica?',
    'vem quantas pecinhas',
  ),
  ...pt(
    'pt-entrega',
    'moro em Recife, demora quanto pra chegar?',
    'a partir de que valor não pago o envio',
    'consigo receber ainda hoje?',
    'o boleto já foi, quando começa a contar?',
  ),
  ...pt('pt-nota', 'preciso do documento fiscal no nome da minha firma', 'cadê o danfe?'),
  ...pt('pt-avaria', 'a xícara veio rachada', 'mandaram a cor errada', 'faltou um item na caixa'),
  ...pt(
    'pt-presente',
    'é aniversário da minha mãe, vcs embalam bonito?',
    'dá pra mandar um bilhete junto? e sem o valor',
  ),
  ...pt('pt-fidelidade', 'como uso meus pontos', 'o que ganho comprando sempre com vocês?'),
  ...en(
    'en-shipping',
    'need it by Thursday, is there anything faster?',
    'do you deliver to Honolulu',
    "what's the postage on a $30 order",
    'can it go to a P.O. box',
  ),
  ...en(
    'en-returns',
    "it doesn't suit me, how do I send it back?",
    'when do I get my money back',
    'how long do I have to change my mind',
  ),
  ...en(
    'en-jacket-care',
    'can it go in the laundry?',
    'is it ok to use the dryer',
    'how do I clean it without ruining the feathers',
  ),
  ...en(
    'en-shoes',
    "I'm usually a 9 but my feet are 10.6 inches",
    'do these fit true to size?',
    'which number is a european 43',
  ),
  ...en(
    'en-preorder',
    'when will my card be charged if it is not released yet',
    'can you tell me when the blue one is available again',
  ),
  ...en(
    'en-speaker',
    'how long does the battery last',
    'can I take it to the beach',
    'does it connect to my iphone',
    'is a charging cord included?',
  ),
  // Asked in another language than the article's.
  ...en('es-devolver', 'how many days do I have to return it?', 'who pays for return shipping?'),
  ...en('pt-brinquedo', 'is it safe for a toddler? what age is it for?'),
  ...en('es-anillos', 'how do I know my ring size?'),
  ...pt('es-lampara-brisa', 'a luminária pode tomar chuva?', 'quantas horas dura a bateria da luminária?'),
  ...es('pt-entrega', 'desde qué monto el envío es gratis?'),
  ...es('en-jacket-care', 'se puede lavar la chaqueta en lavadora?'),
  ...es('en-speaker', 'el parlante es resistente al agua? trae cable?'),
  ...pt('en-shoes', 'o tênis de corrida tem forma pequena?'),
  ...en('pt-avaria', 'it arrived broken, what now? should I send pictures?'),
];
