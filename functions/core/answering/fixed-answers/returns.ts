/** What we say about sending something back or exchanging it. */
import type { Texts } from './texts.ts';

export const returnTexts = {
  'return.within': {
    tone: 'bright',
    calm: {
      es: [
        'Estás a tiempo: la devolución de tu pedido[ {order}] se puede pedir hasta {until}.',
        'Tu pedido[ {order}] está dentro del plazo de devolución, que va hasta {until}.',
        'El plazo para devolver el pedido[ {order}] sigue abierto, hasta {until}.',
      ],
      pt: [
        'Você está no prazo: a devolução do pedido[ {order}] pode ser pedida até {until}.',
        'Seu pedido[ {order}] está dentro do prazo de devolução, que vai até {until}.',
        'O prazo para devolver o pedido[ {order}] continua aberto, até {until}.',
      ],
      en: [
        "You're in time: order[ {order}] can be returned until {until}.",
        'Your order[ {order}] is within its return window, which runs until {until}.',
        'The return window for order[ {order}] is still open, until {until}.',
      ],
    },
  },
  'return.window': {
    tone: 'bright',
    calm: {
      es: [
        'El plazo para devolver tu pedido[ {order}] va hasta {until}.',
        '<Puedes|Podés> pedir la devolución del pedido[ {order}] hasta {until}.',
        'Para el pedido[ {order}], la devolución se puede pedir hasta {until}.',
      ],
      pt: [
        'O prazo para devolver o pedido[ {order}] vai até {until}.',
        'Você pode pedir a devolução do pedido[ {order}] até {until}.',
        'Para o pedido[ {order}], a devolução pode ser pedida até {until}.',
      ],
      en: [
        'The return window for your order[ {order}] runs until {until}.',
        'You can ask to return order[ {order}] until {until}.',
        'For order[ {order}], returns are open until {until}.',
      ],
    },
  },
  'return.past': {
    tone: 'sober',
    calm: {
      es: [
        'El plazo para devolver tu pedido[ {order}] era hasta {until} y ya pasó. Prefiero que lo mire alguien antes de darte una respuesta.',
        'Veo que el plazo de devolución del pedido[ {order}] terminó {onUntil}. Aun así, merece que alguien lo revise <contigo|con vos>.',
        'La devolución del pedido[ {order}] se podía pedir hasta {until}. No quiero cerrarte la puerta sin que el equipo lo vea.',
      ],
      pt: [
        'O prazo para devolver o pedido[ {order}] era até {until} e já passou. Prefiro que alguém olhe antes de te dar uma resposta.',
        'Vejo que o prazo de devolução do pedido[ {order}] terminou {onUntil}. Mesmo assim, vale alguém olhar com você.',
        'A devolução do pedido[ {order}] podia ser pedida até {until}. Não quero fechar a porta sem a equipe ver.',
      ],
      en: [
        "The return window for your order[ {order}] ran until {until}, so it has passed. I'd rather have someone look at it before giving you an answer.",
        'I see that the return window of order[ {order}] ended {onUntil}. It still deserves a proper look.',
        "Order[ {order}] could be returned until {until}. I don't want to close the door before the team has seen it.",
      ],
    },
  },
  'return.unknown': {
    tone: 'help',
    calm: {
      es: [
        'Encontré tu pedido[ {order}], pero no tengo a la vista su plazo de devolución y prefiero no darte un dato equivocado.',
        'Estoy viendo tu pedido[ {order}]. El plazo para devolverlo lo tiene que confirmar alguien del equipo.',
        'Ya quedó anotado que <quieres|querés> devolver el pedido[ {order}]. Falta confirmar las condiciones.',
      ],
      pt: [
        'Encontrei seu pedido[ {order}], mas não tenho aqui o prazo de devolução e prefiro não passar um dado errado.',
        'Estou vendo o pedido[ {order}]. O prazo para devolver precisa ser confirmado por alguém da equipe.',
        'Já ficou anotado que você quer devolver o pedido[ {order}]. Falta confirmar as condições.',
      ],
      en: [
        "I found your order[ {order}], but I can't see its return window and I'd rather not give you a wrong date.",
        "I'm looking at your order[ {order}]. Someone on the team needs to confirm the return window.",
        "I've noted that you want to return order[ {order}]. The conditions still need to be confirmed.",
      ],
    },
  },
  'return.also': {
    tone: 'own',
    calm: {
      es: [
        'Por si te sirve, la devolución se puede pedir hasta {returnUntil}.',
        'Además, el plazo para pedir la devolución va hasta {returnUntil}.',
        'También <ten|tené> en cuenta que el plazo de devolución llega hasta {returnUntil}.',
      ],
      pt: [
        'Se ajudar, a devolução pode ser pedida até {returnUntil}.',
        'Além disso, o prazo para pedir a devolução vai até {returnUntil}.',
        'Vale saber também que o prazo de devolução vai até {returnUntil}.',
      ],
      en: [
        'In case it helps, a return can be requested until {returnUntil}.',
        'Also, the return window runs until {returnUntil}.',
        'Worth knowing too: returns are open until {returnUntil}.',
      ],
    },
  },
  'return.open': {
    tone: 'bright',
    calm: {
      es: [
        'Ya hay una devolución abierta para tu pedido[ {order}][, pedida {onRequested}], y aún no figura recibida.[ La etiqueta de envío vale hasta {labelUntil}.]',
        'La devolución del pedido[ {order}] está en curso y todavía no figura como recibida.[ <Puedes|Podés> usar la etiqueta de envío hasta {labelUntil}.]',
        'Tu devolución del pedido[ {order}] está registrada[ {onRequested}] y todavía no figura recibida.[ La etiqueta vence {onLabelUntil}.]',
      ],
      pt: [
        'Já existe uma devolução aberta para o pedido[ {order}][, pedida {onRequested}], e ela ainda não consta como recebida.[ A etiqueta de envio vale até {labelUntil}.]',
        'A devolução do pedido[ {order}] está em andamento e ainda não consta como recebida.[ Você pode usar a etiqueta de envio até {labelUntil}.]',
        'Sua devolução do pedido[ {order}] está registrada[ {onRequested}] e ainda não consta como recebida.[ A etiqueta vence {onLabelUntil}.]',
      ],
      en: [
        "There's already a return open for your order[ {order}][, requested {onRequested}], and it isn't marked as received yet.[ The shipping label is valid until {labelUntil}.]",
        "The return of order[ {order}] is under way and doesn't show as received yet.[ You can use the shipping label until {labelUntil}.]",
        "Your return for order[ {order}] is registered[ {onRequested}] and isn't marked as received yet.[ The label expires {onLabelUntil}.]",
      ],
    },
  },
  'return.received': {
    tone: 'bright',
    calm: {
      es: [
        'La devolución de tu pedido[ {order}] figura como recibida[ {onReceived}].',
        'Ya recibimos de vuelta el pedido[ {order}][ {onReceived}].',
        'El pedido[ {order}] que devolviste aparece recibido[ {onReceived}].',
      ],
      pt: [
        'A devolução do pedido[ {order}] consta como recebida[ {onReceived}].',
        'Já recebemos de volta o pedido[ {order}][ {onReceived}].',
        'O pedido[ {order}] que você devolveu aparece como recebido[ {onReceived}].',
      ],
      en: [
        'The return of your order[ {order}] shows as received[ {onReceived}].',
        'We have order[ {order}] back[, received {onReceived}].',
        'The order[ {order}] you sent back is marked as received[ {onReceived}].',
      ],
    },
  },
  'return.refused': {
    tone: 'fault',
    calm: {
      es: [
        'La devolución de tu pedido[ {order}] figura como rechazada, y <mereces|merecés> que te expliquen por qué.',
        'Veo que la devolución del pedido[ {order}] aparece rechazada. Eso no se resuelve con una respuesta automática.',
        'La devolución que pediste para el pedido[ {order}] consta como rechazada, y alguien tiene que verlo <contigo|con vos>.',
      ],
      pt: [
        'A devolução do pedido[ {order}] consta como recusada, e você merece saber por quê.',
        'Vejo que a devolução do pedido[ {order}] aparece recusada. Isso não se resolve com uma resposta automática.',
        'A devolução que você pediu para o pedido[ {order}] consta como recusada, e alguém precisa ver isso com você.',
      ],
      en: [
        'The return of your order[ {order}] shows as declined, and you deserve to know why.',
        "I see that the return of order[ {order}] is marked as declined. That's not something an automatic answer should settle.",
        'The return you asked for on order[ {order}] shows as declined, and someone needs to go over it with you.',
      ],
    },
  },
  'return.labelExpired': {
    tone: 'sober',
    calm: {
      es: [
        'Tu devolución del pedido[ {order}] sigue abierta, pero la etiqueta de envío venció {onLabelUntil}.',
        'La etiqueta para devolver el pedido[ {order}] valía hasta {labelUntil}, así que ya no sirve.',
        'Veo abierta la devolución del pedido[ {order}], con la etiqueta vencida {onLabelUntil}.',
      ],
      pt: [
        'Sua devolução do pedido[ {order}] continua aberta, mas a etiqueta de envio venceu {onLabelUntil}.',
        'A etiqueta para devolver o pedido[ {order}] valia até {labelUntil}, então já não serve.',
        'Vejo a devolução do pedido[ {order}] aberta, com a etiqueta vencida {onLabelUntil}.',
      ],
      en: [
        'Your return for order[ {order}] is still open, but the shipping label expired {onLabelUntil}.',
        'The label to return order[ {order}] was valid until {labelUntil}, so it no longer works.',
        'I see the return of order[ {order}] is open, with a label that expired {onLabelUntil}.',
      ],
    },
  },
  'exchange.within': {
    tone: 'bright',
    calm: {
      es: [
        'Estás a tiempo: el cambio de tu pedido[ {order}] se puede pedir hasta {until}.',
        'Tu pedido[ {order}] está dentro del plazo de cambio, que va hasta {until}.',
        'El plazo para cambiar el pedido[ {order}] sigue abierto, hasta {until}.',
      ],
      pt: [
        'Você está no prazo: a troca do pedido[ {order}] pode ser pedida até {until}.',
        'Seu pedido[ {order}] está dentro do prazo de troca, que vai até {until}.',
        'O prazo para trocar o pedido[ {order}] continua aberto, até {until}.',
      ],
      en: [
        "You're in time: an exchange for order[ {order}] can be requested until {until}.",
        'Your order[ {order}] is within its exchange window, which runs until {until}.',
        'The exchange window for order[ {order}] is still open, until {until}.',
      ],
    },
  },
  'exchange.window': {
    tone: 'bright',
    calm: {
      es: [
        'El plazo para cambiar tu pedido[ {order}] va hasta {until}.',
        '<Puedes|Podés> pedir el cambio del pedido[ {order}] hasta {until}.',
        'Para el pedido[ {order}], el cambio se puede pedir hasta {until}.',
      ],
      pt: [
        'O prazo para trocar o pedido[ {order}] vai até {until}.',
        'Você pode pedir a troca do pedido[ {order}] até {until}.',
        'Para o pedido[ {order}], a troca pode ser pedida até {until}.',
      ],
      en: [
        'The exchange window for your order[ {order}] runs until {until}.',
        'You can ask to exchange order[ {order}] until {until}.',
        'For order[ {order}], exchanges are open until {until}.',
      ],
    },
  },
  'exchange.past': {
    tone: 'sober',
    calm: {
      es: [
        'El plazo para cambiar tu pedido[ {order}] era hasta {until} y ya pasó. Prefiero que lo mire alguien antes de darte una respuesta.',
        'Veo que el plazo de cambio del pedido[ {order}] terminó {onUntil}. Aun así, merece que alguien lo revise <contigo|con vos>.',
        'El cambio del pedido[ {order}] se podía pedir hasta {until}. No quiero cerrarte la puerta sin que el equipo lo vea.',
      ],
      pt: [
        'O prazo para trocar o pedido[ {order}] era até {until} e já passou. Prefiro que alguém olhe antes de te dar uma resposta.',
        'Vejo que o prazo de troca do pedido[ {order}] terminou {onUntil}. Mesmo assim, vale alguém olhar com você.',
        'A troca do pedido[ {order}] podia ser pedida até {until}. Não quero fechar a porta sem a equipe ver.',
      ],
      en: [
        "The exchange window for your order[ {order}] ran until {until}, so it has passed. I'd rather have someone look at it before giving you an answer.",
        'I see that the exchange window of order[ {order}] ended {onUntil}. It still deserves a proper look.',
        "Order[ {order}] could be exchanged until {until}. I don't want to close the door before the team has seen it.",
      ],
    },
  },
  'exchange.unknown': {
    tone: 'help',
    calm: {
      es: [
        'Ya quedó anotado que <quieres|querés> cambiar tu pedido[ {order}]. Falta que el equipo confirme cómo se hace.',
        'Encontré tu pedido[ {order}]. El cambio lo tiene que ver alguien del equipo, porque no tengo a la vista su plazo.',
        'Estoy viendo tu pedido[ {order}] para el cambio. Para no equivocarnos de <size> o modelo, lo confirma el equipo.',
      ],
      pt: [
        'Já ficou anotado que você quer trocar o pedido[ {order}]. Falta a equipe confirmar como fazer.',
        'Encontrei seu pedido[ {order}]. A troca precisa ser vista por alguém da equipe, porque não tenho o prazo aqui.',
        'Estou vendo o pedido[ {order}] para a troca. Para não errar o tamanho ou o modelo, a equipe confirma.',
      ],
      en: [
        "I've noted that you want to exchange order[ {order}]. The team still has to confirm how.",
        "I found your order[ {order}]. Someone on the team needs to handle the exchange, because I can't see its window.",
        "I'm looking at your order[ {order}] for the exchange. To get the size or model right, the team goes over it with you.",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
