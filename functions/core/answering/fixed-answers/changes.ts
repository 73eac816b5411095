/** What we say about changing the address of an order or cancelling it: never done before a person says so. */
import type { Texts } from './texts.ts';

export const changeTexts = {
  'address.notShipped': {
    tone: 'help',
    calm: {
      es: [
        'Tu pedido[ {order}] todavía no ha salido, así que se puede revisar el cambio de dirección. Aún no está hecho: lo confirma alguien del equipo.',
        'El pedido[ {order}] sigue en preparación. El cambio de entrega no queda hecho hasta que el equipo te lo confirme.',
        'Buen momento para avisar: el pedido[ {order}] aún no sale. Falta que el equipo confirme la nueva dirección.',
      ],
      pt: [
        'Seu pedido[ {order}] ainda não saiu, então dá para avaliar a troca de endereço. Ela ainda não está feita: quem confirma é alguém da equipe.',
        'O pedido[ {order}] continua em preparação. A mudança na entrega só vale depois que a equipe confirmar com você.',
        'Que bom que avisou agora: o pedido[ {order}] ainda não saiu. Falta a equipe confirmar o novo endereço.',
      ],
      en: [
        "Your order[ {order}] hasn't shipped yet, so an address change can be looked at. It isn't done yet: someone on the team has to confirm it.",
        "Order[ {order}] is still being prepared. The delivery change isn't final until the team confirms it with you.",
        "Good thing you told us now: order[ {order}] hasn't left yet. The team still has to confirm the new address.",
      ],
    },
  },
  'address.shipped': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] ya va en camino[ con {carrier}], así que no puedo darte por hecho un cambio de dirección.',
        'El pedido[ {order}] ya salió[ con {carrier}]. A esta altura hay que ver si todavía se puede cambiar la entrega.',
        'Como el pedido[ {order}] ya está en tránsito[ con {carrier}], el cambio de dirección hay que consultarlo.',
      ],
      pt: [
        'Seu pedido[ {order}] já está a caminho[ com {carrier}], então não posso dar a troca de endereço como certa.',
        'O pedido[ {order}] já saiu[ com {carrier}]. Agora é preciso ver se ainda dá para mudar a entrega.',
        'Como o pedido[ {order}] já está em trânsito[ com {carrier}], a mudança de endereço precisa ser consultada.',
      ],
      en: [
        "Your order[ {order}] is already on its way[ with {carrier}], so I can't confirm an address change myself.",
        'Order[ {order}] has already left[ with {carrier}]. Someone needs to check whether the delivery can still be changed.',
        'Since order[ {order}] is already in transit[ with {carrier}], the address change has to be checked first.',
      ],
    },
  },
  'address.asked': {
    tone: 'help',
    calm: {
      es: [
        'Anoté que <quieres|querés> cambiar la entrega de tu pedido[ {order}]. Aún no está hecho: falta que el equipo lo confirme.',
        'Tengo a la vista el pedido[ {order}] y el cambio de entrega que <quieres|querés>. No queda firme hasta que el equipo lo revise.',
        'Recibí el cambio de entrega para el pedido[ {order}]. Hay que ver en qué punto está antes de confirmarlo.',
      ],
      pt: [
        'Anotei que você quer mudar a entrega do pedido[ {order}]. Ainda não está feito: falta a equipe confirmar.',
        'Estou vendo aqui o pedido[ {order}] e já anotei a mudança de entrega. Ela só vale depois que a equipe olhar.',
        'Recebi a mudança de entrega do pedido[ {order}]. É preciso ver em que ponto ele está antes de confirmar.',
      ],
      en: [
        "I've noted that you want to change the delivery of order[ {order}]. It isn't done yet: the team has to confirm it.",
        "I'm looking at your order[ {order}] and I've noted the delivery change you want. It isn't final until the team has reviewed it.",
        'Got it, a delivery change for order[ {order}]. Someone needs to see how far along it is before confirming.',
      ],
    },
  },
  'cancel.notShipped': {
    tone: 'help',
    calm: {
      es: [
        'Tu pedido[ {order}] todavía no ha salido. La cancelación la confirma alguien del equipo; hasta entonces, no la des por hecha.',
        'El pedido[ {order}] sigue con nosotros, en preparación. Ya quedó anotado que <quieres|querés> cancelarlo, y falta que el equipo lo confirme.',
        'Anoté que <quieres|querés> cancelar el pedido[ {order}], que aún no sale. Queda firme cuando el equipo te lo confirme.',
      ],
      pt: [
        'Seu pedido[ {order}] ainda não saiu. Quem confirma o cancelamento é alguém da equipe; até lá, não conte como feito.',
        'O pedido[ {order}] continua aqui, em preparação. Já ficou anotado que você quer cancelar, e falta a equipe confirmar.',
        'Anotei que você quer cancelar o pedido[ {order}], que ainda não saiu. Só vale quando a equipe confirmar com você.',
      ],
      en: [
        "Your order[ {order}] hasn't shipped yet. Someone on the team confirms the cancellation, so please don't count it as done until then.",
        "Order[ {order}] is still here, being prepared. I've noted that you want to cancel it, and the team still has to confirm.",
        "I've noted that you want to cancel order[ {order}], which hasn't left yet. It's final once the team confirms it with you.",
      ],
    },
  },
  'cancel.shipped': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] ya salió[ con {carrier}], así que no puedo darte por hecha la cancelación.',
        'El pedido[ {order}] ya va en camino[ con {carrier}]. A esta altura hay que ver qué opciones quedan.',
        'Como el pedido[ {order}] ya está en tránsito[ con {carrier}], cancelarlo no depende solo de nosotros.',
      ],
      pt: [
        'Seu pedido[ {order}] já saiu[ com {carrier}], então não posso dar o cancelamento como certo.',
        'O pedido[ {order}] já está a caminho[ com {carrier}]. Agora é preciso ver quais opções restam.',
        'Como o pedido[ {order}] já está em trânsito[ com {carrier}], cancelar não depende só da gente.',
      ],
      en: [
        "Your order[ {order}] has already left[ with {carrier}], so I can't confirm the cancellation.",
        'Order[ {order}] is already on its way[ with {carrier}]. Someone needs to see what options are left.',
        "Since order[ {order}] is already in transit[ with {carrier}], canceling it isn't only up to us.",
      ],
    },
  },
  'cancel.delivered': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] ya figura como entregado, así que lo que queda por ver es una devolución.',
        'El pedido[ {order}] aparece entregado. En ese punto ya no se trata de cancelar, sino de devolver.',
        'Como el pedido[ {order}] ya consta entregado, en lugar de una cancelación hay que mirar la devolución.',
      ],
      pt: [
        'Seu pedido[ {order}] já consta como entregue, então o que resta ver é uma devolução.',
        'O pedido[ {order}] aparece como entregue. Nesse ponto já não se trata de cancelar, e sim de devolver.',
        'Como o pedido[ {order}] já foi entregue, em vez de um cancelamento é preciso ver a devolução.',
      ],
      en: [
        'Your order[ {order}] already shows as delivered, so what we can look at now is a return.',
        "Order[ {order}] is marked as delivered. At this point it's about returning it rather than canceling.",
        'Since order[ {order}] has been delivered, the thing to look at is a return instead of a cancellation.',
      ],
    },
  },
  'cancel.asked': {
    tone: 'help',
    calm: {
      es: [
        'Ya quedó anotado que <quieres|querés> cancelar el pedido[ {order}]. Falta que el equipo lo revise y te lo confirme.',
        'Anoté la cancelación que <pides|pedís> para el pedido[ {order}]. Todavía no está hecha: primero hay que ver en qué punto está.',
        'Estoy viendo tu pedido[ {order}] y anoté que <quieres|querés> cancelarlo. No queda firme hasta que el equipo lo confirme.',
      ],
      pt: [
        'Já ficou anotado que você quer cancelar o pedido[ {order}]. Falta a equipe olhar e confirmar com você.',
        'Anotei o cancelamento que você pediu para o pedido[ {order}]. Ainda não está feito: primeiro é preciso ver em que ponto ele está.',
        'Estou vendo o pedido[ {order}] e anotei que você quer cancelar. Só vale depois que a equipe confirmar.',
      ],
      en: [
        "I've noted that you want to cancel order[ {order}]. The team still has to review it and confirm it with you.",
        "I've noted the cancellation you asked for on order[ {order}]. It isn't done yet: someone needs to see how far along it is.",
        "I'm looking at your order[ {order}], and I've noted that you'd like to cancel it. It isn't final until the team confirms.",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
