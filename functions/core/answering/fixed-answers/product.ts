/** What we say about an item before it is bought: details, price, freight, stock, coupons, duties. */
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
        'El envío de este producto no tiene costo.[ La entrega estimada es {arrival}.]',
        'El envío va sin cargo.[ La entrega estimada es {arrival}.]',
        'Este producto tiene envío gratis.[ La entrega estimada es {arrival}.]',
      ],
      pt: [
        'O frete deste produto é grátis.[ A previsão de entrega é {arrival}.]',
        'O envio não tem custo.[ A previsão de entrega é {arrival}.]',
        'Este produto tem frete grátis.[ A previsão de entrega é {arrival}.]',
      ],
      en: [
        'Shipping is free for this product.[ Estimated delivery is {arrival}.]',
        'This product ships free.[ Estimated delivery is {arrival}.]',
        "There's no shipping charge on this one.[ Estimated delivery is {arrival}.]",
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
  'stock.available': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, hay disponibilidad[ de {item}].',
        'Sí, lo tenemos en stock[: {item}].',
        'Sí, todavía quedan unidades[ de {item}].',
      ],
      pt: [
        'Sim, está disponível[: {item}].',
        'Sim, temos em estoque[: {item}].',
        'Sim, ainda tem unidades[ de {item}].',
      ],
      en: [
        "Yes, it's available[: {item}].",
        'Yes, we have it in stock[: {item}].',
        'Yes, there are still some left[ of {item}].',
      ],
    },
  },
  'stock.options': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, hay disponibilidad[ de {item}].[ Tenemos {options}; ¿cuál <prefieres|preferís>?]',
        'Sí, hay stock.[ Las opciones disponibles son {options}.]',
        'Sí, está disponible.[ Por ahora hay {options}.]',
      ],
      pt: [
        'Sim, está disponível[: {item}].[ Temos {options}; qual você prefere?]',
        'Sim, tem em estoque.[ As opções disponíveis são {options}.]',
        'Sim, tem sim.[ No momento há {options}.]',
      ],
      en: [
        "Yes, it's available[: {item}].[ We have {options}; which one would you like?]",
        "Yes, it's in stock.[ The available options are {options}.]",
        'Yes, we have it.[ Right now there is {options}.]',
      ],
    },
  },
  'stock.choice': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, tenemos disponible esa opción: {choice}.',
        'Sí, hay stock de {choice}.',
        'Sí, {choice} está disponible.',
      ],
      pt: [
        'Sim, temos essa opção disponível: {choice}.',
        'Sim, tem em estoque: {choice}.',
        'Sim, {choice} está disponível.',
      ],
      en: [
        'Yes, we have that option available: {choice}.',
        'Yes, {choice} is in stock.',
        'Yes, {choice} is available.',
      ],
    },
  },
  'stock.choices': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, hay disponibilidad.[ Tenemos {options}.]',
        'Sí, está disponible.[ Las opciones son {options}.]',
        'Sí, hay stock[: {options}].',
      ],
      pt: [
        'Sim, está disponível.[ Temos {options}.]',
        'Sim, tem sim.[ As opções são {options}.]',
        'Sim, tem em estoque[: {options}].',
      ],
      en: [
        "Yes, it's available.[ We have {options}.]",
        'Yes, we have it.[ The options are {options}.]',
        "Yes, it's in stock[: {options}].",
      ],
    },
  },
  'stock.choiceGone': {
    tone: 'sober',
    calm: {
      es: [
        'Esa opción[ ({choice})] está agotada por ahora.[ Lo que sí tenemos: {options}.]',
        'Por el momento no queda esa opción[: {choice}].[ Disponibles hay {options}.]',
        'Se nos agotó esa opción[ ({choice})].[ Te puede servir alguna de estas: {options}.]',
      ],
      pt: [
        'Essa opção[ ({choice})] está esgotada por enquanto.[ O que temos: {options}.]',
        'No momento não tem essa opção[: {choice}].[ Disponíveis há {options}.]',
        'Essa opção acabou[ ({choice})].[ Talvez uma destas sirva: {options}.]',
      ],
      en: [
        'That option[ ({choice})] is sold out for now.[ What we do have: {options}.]',
        "We don't have that option at the moment[: {choice}].[ Available right now: {options}.]",
        'We ran out of that option[ ({choice})].[ One of these might work for you: {options}.]',
      ],
    },
  },
  'stock.unknownChoice': {
    tone: 'sober',
    calm: {
      es: [
        'Esa opción no la veo en este producto.[ Lo que hay disponible es {options}.]',
        'No encuentro esa opción entre las de este producto.[ Tenemos {options}.]',
        'Este producto no figura en esa opción.[ Hay {options}.]',
      ],
      pt: [
        'Essa opção não aparece neste produto.[ O que está disponível é {options}.]',
        'Não encontro essa opção entre as deste produto.[ Temos {options}.]',
        'Este produto não consta nessa opção.[ Há {options}.]',
      ],
      en: [
        "I don't see that option for this product.[ What's available is {options}.]",
        "I can't find that option for this product.[ We have {options}.]",
        "This product isn't listed in that option.[ There is {options}.]",
      ],
    },
  },
  'stock.none': {
    tone: 'sober',
    calm: {
      es: [
        'Por ahora no hay unidades disponibles[ de {item}], y no tengo una fecha de reposición para darte.',
        'En este momento está agotado[: {item}]. Todavía no veo cuándo vuelve.',
        'Se nos agotó[: {item}], y no tengo confirmado si vuelve ni cuándo.',
      ],
      pt: [
        'No momento não há unidades disponíveis[ de {item}], e não tenho uma data de reposição para te passar.',
        'Agora está esgotado[: {item}]. Ainda não vejo quando volta.',
        'Acabou[: {item}], e não tenho confirmado se volta nem quando.',
      ],
      en: [
        "There's nothing available right now[: {item}], and I don't have a restock date to give you.",
        "It's sold out at the moment[: {item}]. I can't see yet when it comes back.",
        "We've run out[: {item}], and it isn't confirmed if or when it comes back.",
      ],
    },
  },
  'stock.notEnough': {
    tone: 'sober',
    calm: {
      es: [
        'Para esa cantidad no alcanza por ahora. Unidades disponibles: {stock}[ ({choice})].',
        'No tenemos tantas por el momento; las unidades disponibles son {stock}[ ({choice})].',
        'Esa cantidad no la cubrimos ahora. Disponibles: {stock}[ ({choice})].',
      ],
      pt: [
        'Para essa quantidade não dá por enquanto. Unidades disponíveis: {stock}[ ({choice})].',
        'Não temos tantas no momento; as unidades disponíveis são {stock}[ ({choice})].',
        'Essa quantidade não temos agora. Disponíveis: {stock}[ ({choice})].',
      ],
      en: [
        "We can't cover that quantity right now. Units available: {stock}[ ({choice})].",
        "We don't have that many at the moment; available units: {stock}[ ({choice})].",
        "That's more than we have now. Available: {stock}[ ({choice})].",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
