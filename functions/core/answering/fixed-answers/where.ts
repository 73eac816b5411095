/** What we say about where an order is, while all is as it should be. */
import type { Texts } from './texts.ts';

export const whereTexts = {
  'where.unpaid': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] aparece con el pago pendiente, por eso todavía no sale.[ La fecha límite para pagarlo es {due}.]',
        'El pago de tu pedido[ {order}] aún no figura como acreditado[ y se puede hacer hasta {due}]. Por eso el pedido sigue en espera.',
        'El pedido[ {order}] está esperando la confirmación del pago[, que vence {onDue}].',
      ],
      pt: [
        'Seu pedido[ {order}] está com o pagamento pendente, por isso ainda não saiu.[ O prazo para pagar é {due}.]',
        'O pagamento do pedido[ {order}] ainda não aparece como confirmado[ e pode ser feito até {due}]. Por isso ele continua em espera.',
        'O pedido[ {order}] está aguardando a confirmação do pagamento[, que vence {onDue}].',
      ],
      en: [
        "The payment for your order[ {order}] still shows as pending, so it hasn't shipped yet.[ The payment is due by {due}.]",
        "We don't see the payment for order[ {order}] as completed yet, and that's what the order is waiting for.[ It can be paid until {due}.]",
        'Order[ {order}] is on hold until its payment is confirmed[, and the payment is due {onDue}].',
      ],
    },
  },
  'where.preparing': {
    tone: 'bright',
    calm: {
      es: [
        'Tu pedido[ {order}] está en preparación y aún no ha salido.[ La fecha límite de despacho es {shipBy}.]',
        'Ya tenemos tu pedido[ {order}] y lo estamos preparando.[ La fecha límite para despacharlo es {shipBy}.]',
        'Por ahora tu pedido[ {order}] figura en preparación[, con {shipBy} como fecha límite de despacho].',
      ],
      pt: [
        'Seu pedido[ {order}] está em preparação e ainda não saiu.[ O prazo de envio é até {shipBy}.]',
        'Já estamos com o seu pedido[ {order}] em preparação.[ O envio está previsto até {shipBy}.]',
        'Por enquanto o pedido[ {order}] consta em preparação[, com envio previsto até {shipBy}].',
      ],
      en: [
        "Your order[ {order}] is being prepared and hasn't shipped yet.[ Its ship-by date is {shipBy}.]",
        "We have your order[ {order}] and we're getting it ready.[ It's due to ship by {shipBy}.]",
        'Right now order[ {order}] shows as being prepared[, with a ship-by date of {shipBy}].',
      ],
    },
  },
  'where.moving': {
    tone: 'bright',
    calm: {
      es: [
        'Tu pedido[ {order}] ya va en camino[ con {carrier}].[ La entrega está estimada para {estimated}.][ <Puedes|Podés> seguirlo con el <tracking> {tracking}.]',
        'El pedido[ {order}] ya salió y está en tránsito[ con {carrier}].[ La fecha estimada de entrega es {estimated}.][ El <tracking> es {tracking}.][ Último movimiento: {lastMove}.]',
        'Tu compra ya está viajando[ (pedido {order})][; la lleva {carrier}].[ Por ahora la entrega se estima para {estimated}.][ Para seguirlo, <usa|usá> el <tracking> {tracking}.]',
      ],
      pt: [
        'Seu pedido[ {order}] já está a caminho[ com {carrier}].[ A entrega está prevista para {estimated}.][ Dá para acompanhar pelo código de rastreio {tracking}.]',
        'O pedido[ {order}] já saiu e está em trânsito[ com {carrier}].[ A previsão de entrega é {estimated}.][ O código de rastreio é {tracking}.][ Última movimentação: {lastMove}.]',
        'Sua compra já está viajando[ (pedido {order})][, com {carrier}].[ Por enquanto a entrega está prevista para {estimated}.][ Para acompanhar, use o código de rastreio {tracking}.]',
      ],
      en: [
        'Your order[ {order}] is on its way[ with {carrier}].[ Delivery is estimated for {estimated}.][ You can follow it with tracking number {tracking}.]',
        'Order[ {order}] has shipped and is in transit[ with {carrier}].[ The estimated delivery date is {estimated}.][ The tracking number is {tracking}.][ Latest update: {lastMove}.]',
        'Your package is moving[ (order {order})][ and is with {carrier}].[ For now, delivery is estimated for {estimated}.][ To follow it, use tracking number {tracking}.]',
      ],
    },
  },
  'where.out': {
    tone: 'bright',
    calm: {
      es: [
        'Tu pedido[ {order}] salió a reparto[ con {carrier}].[ La entrega está estimada para {estimated}.][ El <tracking> es {tracking}.]',
        'El pedido[ {order}] ya está en reparto[, lo lleva {carrier}].[ Fecha estimada de entrega: {estimated}.][ <Puedes|Podés> seguirlo con el <tracking> {tracking}.]',
        'Tu paquete ya va en la última parte del camino: el pedido[ {order}] salió a reparto[ con {carrier}].[ Para seguirlo, <usa|usá> el <tracking> {tracking}.]',
      ],
      pt: [
        'Seu pedido[ {order}] saiu para entrega[ com {carrier}].[ A previsão é {estimated}.][ O código de rastreio é {tracking}.]',
        'O pedido[ {order}] já está na rota de entrega[, com {carrier}].[ A entrega está prevista para {estimated}.][ Dá para acompanhar pelo código {tracking}.]',
        'Seu pacote já está na reta final: o pedido[ {order}] saiu para entrega[ com {carrier}].[ Para acompanhar, use o código de rastreio {tracking}.]',
      ],
      en: [
        'Your order[ {order}] is out for delivery[ with {carrier}].[ Delivery is estimated for {estimated}.][ The tracking number is {tracking}.]',
        'Order[ {order}] is on the delivery vehicle[ with {carrier}].[ The estimated delivery date is {estimated}.][ You can follow it with tracking number {tracking}.]',
        'Your package is on the last stretch: order[ {order}] is out for delivery[ with {carrier}].[ To follow it, use tracking number {tracking}.]',
      ],
    },
  },
  'where.pickup': {
    tone: 'bright',
    calm: {
      es: [
        'Tu pedido[ {order}] ya está listo para <pickUp>.[ Lo tiene {carrier}.][ <Lleva|Llevá> a mano el <tracking> {tracking}.]',
        'Ya <puedes|podés> <pickUp> tu pedido[ {order}].[ Está con {carrier}.][ El <tracking> es {tracking}.]',
        'El pedido[ {order}] te está esperando en el punto de entrega[ ({carrier})].[ Su <tracking> es {tracking}.]',
      ],
      pt: [
        'Seu pedido[ {order}] já está disponível para retirada.[ Ele está com {carrier}.][ Leve o código de rastreio {tracking}.]',
        'Você já pode retirar o pedido[ {order}].[ Está com {carrier}.][ O código de rastreio é {tracking}.]',
        'O pedido[ {order}] está te esperando no ponto de retirada[ ({carrier})].[ O código de rastreio é {tracking}.]',
      ],
      en: [
        "Your order[ {order}] is ready for pickup.[ It's with {carrier}.][ Keep tracking number {tracking} handy.]",
        'You can pick up order[ {order}] now.[ {carrier} has it.][ The tracking number is {tracking}.]',
        'Order[ {order}] is waiting for you at the pickup point[ ({carrier})].[ The tracking number is {tracking}.]',
      ],
    },
  },
  'where.delivered': {
    tone: 'bright',
    calm: {
      es: [
        'Tu pedido[ {order}] figura como entregado[ {onDelivered}].',
        'El pedido[ {order}] aparece entregado[ {onDelivered}][, lo llevó {carrier}].',
        'Según el seguimiento, tu pedido[ {order}] se entregó[ {onDelivered}].',
      ],
      pt: [
        'Seu pedido[ {order}] consta como entregue[ {onDelivered}].',
        'O pedido[ {order}] aparece como entregue[ {onDelivered}][ ({carrier})].',
        'Pelo rastreio, o pedido[ {order}] foi entregue[ {onDelivered}].',
      ],
      en: [
        'Your order[ {order}] shows as delivered[ {onDelivered}].',
        'Order[ {order}] is marked as delivered[ {onDelivered}][ by {carrier}].',
        'According to the tracking, order[ {order}] was delivered[ {onDelivered}].',
      ],
    },
  },
  'where.parcels': {
    tone: 'bright',
    calm: {
      es: [
        'Tu pedido[ {order}] viaja en más de un paquete: {parcels}.',
        'El pedido[ {order}] se envió en partes: {parcels}.',
        'Tu compra va repartida en varios paquetes: {parcels}.',
      ],
      pt: [
        'Seu pedido[ {order}] vai em mais de um pacote: {parcels}.',
        'O pedido[ {order}] foi dividido em partes: {parcels}.',
        'Sua compra vai em vários pacotes: {parcels}.',
      ],
      en: [
        'Your order[ {order}] comes in more than one package: {parcels}.',
        'Order[ {order}] is traveling in parts: {parcels}.',
        'Your purchase was split into several packages: {parcels}.',
      ],
    },
  },
  'where.onTime': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] va en camino[ con {carrier}] y la entrega está estimada para {estimated}, así que sigue dentro de la fecha.[ Último movimiento: {lastMove}.]',
        'La entrega de tu pedido[ {order}] está estimada para {estimated}: todavía está a tiempo.[ Lo lleva {carrier}.][ <Puedes|Podés> seguirlo con el <tracking> {tracking}.]',
        'Miré el pedido[ {order}]: está en tránsito y su fecha estimada es {estimated}, que aún no pasó.[ El <tracking> es {tracking}.]',
      ],
      pt: [
        'Seu pedido[ {order}] está a caminho[ com {carrier}] e a entrega está prevista para {estimated}, então continua dentro do prazo.[ Última movimentação: {lastMove}.]',
        'A entrega do pedido[ {order}] está prevista para {estimated}: ainda está no prazo.[ Quem leva é {carrier}.][ Dá para acompanhar pelo código de rastreio {tracking}.]',
        'Olhei o pedido[ {order}]: está em trânsito e a previsão é {estimated}, que ainda não passou.[ O código de rastreio é {tracking}.]',
      ],
      en: [
        "Your order[ {order}] is on its way[ with {carrier}] and delivery is estimated for {estimated}, so it's still within its date.[ Latest update: {lastMove}.]",
        "Delivery of order[ {order}] is estimated for {estimated}, so it's still on time.[ {carrier} has it.][ You can follow it with tracking number {tracking}.]",
        "I looked at order[ {order}]: it's in transit and its estimated date, {estimated}, hasn't passed yet.[ The tracking number is {tracking}.]",
      ],
    },
  },
  'where.noDate': {
    tone: 'sober',
    calm: {
      es: [
        'Tu pedido[ {order}] va en camino[ con {carrier}], aunque no tengo una fecha estimada de entrega para darte.[ Último movimiento: {lastMove}.][ El <tracking> es {tracking}.]',
        'El pedido[ {order}] está en tránsito y se sigue moviendo[; lo último que veo: {lastMove}].[ <Puedes|Podés> seguirlo con el <tracking> {tracking}.]',
        'No veo una fecha estimada para el pedido[ {order}], pero sí que sigue en camino[ con {carrier}].[ Último movimiento: {lastMove}.]',
      ],
      pt: [
        'Seu pedido[ {order}] está a caminho[ com {carrier}], mas não tenho uma data prevista de entrega para te passar.[ Última movimentação: {lastMove}.][ O código de rastreio é {tracking}.]',
        'O pedido[ {order}] está em trânsito e continua andando[; a última movimentação que vejo: {lastMove}].[ Dá para acompanhar pelo código de rastreio {tracking}.]',
        'Não vejo uma data prevista para o pedido[ {order}], mas ele continua a caminho[ com {carrier}].[ Última movimentação: {lastMove}.]',
      ],
      en: [
        "Your order[ {order}] is on its way[ with {carrier}], though I don't have an estimated delivery date to give you.[ Latest update: {lastMove}.][ The tracking number is {tracking}.]",
        "Order[ {order}] is in transit and it's still moving[; the latest I see: {lastMove}].[ You can follow it with tracking number {tracking}.]",
        "I don't see an estimated date for order[ {order}], but it is on its way[ with {carrier}].[ Latest update: {lastMove}.]",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
