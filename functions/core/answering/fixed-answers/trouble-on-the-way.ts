/** What we say when an order is late, stuck, cancelled, or cannot be found. */
import type { Texts } from './texts.ts';

export const troubleOnTheWayTexts = {
  'where.late': {
    tone: 'late',
    calm: {
      es: [
        'La entrega de tu pedido[ {order}] estaba estimada para {estimated} y todavía no figura como entregado.[ Sigue en movimiento, lo último que veo: {lastMove}.][ El <tracking> es {tracking}.]',
        'El pedido[ {order}] viene con demora: se estimaba para {estimated}.[ Último movimiento: {lastMove}.][ <Puedes|Podés> seguirlo con el <tracking> {tracking}.]',
        '<Tienes|Tenés> razón, tu pedido[ {order}] debería haber llegado: la fecha estimada era {estimated}.[ Sigue en camino con {carrier}.][ Último movimiento: {lastMove}.]',
      ],
      pt: [
        'A entrega do pedido[ {order}] estava prevista para {estimated} e ele ainda não consta como entregue.[ Ele continua andando, a última movimentação: {lastMove}.][ O código de rastreio é {tracking}.]',
        'O pedido[ {order}] está atrasado: a previsão era {estimated}.[ Última movimentação: {lastMove}.][ Dá para acompanhar pelo código de rastreio {tracking}.]',
        'Você tem razão, o pedido[ {order}] já deveria ter chegado: a previsão era {estimated}.[ Ele continua a caminho com {carrier}.][ Última movimentação: {lastMove}.]',
      ],
      en: [
        "Delivery of your order[ {order}] was estimated for {estimated} and it doesn't show as delivered yet.[ It's still moving; the latest I see: {lastMove}.][ The tracking number is {tracking}.]",
        'Order[ {order}] is running late: it was estimated for {estimated}.[ Latest update: {lastMove}.][ You can follow it with tracking number {tracking}.]',
        "You're right, order[ {order}] should have been there by now: the estimated date was {estimated}.[ It's still on its way with {carrier}.][ Latest update: {lastMove}.]",
      ],
    },
  },
  'where.stalled': {
    tone: 'late',
    calm: {
      es: [
        'La entrega de tu pedido[ {order}] estaba estimada para {estimated} y sigue sin figurar como entregado.[ Lo último que veo: {lastMove}.]',
        'El pedido[ {order}] tenía fecha estimada {onEstimated} y no aparece entregado.[ Lo lleva {carrier}.][ Último movimiento: {lastMove}.]',
        '<Tienes|Tenés> razón: tu pedido[ {order}] se estimaba para {estimated} y no ha llegado.[ El <tracking> es {tracking}.]',
      ],
      pt: [
        'A entrega do pedido[ {order}] estava prevista para {estimated} e ele continua sem constar como entregue.[ A última movimentação que vejo: {lastMove}.]',
        'O pedido[ {order}] tinha previsão para {estimated} e não aparece como entregue.[ Está com {carrier}.][ Última movimentação: {lastMove}.]',
        'Você tem razão: o pedido[ {order}] era para {estimated} e não chegou.[ O código de rastreio é {tracking}.]',
      ],
      en: [
        "Delivery of your order[ {order}] was estimated for {estimated} and it still doesn't show as delivered.[ The latest I see: {lastMove}.]",
        "Order[ {order}] had an estimated date of {estimated} and isn't marked as delivered.[ It's with {carrier}.][ Latest update: {lastMove}.]",
        "You're right: order[ {order}] was estimated for {estimated} and it hasn't been delivered.[ The tracking number is {tracking}.]",
      ],
    },
  },
  'where.stuck': {
    tone: 'late',
    calm: {
      es: [
        'Tu pedido[ {order}] figura en camino, pero no veo movimientos recientes.[ El último: {lastMove}.]',
        'El envío de tu pedido[ {order}] lleva tiempo sin moverse.[ Lo tiene {carrier}.][ Último movimiento: {lastMove}.]',
        'Miré el pedido[ {order}] y no encuentro avances recientes en el seguimiento.[ Lo último que figura: {lastMove}.]',
      ],
      pt: [
        'Seu pedido[ {order}] consta a caminho, mas não vejo movimentação recente.[ A última: {lastMove}.]',
        'O envio do pedido[ {order}] está parado há um tempo.[ Está com {carrier}.][ Última movimentação: {lastMove}.]',
        'Olhei o pedido[ {order}] e não encontro avanço recente no rastreio.[ A última movimentação: {lastMove}.]',
      ],
      en: [
        "Your order[ {order}] shows as on its way, but I don't see any recent movement.[ The last one: {lastMove}.]",
        "The shipment of order[ {order}] hasn't moved in a while.[ It's with {carrier}.][ Latest update: {lastMove}.]",
        "I looked at order[ {order}] and there's no recent progress in the tracking.[ The last entry: {lastMove}.]",
      ],
    },
  },
  'where.delayed': {
    tone: 'late',
    calm: {
      es: [
        'El envío de tu pedido[ {order}] figura con demora[; lo lleva {carrier}].[ Por ahora la entrega está estimada para {estimated}.][ Último movimiento: {lastMove}.]',
        'Tu pedido[ {order}] está en tránsito, pero el seguimiento marca un retraso.[ Fecha estimada de entrega: {estimated}.][ El <tracking> es {tracking}.]',
        'Veo que el pedido[ {order}] viene retrasado[ con {carrier}].[ La fecha estimada sigue siendo {estimated}.][ Último movimiento: {lastMove}.]',
      ],
      pt: [
        'O envio do pedido[ {order}] consta com atraso[; está com {carrier}].[ Por enquanto a entrega está prevista para {estimated}.][ Última movimentação: {lastMove}.]',
        'Seu pedido[ {order}] está em trânsito, mas o rastreio mostra um atraso.[ Previsão de entrega: {estimated}.][ O código de rastreio é {tracking}.]',
        'Vejo que o pedido[ {order}] está atrasado[ com {carrier}].[ A previsão continua sendo {estimated}.][ Última movimentação: {lastMove}.]',
      ],
      en: [
        "The shipment of your order[ {order}] shows a delay[; it's with {carrier}].[ For now, delivery is estimated for {estimated}.][ Latest update: {lastMove}.]",
        'Your order[ {order}] is in transit, but the tracking shows a delay.[ Estimated delivery date: {estimated}.][ The tracking number is {tracking}.]',
        'I see that order[ {order}] is delayed[ with {carrier}].[ The estimated date is still {estimated}.][ Latest update: {lastMove}.]',
      ],
    },
  },
  'where.customs': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] está en aduana; por eso no se ve avanzar.[ La entrega está estimada para {estimated}.][ El <tracking> es {tracking}.]',
        'El pedido[ {order}] está pasando por aduana.[ Último movimiento: {lastMove}.][ Fecha estimada de entrega: {estimated}.]',
        'Según el seguimiento, tu pedido[ {order}] se encuentra en aduana[ ({carrier})].[ Por ahora se estima para {estimated}.]',
      ],
      pt: [
        'Seu pedido[ {order}] está na alfândega; por isso não parece avançar.[ A entrega está prevista para {estimated}.][ O código de rastreio é {tracking}.]',
        'O pedido[ {order}] está passando pela alfândega.[ Última movimentação: {lastMove}.][ Previsão de entrega: {estimated}.]',
        'Pelo rastreio, o pedido[ {order}] se encontra na alfândega[ ({carrier})].[ Por enquanto a previsão é {estimated}.]',
      ],
      en: [
        "Your order[ {order}] is in customs, which is why it doesn't seem to move.[ Delivery is estimated for {estimated}.][ The tracking number is {tracking}.]",
        'Order[ {order}] is going through customs.[ Latest update: {lastMove}.][ Estimated delivery date: {estimated}.]',
        'According to the tracking, order[ {order}] is at customs[ ({carrier})].[ For now the estimate is {estimated}.]',
      ],
    },
  },
  'where.dispatchLate': {
    tone: 'late',
    calm: {
      es: [
        'Tu pedido[ {order}] tenía que salir a más tardar {onShipBy} y todavía figura en preparación.',
        'El pedido[ {order}] sigue en preparación, y su fecha límite de despacho era {shipBy}.',
        'La fecha límite para despachar tu pedido[ {order}] era {shipBy} y aún no ha salido.',
      ],
      pt: [
        'Seu pedido[ {order}] deveria ter saído até {shipBy} e ainda consta em preparação.',
        'O pedido[ {order}] continua em preparação, e o prazo de envio era até {shipBy}.',
        'O prazo para enviar o pedido[ {order}] era {shipBy} e ele ainda não saiu.',
      ],
      en: [
        'Your order[ {order}] should have shipped by {shipBy} and it still shows as being prepared.',
        'Order[ {order}] is still being prepared, and its ship-by date was {shipBy}.',
        "The ship-by date of order[ {order}] was {shipBy} and it hasn't left yet.",
      ],
    },
  },
  'where.problem': {
    tone: 'fault',
    calm: {
      es: [
        'El envío de tu pedido[ {order}] tuvo un inconveniente y no figura como entregado.[ Lo tiene {carrier}.][ El <tracking> es {tracking}.]',
        'Hubo un problema con la entrega de tu pedido[ {order}].[ Último movimiento: {lastMove}.]',
        'El pedido[ {order}] no se pudo entregar como debía.[ Lo lleva {carrier}.][ Lo último que figura: {lastMove}.]',
      ],
      pt: [
        'O envio do pedido[ {order}] teve um problema e ele não consta como entregue.[ Está com {carrier}.][ O código de rastreio é {tracking}.]',
        'Houve um problema na entrega do pedido[ {order}].[ Última movimentação: {lastMove}.]',
        'O pedido[ {order}] não pôde ser entregue como deveria.[ Quem leva é {carrier}.][ A última movimentação: {lastMove}.]',
      ],
      en: [
        "The shipment of your order[ {order}] ran into a problem and it doesn't show as delivered.[ It's with {carrier}.][ The tracking number is {tracking}.]",
        'There was a problem with the delivery of order[ {order}].[ Latest update: {lastMove}.]',
        "Order[ {order}] couldn't be delivered as it should.[ {carrier} has it.][ The last entry: {lastMove}.]",
      ],
    },
  },
  'where.cancelled': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] figura como cancelado[ desde {cancelled}].',
        'El pedido[ {order}] está cancelado[; la cancelación se registró {onCancelled}].',
        'Según el registro, el pedido[ {order}] se canceló[ {onCancelled}].',
      ],
      pt: [
        'Seu pedido[ {order}] consta como cancelado[ desde {cancelled}].',
        'O pedido[ {order}] está cancelado[; o cancelamento foi registrado {onCancelled}].',
        'Pelo registro, o pedido[ {order}] foi cancelado[ {onCancelled}].',
      ],
      en: [
        'Your order[ {order}] shows as canceled[ since {cancelled}].',
        'Order[ {order}] is canceled[; the cancellation was recorded {onCancelled}].',
        'According to the records, order[ {order}] was canceled[ {onCancelled}].',
      ],
    },
  },
  'where.unclear': {
    tone: 'sober',
    calm: {
      es: [
        'Encontré tu pedido[ {order}], pero lo que veo no alcanza para decirte con certeza dónde está.',
        'Tengo a la vista tu pedido[ {order}], pero su estado no es claro y prefiero no adivinar.',
        'El estado del pedido[ {order}] no me deja darte un dato seguro.',
      ],
      pt: [
        'Encontrei seu pedido[ {order}], mas o que vejo não basta para dizer com certeza onde ele está.',
        'Estou vendo aqui o pedido[ {order}], mas a situação dele não está clara e prefiro não chutar.',
        'O status do pedido[ {order}] não me deixa te passar uma informação segura.',
      ],
      en: [
        "I found your order[ {order}], but what I see isn't enough to tell you for sure where it is.",
        "I'm looking at your order[ {order}], but its status isn't clear and I'd rather not guess.",
        "The status of order[ {order}] doesn't let me give you a reliable answer.",
      ],
    },
  },
  'order.ask': {
    tone: 'help',
    calm: {
      es: [
        '¿Me <compartes|pasás> el número de tu pedido? Con ese dato lo reviso.',
        'Para revisarlo necesito el número de pedido. ¿Me lo <compartes|pasás>?',
        '<Envíame|Mandame> el número de pedido y lo miro por <here>.',
      ],
      pt: [
        'Você me passa o número do pedido? Com ele eu já consulto.',
        'Para consultar, preciso do número do pedido. Pode me mandar?',
        'Me manda o número do pedido que eu olho por aqui.',
      ],
      en: [
        'Could you share your order number? With that I can look it up.',
        'To check it I need your order number. Could you send it over?',
        "Send me your order number and I'll take a look.",
      ],
    },
  },
  'order.notFound': {
    tone: 'direct',
    calm: {
      es: [
        'Con ese número no encuentro un pedido tuyo. ¿Lo <revisas|revisás> y me lo <envías|mandás> otra vez?',
        'Busqué ese número y no me aparece un pedido a tu nombre. ¿Me lo <confirmas|confirmás>, por favor?',
        'No logro ubicar tu pedido con ese dato. ¿<Puedes|Podés> revisar el número y compartirlo de nuevo?',
      ],
      pt: [
        'Com esse número não encontro um pedido seu. Você confere e me manda de novo?',
        'Procurei esse número e não aparece um pedido no seu nome. Pode confirmar para mim, por favor?',
        'Não consegui localizar seu pedido com esse dado. Pode conferir o número e me passar outra vez?',
      ],
      en: [
        "I can't find an order of yours with that number. Could you check it and send it again?",
        'I searched for that number and no order of yours comes up. Could you confirm it, please?',
        "I wasn't able to locate your order with that. Could you double-check the number and share it again?",
      ],
    },
  },
  'order.also': {
    tone: 'own',
    calm: {
      es: [
        'Si <tienes|tenés> a mano el número de pedido, <déjalo|dejalo> por <here>, así nadie te lo vuelve a preguntar.',
        '<Comparte|Compartí> también el número de pedido si lo <tienes|tenés>, y el equipo lo encuentra más rápido.',
        'Con el número de pedido el equipo avanza mejor: si lo <tienes|tenés>, <mándalo|mandalo> por <here>.',
      ],
      pt: [
        'Se tiver o número do pedido à mão, deixe por aqui, assim ninguém precisa te perguntar de novo.',
        'Se puder, mande também o número do pedido, que a equipe encontra mais rápido.',
        'Com o número do pedido a equipe avança melhor: se tiver, mande por aqui.',
      ],
      en: [
        'If you have your order number handy, leave it here so nobody has to ask you again.',
        'If you can, share your order number too, so the team finds it faster.',
        'The order number helps the team move faster: if you have it, drop it here.',
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
