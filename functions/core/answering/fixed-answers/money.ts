/** What we say about payments and invoices: what stands in the order, never what should come of it. */
import type { Texts } from './texts.ts';

export const paymentTexts = {
  'payment.approved': {
    tone: 'money',
    calm: {
      es: [
        'El pago de tu pedido[ {order}] figura como aprobado.[ El medio fue {method}.][ Quedó en {instalments} <instalments>.]',
        'Tu pago del pedido[ {order}] está aprobado[, con {method}][, en {instalments} <instalments>].',
        'Por el lado del pago está todo en orden: el pedido[ {order}] aparece aprobado[ ({method})].[ Son {instalments} <instalments>.]',
      ],
      pt: [
        'O pagamento do pedido[ {order}] consta como aprovado.[ A forma foi {method}.][ Ficou em {instalments} parcelas.]',
        'Seu pagamento do pedido[ {order}] está aprovado[, com {method}][, em {instalments} parcelas].',
        'Pelo lado do pagamento está tudo certo: o pedido[ {order}] aparece aprovado[ ({method})].[ São {instalments} parcelas.]',
      ],
      en: [
        'The payment for your order[ {order}] shows as approved.[ The method was {method}.][ It was split into {instalments} installments.]',
        'Your payment for order[ {order}] is approved[, with {method}][, in {instalments} installments].',
        "On the payment side everything's fine: order[ {order}] shows as approved[ ({method})].[ It's {instalments} installments.]",
      ],
    },
  },
  'payment.pending': {
    tone: 'money',
    calm: {
      es: [
        'El pago de tu pedido[ {order}] todavía figura pendiente[ ({method})].[ La fecha límite es {due}.]',
        'Tu pago del pedido[ {order}] aún no aparece acreditado.[ El medio es {method}.][ Se puede pagar hasta {due}.]',
        'El pedido[ {order}] sigue a la espera del pago[ por {method}][, que vence {onDue}].',
      ],
      pt: [
        'O pagamento do pedido[ {order}] ainda consta como pendente[ ({method})].[ O prazo é {due}.]',
        'Seu pagamento do pedido[ {order}] ainda não aparece como confirmado.[ A forma é {method}.][ Dá para pagar até {due}.]',
        'O pedido[ {order}] continua aguardando o pagamento[ por {method}][, que vence {onDue}].',
      ],
      en: [
        'The payment for your order[ {order}] still shows as pending[ ({method})].[ The deadline is {due}.]',
        "Your payment for order[ {order}] hasn't been confirmed yet.[ The method is {method}.][ It can be paid until {due}.]",
        'Order[ {order}] is still waiting for the payment[ by {method}][, which is due {onDue}].',
      ],
    },
  },
  'payment.rejected': {
    tone: 'money',
    calm: {
      es: [
        'El pago de tu pedido[ {order}] figura como rechazado[ ({method})]. Suele servir intentar de nuevo o probar con otro medio de pago.',
        'El pedido[ {order}] aparece con el pago rechazado[, con {method}]. El motivo lo tiene tu banco o el medio de pago; con otro medio a veces se resuelve.',
        'Veo rechazado el pago del pedido[ {order}][ con {method}]. <Puedes|Podés> intentarlo otra vez o con otro medio.',
      ],
      pt: [
        'O pagamento do pedido[ {order}] consta como recusado[ ({method})]. Costuma ajudar tentar de novo ou usar outra forma de pagamento.',
        'O pedido[ {order}] aparece com o pagamento recusado[, com {method}]. O motivo fica com o seu banco ou com o meio de pagamento; outra forma às vezes resolve.',
        'Vejo o pagamento do pedido[ {order}] recusado[ com {method}]. Você pode tentar outra vez ou com outra forma.',
      ],
      en: [
        'The payment for your order[ {order}] shows as declined[ ({method})]. It often helps to try again or to use another payment method.',
        'Order[ {order}] shows a declined payment[ with {method}]. The reason is with your bank or payment provider; another method sometimes works.',
        'I see the payment for order[ {order}] as declined[ with {method}]. You can try it again or with another method.',
      ],
    },
  },
  'payment.twice': {
    tone: 'money',
    calm: {
      es: [
        'Un cobro doble hay que revisarlo con cuidado.[ Ya tengo a la vista tu pedido {order}.] No hace falta que <envíes|mandes> datos de tu tarjeta por <here>.',
        'Gracias por avisar del cobro repetido[ en el pedido {order}]. Para cuidarte, no compartas datos de la tarjeta en el chat.',
        'Si ves el mismo cargo más de una vez[ en el pedido {order}], alguien tiene que mirarlo. Los datos de tu tarjeta no hacen falta por <here>.',
      ],
      pt: [
        'Uma cobrança em dobro precisa ser vista com cuidado.[ Já estou vendo o pedido {order}.] Não precisa mandar dados do cartão por aqui.',
        'Obrigado por avisar da cobrança repetida[ no pedido {order}]. Para sua segurança, não compartilhe dados do cartão na conversa.',
        'Se você vê a mesma cobrança mais de uma vez[ no pedido {order}], alguém precisa olhar. Não é necessário mandar os dados do cartão.',
      ],
      en: [
        "A double charge needs a careful look.[ I'm looking at your order {order}.] There's no need to send any card details here.",
        'Thanks for telling us about the repeated charge[ on order {order}]. For your safety, please keep your card details out of the chat.',
        "If you see the same charge more than once[ on order {order}], someone has to look at it. We don't need your card details here.",
      ],
    },
  },
  'payment.means': {
    tone: 'help',
    calm: {
      es: [
        'No tengo confirmados los medios de pago para esta compra y prefiero no darte un dato equivocado.',
        'Sobre las formas de pago prefiero confirmarte bien antes de decirte algo que no sea.',
        'Ese detalle del pago no lo tengo a la vista, así que mejor confirmarlo.',
      ],
      pt: [
        'Não tenho aqui a confirmação das formas de pagamento desta compra e prefiro não passar um dado errado.',
        'Sobre as formas de pagamento, prefiro confirmar direitinho antes de te dizer algo que não seja.',
        'Esse detalhe do pagamento não está aqui comigo, então melhor confirmar.',
      ],
      en: [
        "I don't have the payment options for this purchase confirmed, and I'd rather not tell you something wrong.",
        "On payment options, I'd rather confirm first than tell you something that isn't so.",
        "I can't see that payment detail here, so it's better to confirm it.",
      ],
    },
  },
  'payment.unclear': {
    tone: 'money',
    calm: {
      es: [
        'Estoy viendo tu pedido[ {order}], pero el estado del pago no me queda claro y prefiero no adivinar.',
        'En el pedido[ {order}] no veo con claridad cómo está el pago.',
        'Encontré el pedido[ {order}]; lo del pago hay que confirmarlo antes de decirte algo.',
      ],
      pt: [
        'Estou vendo o pedido[ {order}], mas a situação do pagamento não está clara e prefiro não chutar.',
        'No pedido[ {order}] não vejo com clareza como está o pagamento.',
        'Encontrei o pedido[ {order}]; a parte do pagamento precisa ser confirmada antes de eu te dizer algo.',
      ],
      en: [
        "I'm looking at your order[ {order}], but its payment status isn't clear to me and I'd rather not guess.",
        "On order[ {order}] I can't clearly see where the payment stands.",
        'I found order[ {order}]; the payment part needs to be confirmed before I tell you anything.',
      ],
    },
  },
  'invoice.issued': {
    tone: 'bright',
    calm: {
      es: [
        'El comprobante de tu pedido[ {order}] ya está emitido[ ({invoice})]. Es el número {number}[, emitido {onIssued}].',
        'Ya existe el comprobante del pedido[ {order}]: número {number}[, tipo {invoice}][, emitido {onIssued}].',
        'Tu pedido[ {order}] tiene su comprobante emitido[ {onIssued}], con el número {number}[ ({invoice})].',
      ],
      pt: [
        'A nota do pedido[ {order}] já foi emitida[ ({invoice})]. O número é {number}[, emitida {onIssued}].',
        'A nota do pedido[ {order}] já existe: número {number}[, tipo {invoice}][, emitida {onIssued}].',
        'Seu pedido[ {order}] já tem nota emitida[ {onIssued}], com o número {number}[ ({invoice})].',
      ],
      en: [
        'The invoice for your order[ {order}] has been issued[ ({invoice})]. Its number is {number}[, issued {onIssued}].',
        'Order[ {order}] already has its invoice: number {number}[, type {invoice}][, issued {onIssued}].',
        'Your order[ {order}] has an invoice issued[ {onIssued}], with number {number}[ ({invoice})].',
      ],
    },
  },
  'invoice.none': {
    tone: 'help',
    calm: {
      es: [
        'Todavía no veo un comprobante emitido para tu pedido[ {order}].',
        'En el pedido[ {order}] aún no me figura la factura emitida.',
        'Revisé el pedido[ {order}] y el comprobante no aparece emitido por ahora.',
      ],
      pt: [
        'Ainda não vejo uma nota emitida para o pedido[ {order}].',
        'No pedido[ {order}] a nota fiscal ainda não consta como emitida.',
        'Olhei o pedido[ {order}] e a nota não aparece emitida por enquanto.',
      ],
      en: [
        "I don't see an invoice issued for your order[ {order}] yet.",
        "Order[ {order}] doesn't show an invoice so far.",
        "I checked order[ {order}] and its invoice hasn't been issued as far as I can see.",
      ],
    },
  },
  'invoice.change': {
    tone: 'help',
    calm: {
      es: [
        'Los datos del comprobante de tu pedido[ {order}] los revisa alguien del equipo, para que queden bien.',
        'Anoté lo de los datos de facturación del pedido[ {order}]. No queda cambiado hasta que el equipo lo confirme.',
        'Para el comprobante del pedido[ {order}], los datos los tiene que validar una persona.',
      ],
      pt: [
        'Os dados da nota do pedido[ {order}] são revisados por alguém da equipe, para ficarem certos.',
        'Anotei a questão dos dados da nota do pedido[ {order}]. Nada muda até a equipe confirmar.',
        'Para a nota do pedido[ {order}], os dados precisam ser validados por uma pessoa.',
      ],
      en: [
        'The invoice details of your order[ {order}] are reviewed by someone on the team, so they end up right.',
        "I've noted the invoice details for order[ {order}]. Nothing changes until the team confirms it.",
        'For the invoice of order[ {order}], the details have to be checked by a person.',
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
