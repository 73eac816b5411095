/** What we say about refunds: what stands in the order, never what should come of it. */
import type { Texts } from './texts.ts';

export const refundTexts = {
  'refund.pending': {
    tone: 'money',
    calm: {
      es: [
        'El <refund> de tu pedido[ {order}] está en proceso[: son {amount}].[ Figura previsto a más tardar {onExpected}.][ Vuelve por {method}.]',
        'Tu <refund>[ de {amount}] por el pedido[ {order}] ya está registrado y sigue en proceso.[ La fecha prevista es, a más tardar, {expected}.]',
        'Veo en proceso el <refund> del pedido[ {order}][, por {amount}].[ El medio es {method}.][ Está previsto a más tardar {onExpected}.]',
      ],
      pt: [
        'O reembolso do pedido[ {order}] está em processamento[: são {amount}].[ Consta previsto até {expected}.][ A forma é {method}.]',
        'Seu reembolso[ de {amount}] pelo pedido[ {order}] já está registrado e continua em processamento.[ A previsão é até {expected}.]',
        'Vejo em processamento o reembolso do pedido[ {order}][, no valor de {amount}].[ A forma é {method}.][ Está previsto até {expected}.]',
      ],
      en: [
        "The refund for your order[ {order}] is being processed[; it's {amount}].[ It's expected by {expected}.][ It goes through {method}.]",
        'Your refund[ of {amount}] for order[ {order}] is on record and still in process.[ The expected date is {expected} at the latest.]',
        "I see the refund for order[ {order}] in process[, for {amount}].[ The method is {method}.][ It's expected by {expected}.]",
      ],
    },
  },
  'refund.approved': {
    tone: 'money',
    calm: {
      es: [
        'El <refund> de tu pedido[ {order}] está aprobado[, por {amount}], y todavía no figura pagado.[ Está previsto a más tardar {onExpected}.][ Vuelve por {method}.]',
        'Ya se aprobó tu <refund>[ de {amount}] por el pedido[ {order}].[ El medio es {method}.][ La fecha prevista es, a más tardar, {expected}.]',
        'Buena noticia con el pedido[ {order}]: su <refund>[ de {amount}] aparece aprobado.[ Figura previsto a más tardar {onExpected}.]',
      ],
      pt: [
        'O reembolso do pedido[ {order}] está aprovado[, no valor de {amount}], e ainda não consta como pago.[ Está previsto até {expected}.][ A forma é {method}.]',
        'Já foi aprovado o seu reembolso[ de {amount}] pelo pedido[ {order}].[ A forma é {method}.][ A previsão é até {expected}.]',
        'Boa notícia sobre o pedido[ {order}]: o reembolso[ de {amount}] aparece aprovado.[ Consta previsto até {expected}.]',
      ],
      en: [
        "The refund for your order[ {order}] is approved[, for {amount}], and it doesn't show as paid out yet.[ It's expected by {expected}.][ It goes through {method}.]",
        'Your refund[ of {amount}] for order[ {order}] has been approved.[ The method is {method}.][ The expected date is {expected} at the latest.]',
        "Good news on order[ {order}]: its refund[ of {amount}] shows as approved.[ It's expected by {expected}.]",
      ],
    },
  },
  'refund.paid': {
    tone: 'money',
    calm: {
      es: [
        'El <refund> de tu pedido[ {order}] figura pagado[ {onRefunded}][: {amount}].[ Salió por {method}.][ Según el medio de pago, se ve reflejado en {showsWithin}.][ Se descontó un cargo de {fee}.]',
        'Ya figura hecho tu <refund>[ de {amount}] por el pedido[ {order}][, con registro {onRefunded}].[ El medio fue {method}.][ Puede tardar {showsWithin} en verse reflejado.][ El cargo descontado fue {fee}.]',
        'Tu <refund> del pedido[ {order}] ya salió[ {onRefunded}][, por {amount}].[ Se hizo por {method}.][ El tiempo para verlo reflejado es de {showsWithin}.][ Incluye un descuento por cargos de {fee}.]',
      ],
      pt: [
        'O reembolso do pedido[ {order}] consta como pago[ {onRefunded}][: {amount}].[ Foi por {method}.][ Conforme a forma de pagamento, aparece em {showsWithin}.][ Foi descontada uma taxa de {fee}.]',
        'Já consta feito o seu reembolso[ de {amount}] pelo pedido[ {order}][, com registro {onRefunded}].[ A forma foi {method}.][ Pode levar {showsWithin} para aparecer.][ A taxa descontada foi {fee}.]',
        'Seu reembolso do pedido[ {order}] já saiu[ {onRefunded}][, no valor de {amount}].[ Foi feito por {method}.][ O tempo para aparecer é de {showsWithin}.][ Inclui o desconto de uma taxa de {fee}.]',
      ],
      en: [
        'The refund for your order[ {order}] shows as paid[ {onRefunded}][: {amount}].[ It went through {method}.][ Depending on the payment method, it shows up within {showsWithin}.][ A fee of {fee} was deducted.]',
        'Your refund[ of {amount}] for order[ {order}] is marked as done[, recorded {onRefunded}].[ The method was {method}.][ It can take {showsWithin} to show up.][ The fee deducted was {fee}.]',
        'Your refund for order[ {order}] has gone out[ {onRefunded}][, for {amount}].[ It was made through {method}.][ The time for it to show up is {showsWithin}.][ It includes a fee deduction of {fee}.]',
      ],
    },
  },
  'refund.overdue': {
    tone: 'money',
    calm: {
      es: [
        'El <refund>[ de {amount}] de tu pedido[ {order}] estaba previsto a más tardar {onExpected} y todavía no figura pagado.',
        'Tu <refund> del pedido[ {order}][, por {amount},] sigue sin figurar pagado, y su fecha prevista era {expected}.',
        'La fecha prevista para el <refund>[ de {amount}] del pedido[ {order}] era {expected}, y ya pasó.',
      ],
      pt: [
        'O reembolso[ de {amount}] do pedido[ {order}] estava previsto até {expected} e ainda não consta como pago.',
        'Seu reembolso do pedido[ {order}][, no valor de {amount},] continua sem constar como pago, e a previsão era {expected}.',
        'A data prevista para o reembolso[ de {amount}] do pedido[ {order}] era {expected}, e já passou.',
      ],
      en: [
        "The refund[ of {amount}] for your order[ {order}] was expected by {expected} and it doesn't show as paid yet.",
        "Your refund for order[ {order}][, for {amount},] still isn't marked as paid, and it was expected by {expected}.",
        'The expected date for the refund[ of {amount}] of order[ {order}] was {expected}, and it has passed.',
      ],
    },
  },
  'refund.rejected': {
    tone: 'fault',
    calm: {
      es: [
        'El <refund> de tu pedido[ {order}] figura como rechazado, y <mereces|merecés> una explicación clara.',
        'Veo que el <refund> del pedido[ {order}] aparece rechazado. Eso lo tiene que ver alguien <contigo|con vos>.',
        'El pedido[ {order}] tiene un <refund> rechazado, y no quiero dejarte con una respuesta automática.',
      ],
      pt: [
        'O reembolso do pedido[ {order}] consta como recusado, e você merece uma explicação clara.',
        'Vejo que o reembolso do pedido[ {order}] aparece recusado. Alguém precisa ver isso com você.',
        'O pedido[ {order}] tem um reembolso recusado, e não quero te deixar com uma resposta automática.',
      ],
      en: [
        'The refund for your order[ {order}] shows as declined, and you deserve a clear explanation.',
        'I see that the refund for order[ {order}] is marked as declined. Someone needs to go over it with you.',
        "Order[ {order}] has a declined refund, and I don't want to leave you with an automatic answer.",
      ],
    },
  },
  'refund.unclear': {
    tone: 'money',
    calm: {
      es: [
        'Veo un <refund>[ de {amount}] en tu pedido[ {order}], pero su estado no me deja decirte en qué punto está.',
        'El <refund>[ de {amount}] del pedido[ {order}] está registrado, aunque no veo claro su estado y prefiero no adivinar.',
        'Tu pedido[ {order}] tiene un <refund>[ de {amount}] cuyo estado conviene confirmar.',
      ],
      pt: [
        'Vejo um reembolso[ de {amount}] no pedido[ {order}], mas o status não me deixa dizer em que ponto está.',
        'O reembolso[ de {amount}] do pedido[ {order}] está registrado, mas o status não está claro e prefiro não chutar.',
        'Seu pedido[ {order}] tem um reembolso[ de {amount}] com um status que é melhor confirmar.',
      ],
      en: [
        "I see a refund[ of {amount}] on your order[ {order}], but its status doesn't let me say how far along it is.",
        "The refund[ of {amount}] for order[ {order}] is on record, but its status isn't clear and I'd rather not guess.",
        'Your order[ {order}] has a refund[ of {amount}] whose status should be confirmed.',
      ],
    },
  },
  'refund.none': {
    tone: 'money',
    calm: {
      es: [
        'Revisé tu pedido[ {order}] y no veo un <refund> registrado.',
        'En el pedido[ {order}] no me figura ningún <refund> por ahora.',
        'No encuentro un <refund> cargado en tu pedido[ {order}].',
      ],
      pt: [
        'Olhei o pedido[ {order}] e não vejo um reembolso registrado.',
        'No pedido[ {order}] não consta nenhum reembolso por enquanto.',
        'Não encontro um reembolso lançado no pedido[ {order}].',
      ],
      en: [
        "I checked your order[ {order}] and I don't see a refund on record.",
        'No refund shows on order[ {order}] for now.',
        "I can't find a refund entered for your order[ {order}].",
      ],
    },
  },
  'refund.awaitsReturn': {
    tone: 'money',
    calm: {
      es: [
        'Veo la devolución de tu pedido[ {order}][, pedida {onRequested}]; todavía no figura como recibida ni veo un <refund> registrado.',
        'La devolución del pedido[ {order}] está abierta y aún no aparece recibida.[ Se pidió {onRequested}.] Tampoco veo un <refund> cargado.',
        'Tu devolución del pedido[ {order}] sigue sin figurar recibida, y por eso no veo todavía un <refund>.',
      ],
      pt: [
        'Vejo a devolução do pedido[ {order}][, pedida {onRequested}]; ela ainda não consta como recebida nem vejo um reembolso registrado.',
        'A devolução do pedido[ {order}] está aberta e ainda não aparece como recebida.[ Foi pedida {onRequested}.] Também não vejo um reembolso lançado.',
        'Sua devolução do pedido[ {order}] continua sem constar como recebida, e por isso ainda não vejo um reembolso.',
      ],
      en: [
        "I see the return of your order[ {order}][, requested {onRequested}]; it doesn't show as received yet and there's no refund on record.",
        "The return of order[ {order}] is open and isn't marked as received yet.[ It was requested {onRequested}.] I don't see a refund entered either.",
        "Your return for order[ {order}] still doesn't show as received, so I don't see a refund yet.",
      ],
    },
  },
  'refund.returnReceived': {
    tone: 'money',
    calm: {
      es: [
        'Tu devolución del pedido[ {order}] figura como recibida[ {onReceived}], pero todavía no veo un <refund> registrado.',
        'Ya está recibida la devolución del pedido[ {order}][ {onReceived}], y aún no aparece el <refund>.',
        'El pedido[ {order}] consta devuelto y recibido[ {onReceived}]; el <refund> todavía no figura.',
      ],
      pt: [
        'Sua devolução do pedido[ {order}] consta como recebida[ {onReceived}], mas ainda não vejo um reembolso registrado.',
        'A devolução do pedido[ {order}] já foi recebida[ {onReceived}], e o reembolso ainda não aparece.',
        'O pedido[ {order}] consta como devolvido e recebido[ {onReceived}]; o reembolso ainda não consta.',
      ],
      en: [
        "Your return for order[ {order}] shows as received[ {onReceived}], but I don't see a refund on record yet.",
        "The return of order[ {order}] has been received[ {onReceived}], and the refund doesn't show yet.",
        "Order[ {order}] is marked as returned and received[ {onReceived}]; its refund isn't on record yet.",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
