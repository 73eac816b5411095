/** What has been done with an order and read back, and the new address repeated for a yes. */
import type { Texts } from './texts.ts';

export const actionTexts = {
  'action.cancelled': {
    tone: 'direct',
    calm: {
      es: [
        'Tu pedido[ {order}] quedó cancelado.',
        'Ya cancelamos tu pedido[ {order}], como lo pediste.',
        'La cancelación de tu pedido[ {order}] ya está hecha.',
      ],
      pt: [
        'Seu pedido[ {order}] foi cancelado.',
        'Já cancelamos o seu pedido[ {order}], como você pediu.',
        'O cancelamento do seu pedido[ {order}] já está feito.',
      ],
      en: [
        'Your order[ {order}] has been cancelled.',
        'We have cancelled your order[ {order}], as you asked.',
        'The cancellation of your order[ {order}] is done.',
      ],
    },
  },
  'action.addressAsk': {
    tone: 'direct',
    calm: {
      es: [
        'Para cambiar la entrega de tu pedido[ {order}], esta es la dirección que leí: {address}. ¿Es correcta? Con un "sí" la cambio.',
        'Entendí que la nueva dirección de tu pedido[ {order}] es: {address}. Si está bien, <responde|respondé> "sí" y la cambio.',
        'Antes de cambiarla, ¿me <confirmas|confirmás> la dirección de tu pedido[ {order}]? {address}. Basta con un "sí".',
      ],
      pt: [
        'Para mudar a entrega do seu pedido[ {order}], este é o endereço que li: {address}. Está certo? Com um "sim" eu mudo.',
        'Entendi que o novo endereço do seu pedido[ {order}] é: {address}. Se estiver certo, responda "sim" e eu mudo.',
        'Antes de mudar, você confirma o endereço do seu pedido[ {order}]? {address}. Basta um "sim".',
      ],
      en: [
        'To change the delivery of your order[ {order}], this is the address I read: {address}. Is it right? Reply "yes" and I\'ll change it.',
        'I understood that the new address for your order[ {order}] is: {address}. If that is right, just reply "yes" and I\'ll change it.',
        'Before I change it, can you confirm the address for your order[ {order}]? {address}. A "yes" is enough.',
      ],
    },
  },
  'action.addressChanged': {
    tone: 'direct',
    calm: {
      es: [
        'Listo, la dirección de tu pedido[ {order}] ahora es: {address}.',
        'Ya cambiamos la entrega de tu pedido[ {order}]. La dirección que figura es: {address}.',
        'La dirección de tu pedido[ {order}] quedó cambiada: {address}.',
      ],
      pt: [
        'Pronto, o endereço do seu pedido[ {order}] agora é: {address}.',
        'Já mudamos a entrega do seu pedido[ {order}]. O endereço que consta é: {address}.',
        'O endereço do seu pedido[ {order}] foi alterado: {address}.',
      ],
      en: [
        'Done, the address for your order[ {order}] is now: {address}.',
        'We have changed the delivery of your order[ {order}]. The address on it is: {address}.',
        'The address for your order[ {order}] has been changed: {address}.',
      ],
    },
  },
  'action.returnOpened': {
    tone: 'direct',
    calm: {
      es: [
        'La devolución de tu pedido[ {order}] quedó solicitada en la tienda.',
        'Ya pedimos la devolución de tu pedido[ {order}] y la tienda la registró.',
        'Tu pedido de devolución[ para la orden {order}] ya está registrado.',
      ],
      pt: [
        'A devolução do seu pedido[ {order}] foi solicitada na loja.',
        'Já pedimos a devolução do seu pedido[ {order}] e a loja registrou.',
        'A sua solicitação de devolução[ do pedido {order}] já está registrada.',
      ],
      en: [
        'The return of your order[ {order}] has been requested with the shop.',
        'We have asked for the return of your order[ {order}] and the shop has registered it.',
        'Your return request[ for order {order}] is now registered.',
      ],
    },
  },
  'action.refundAsked': {
    tone: 'direct',
    calm: {
      es: [
        'El <refund> de tu pedido[ {order}] quedó registrado en la tienda.[ El importe es {amount}.]',
        'Ya pedimos el <refund> de tu pedido[ {order}] y la tienda lo registró.[ El importe es {amount}.]',
        'La tienda ya tiene registrado el <refund> de tu pedido[ {order}].[ El importe es {amount}.]',
      ],
      pt: [
        'O reembolso do seu pedido[ {order}] foi registrado na loja.[ O valor é {amount}.]',
        'Já pedimos o reembolso do seu pedido[ {order}] e a loja registrou.[ O valor é {amount}.]',
        'A loja já registrou o reembolso do seu pedido[ {order}].[ O valor é {amount}.]',
      ],
      en: [
        'The refund for your order[ {order}] has been registered with the shop.[ The amount is {amount}.]',
        'We have asked for the refund of your order[ {order}] and the shop has registered it.[ The amount is {amount}.]',
        'The shop has registered the refund for your order[ {order}].[ The amount is {amount}.]',
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
