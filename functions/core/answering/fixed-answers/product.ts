/** What we say about an item before it is bought: its details, its price, what sending it costs. */
import type { Texts } from './texts.ts';

export const productTexts = {
  'product.details': {
    tone: 'bright',
    calm: {
      es: [
        'Esto dice la ficha del producto: {details}.',
        'Según la ficha[ de {item}], {details}.',
        'Te paso lo que figura en la ficha: {details}.',
      ],
      pt: [
        'Na ficha do produto consta: {details}.',
        'Pela ficha[ de {item}], {details}.',
        'Olha o que consta na ficha: {details}.',
      ],
      en: [
        "Here's what the product details say: {details}.",
        'According to the details[ of {item}], {details}.',
        'This is what we have in the product details: {details}.',
      ],
    },
  },
  'product.price': {
    tone: 'bright',
    calm: {
      es: [
        'El precio[ de {item}][ ({choice})] es {price}.',
        'Está a {price}[ ({choice})].',
        'El valor[ de {item}][ en la opción {choice}] es de {price}.',
      ],
      pt: [
        'O preço[ de {item}][ ({choice})] é {price}.',
        'Está por {price}[ ({choice})].',
        'O valor[ de {item}][ na opção {choice}] é de {price}.',
      ],
      en: [
        'The price[ of {item}][ ({choice})] is {price}.',
        "It's {price}[ ({choice})].",
        'It sells for {price}[ ({choice})].',
      ],
    },
  },
  'product.priceFrom': {
    tone: 'bright',
    calm: {
      es: [
        'El precio[ de {item}] arranca en {price}; cambia según la opción que elijas.',
        'Hay opciones desde {price}.',
        'Según la opción, el precio[ de {item}] va desde {price}.',
      ],
      pt: [
        'O preço[ de {item}] começa em {price}; muda conforme a opção que você escolher.',
        'Há opções a partir de {price}.',
        'Conforme a opção, o preço[ de {item}] vai a partir de {price}.',
      ],
      en: [
        'The price[ of {item}] starts at {price}; it changes with the option you choose.',
        'There are options from {price}.',
        'Depending on the option, the price[ of {item}] starts at {price}.',
      ],
    },
  },
  'freight.free': {
    tone: 'bright',
    calm: {
      es: [
        'El envío de este producto es gratis, no tiene costo.[ La entrega estimada es {arrival}.]',
        'El envío va sin cargo: es gratis.[ La entrega estimada es {arrival}.]',
        'Este producto tiene envío gratis.[ La entrega estimada es {arrival}.]',
      ],
      pt: [
        'O frete deste produto é grátis.[ A previsão de entrega é {arrival}.]',
        'O envio não tem custo: é grátis.[ A previsão de entrega é {arrival}.]',
        'Este produto tem frete grátis.[ A previsão de entrega é {arrival}.]',
      ],
      en: [
        'Shipping is free for this product.[ Estimated delivery is {arrival}.]',
        'This product ships free.[ Estimated delivery is {arrival}.]',
        'Shipping is free on this one.[ Estimated delivery is {arrival}.]',
      ],
    },
  },
  'freight.cost': {
    tone: 'bright',
    calm: {
      es: [
        'El envío cuesta {freight}.[ La entrega estimada es {arrival}.]',
        'El costo de envío es de {freight}.[ La entrega estimada es {arrival}.]',
        'Por el envío son {freight}.[ La entrega estimada es {arrival}.]',
      ],
      pt: [
        'O frete custa {freight}.[ A previsão de entrega é {arrival}.]',
        'O valor do frete é {freight}.[ A previsão de entrega é {arrival}.]',
        'O envio sai por {freight}.[ A previsão de entrega é {arrival}.]',
      ],
      en: [
        'Shipping costs {freight}.[ Estimated delivery is {arrival}.]',
        'The shipping cost is {freight}.[ Estimated delivery is {arrival}.]',
        "It's {freight} for shipping.[ Estimated delivery is {arrival}.]",
      ],
    },
  },
  'freight.stated': {
    tone: 'bright',
    calm: {
      es: [
        'Sobre el envío, la publicación indica: {terms}.',
        'Para el envío figura esto: {terms}.',
        'La publicación dice sobre el envío: {terms}.',
      ],
      pt: [
        'Sobre o envio, o anúncio indica: {terms}.',
        'Para o envio consta isto: {terms}.',
        'O anúncio diz sobre o envio: {terms}.',
      ],
      en: [
        'On shipping, the listing says: {terms}.',
        'For shipping, this is what is listed: {terms}.',
        'The listing says this about shipping: {terms}.',
      ],
    },
  },
  'product.unknown': {
    tone: 'help',
    calm: {
      es: [
        'Ese dato no lo tengo confirmado y prefiero no inventarlo.',
        'La ficha[ de {item}] no lo dice, y prefiero no darte un dato equivocado.',
        'Eso no figura en la ficha del producto, así que mejor confirmarlo antes de decirte algo.',
      ],
      pt: [
        'Essa informação não está confirmada aqui e prefiro não inventar.',
        'A ficha[ de {item}] não diz isso, e prefiro não passar um dado errado.',
        'Isso não consta na ficha do produto, então melhor confirmar antes de te dizer algo.',
      ],
      en: [
        "I don't have that confirmed, and I'd rather not make it up.",
        "The product details[ of {item}] don't say, and I'd rather not tell you something wrong.",
        "That isn't in the product details, so it's better to confirm it before telling you anything.",
      ],
    },
  },
  'product.which': {
    tone: 'help',
    calm: {
      es: [
        'No veo de qué producto me <hablas|hablás>. Si nos <dices|decís> cuál es, el equipo lo revisa.',
        '¿Cuál es el producto que te interesa? <Déjanos|Dejanos> el nombre y el equipo lo mira.',
        'Me falta saber de qué producto se trata; con el nombre alcanza.',
      ],
      pt: [
        'Não vejo de qual produto você está falando. Se disser qual é, a equipe olha.',
        'Qual é o produto que te interessa? Deixe o nome e a equipe confere.',
        'Falta eu saber de qual produto se trata; só o nome já basta.',
      ],
      en: [
        "I can't see which product you mean. If you tell us which one it is, the team will check.",
        'Which product are you interested in? Leave us its name and the team will look.',
        'I still need to know which product this is about; the name is enough.',
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
