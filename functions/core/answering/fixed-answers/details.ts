/** What we say where single facts answer, and where something asked for does not stand in what we may see. */
import type { Texts } from './texts.ts';

export const detailTexts = {
  'order.details': {
    tone: 'bright',
    calm: {
      es: [
        'Esto es lo que figura en tu pedido {order}: {details}.',
        'En el pedido {order} veo lo siguiente: {details}.',
        'Te paso lo que consta en el pedido {order}: {details}.',
      ],
      pt: [
        'Isto é o que consta no seu pedido {order}: {details}.',
        'No pedido {order} vejo o seguinte: {details}.',
        'Olha o que aparece no pedido {order}: {details}.',
      ],
      en: [
        "Here's what your order {order} shows: {details}.",
        'On order {order} I can see this: {details}.',
        'This is what we have for order {order}: {details}.',
      ],
    },
  },
  'rest.unknown': {
    tone: 'own',
    calm: {
      es: [
        'Sobre lo demás que preguntas no tengo el dato aquí.',
        'Lo otro que mencionas no me figura, y prefiero no adivinar.',
        'Para el resto de tu mensaje no encuentro un dato seguro.',
      ],
      pt: [
        'Sobre o resto que você perguntou, não tenho o dado aqui.',
        'O outro ponto não consta aqui, e prefiro não chutar.',
        'Para o resto da sua mensagem não encontro um dado seguro.',
      ],
      en: [
        "On the rest of what you asked, I don't have the answer here.",
        "The other part isn't something I can see, and I'd rather not guess.",
        "For the rest of your message I can't find a reliable answer.",
      ],
    },
  },
  'greeting.bot': {
    tone: 'direct',
    calm: {
      es: [
        'Soy el asistente automático de la tienda: respondo con los datos de tu compra y de los productos.',
        'Te respondo con franqueza: soy un asistente virtual de la tienda, y atrás hay un equipo de personas.',
        'Soy un asistente virtual; cuando hace falta, sigue una persona del equipo.',
      ],
      pt: [
        'Sou o assistente automático da loja: respondo com os dados da sua compra e dos produtos.',
        'Respondo com sinceridade: sou um assistente virtual da loja, e atrás de mim há uma equipe de pessoas.',
        'Sou um assistente virtual; quando é preciso, uma pessoa da equipe continua.',
      ],
      en: [
        "I'm the store's automated assistant: I answer with the details of your purchase and the products.",
        "To be honest with you, I'm a virtual assistant for the store, and there's a team of people behind me.",
        "I'm a virtual assistant; when it's needed, a person on the team steps in.",
      ],
    },
  },
  'coupon.unlisted': {
    tone: 'sober',
    calm: {
      es: [
        'Ese código no me aparece entre las promociones vigentes, así que no lo puedo confirmar.',
        'No, ese código no figura como vigente en lo que tengo a la vista.',
        'Busqué ese código y no está entre las promociones que siguen activas.',
      ],
      pt: [
        'Esse código não aparece entre as promoções vigentes, então não consigo confirmar.',
        'Não, esse código não consta como válido no que tenho aqui.',
        'Procurei esse código e ele não está entre as promoções que seguem ativas.',
      ],
      en: [
        "That code isn't among the promotions running now, so I can't confirm it.",
        'No, that code is not listed as active in what I can see.',
        "I looked for that code and it isn't among the promotions that are still active.",
      ],
    },
  },
  'return.ended': {
    tone: 'sober',
    calm: {
      es: [
        'El plazo para devolver el pedido {order} terminó {onUntil}.',
        'Para el pedido {order}, la devolución se podía pedir hasta {until}; ese plazo ya pasó.',
        'Ya no estamos en plazo: la devolución del pedido {order} terminaba {onUntil}.',
      ],
      pt: [
        'O prazo para devolver o pedido {order} terminou {onUntil}.',
        'Para o pedido {order}, a devolução podia ser pedida até {until}; esse prazo já passou.',
        'Já não estamos no prazo: a devolução do pedido {order} terminava {onUntil}.',
      ],
      en: [
        'The return window for order {order} ended {onUntil}.',
        'For order {order}, returns were open until {until}, so that window has passed.',
        "We're past it: the return window for order {order} closed {onUntil}.",
      ],
    },
  },
  'exchange.ended': {
    tone: 'sober',
    calm: {
      es: [
        'El plazo para cambiar el pedido {order} terminó {onUntil}.',
        'Para el pedido {order}, el cambio se podía pedir hasta {until}; ese plazo ya pasó.',
        'Ya no estamos en plazo: el cambio del pedido {order} terminaba {onUntil}.',
      ],
      pt: [
        'O prazo para trocar o pedido {order} terminou {onUntil}.',
        'Para o pedido {order}, a troca podia ser pedida até {until}; esse prazo já passou.',
        'Já não estamos no prazo: a troca do pedido {order} terminava {onUntil}.',
      ],
      en: [
        'The exchange window for order {order} ended {onUntil}.',
        'For order {order}, exchanges were open until {until}, so that window has passed.',
        "We're past it: the exchange window for order {order} closed {onUntil}.",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
