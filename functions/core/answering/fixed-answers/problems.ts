/** What we say when something arrived broken, wrong or not at all, or failed later. The opening has said sorry already. */
import type { Texts } from './texts.ts';

export const problemTexts = {
  'damaged.report': {
    tone: 'fault',
    calm: {
      es: [
        'Un producto tiene que llegar en buen estado y este no llegó así.[ Tengo a la vista tu compra: {bought}.]',
        'Gracias por contarnos cómo llegó.[ Ya ubiqué lo que compraste: {bought}.] Hay que ver la mejor forma de resolverlo.',
        'Así no es como queremos que recibas tu compra[: {bought}].',
      ],
      pt: [
        'Um produto tem que chegar em bom estado, e este não chegou assim.[ Estou vendo aqui a sua compra: {bought}.]',
        'Obrigado por contar como ele chegou.[ Já localizei o que você comprou: {bought}.] É preciso ver a melhor forma de resolver.',
        'Não é assim que queremos que a sua compra chegue[: {bought}].',
      ],
      en: [
        "A product should arrive in good shape, and this one didn't.[ I'm looking at your purchase: {bought}.]",
        'Thank you for telling us how it arrived.[ I found what you bought: {bought}.] We need to find the best way to sort it out.',
        "That's not how we want your purchase to reach you[: {bought}].",
      ],
    },
  },
  'wrong.report': {
    tone: 'fault',
    calm: {
      es: [
        'Te tenía que llegar lo que pediste.[ En tu pedido figura: {bought}.]',
        'Gracias por avisar que llegó otra cosa.[ Lo que compraste, según el pedido, es {bought}.]',
        'Parece que hubo una confusión al preparar tu compra.[ Según el pedido, lo tuyo es {bought}.]',
      ],
      pt: [
        'Tinha que chegar o que você pediu.[ No seu pedido consta: {bought}.]',
        'Obrigado por avisar que chegou outra coisa.[ O que você comprou, pelo pedido, é {bought}.]',
        'Parece que houve uma confusão ao separar a sua compra.[ Pelo pedido, o seu é {bought}.]',
      ],
      en: [
        'You should have received what you ordered.[ Your order says: {bought}.]',
        'Thanks for telling us that something else arrived.[ According to the order, what you bought is {bought}.]',
        'It looks like there was a mix-up when your purchase was packed.[ According to the order, yours is {bought}.]',
      ],
    },
  },
  'missing.part': {
    tone: 'fault',
    calm: {
      es: [
        'Tengo a la vista tu pedido[ {order}][: {bought}]. Hay que ver qué pasó con lo que falta.',
        'Si algo no vino en el paquete del pedido[ {order}], hay que averiguar dónde quedó.[ En el pedido figura: {bought}.]',
        'Gracias por avisar de lo que falta en tu pedido[ {order}].[ Según el registro, incluye {bought}.]',
      ],
      pt: [
        'Estou vendo aqui o pedido[ {order}][: {bought}]. É preciso ver o que aconteceu com o que falta.',
        'Se algo não veio no pacote do pedido[ {order}], é preciso descobrir onde ficou.[ No pedido consta: {bought}.]',
        'Obrigado por avisar do que falta no pedido[ {order}].[ Pelo registro, ele inclui {bought}.]',
      ],
      en: [
        "I'm looking at your order[ {order}][: {bought}]. We need to see what happened to the missing part.",
        'If something was missing from the package of order[ {order}], we need to find out where it went.[ The order lists: {bought}.]',
        "Thanks for telling us what's missing from your order[ {order}].[ According to the records it includes {bought}.]",
      ],
    },
  },
  'missing.notReceived': {
    tone: 'fault',
    calm: {
      es: [
        'Tu pedido[ {order}] figura como entregado[ {onDelivered}], y si no lo <tienes|tenés> hay que averiguar qué pasó. Mientras tanto, <fíjate|fijate> si lo recibió alguien en tu casa o un vecino.',
        'El seguimiento del pedido[ {order}] dice que se entregó[ {onDelivered}]. Si no está en tus manos, eso no cierra. A veces lo recibe un vecino o la portería; vale la pena preguntar.',
        'Según el registro, el pedido[ {order}] se entregó[ {onDelivered}][ con {carrier}], pero lo que cuenta es que no lo <tienes|tenés>. <Pregunta|Preguntá> por si lo recibió otra persona en tu domicilio.',
      ],
      pt: [
        'Seu pedido[ {order}] consta como entregue[ {onDelivered}], e se você não recebeu é preciso descobrir o que houve. Enquanto isso, veja se alguém da casa ou um vizinho recebeu.',
        'O rastreio do pedido[ {order}] diz que ele foi entregue[ {onDelivered}]. Se não está com você, a conta não fecha. Às vezes um vizinho ou a portaria recebe; vale perguntar.',
        'Pelo registro, o pedido[ {order}] foi entregue[ {onDelivered}][ ({carrier})], mas o que importa é que não está com você. Pergunte se outra pessoa recebeu no seu endereço.',
      ],
      en: [
        "Your order[ {order}] shows as delivered[ {onDelivered}], and if you don't have it, we need to find out what happened. In the meantime, please check whether someone at home or a neighbor took it in.",
        "The tracking of order[ {order}] says it was delivered[ {onDelivered}]. If it isn't with you, that doesn't add up. Sometimes a neighbor or the front desk takes it in, so it's worth asking.",
        "According to the records, order[ {order}] was delivered[ {onDelivered}][ by {carrier}], but what matters is that you don't have it. Please ask whether someone else took it in at your address.",
      ],
    },
  },
  'photos.ask': {
    tone: 'own',
    calm: {
      es: [
        '¿Nos <compartes|mandás> por <here> una foto del producto y del empaque?',
        'Una foto de lo que llegó y de la etiqueta del paquete ayuda mucho; la <puedes|podés> dejar por <here>.',
        'Si <puedes|podés>, <agrega|agregá> una foto de cómo llegó y del paquete.',
      ],
      pt: [
        'Você manda por aqui uma foto do produto e da embalagem?',
        'Uma foto do que chegou e da etiqueta do pacote ajuda muito; pode deixar por aqui.',
        'Se puder, mande uma foto de como chegou e do pacote.',
      ],
      en: [
        'Could you share a photo of the product and the packaging here?',
        'A photo of what arrived and of the package label helps a lot; you can leave it here.',
        'If you can, please add a photo of how it arrived and of the package.',
      ],
    },
  },
  'photos.thanks': {
    tone: 'own',
    calm: {
      es: [
        'Lo que adjuntaste ya quedó con tu caso.',
        'Gracias por lo que adjuntaste, ya lo tiene el equipo.',
        'Recibimos tu archivo adjunto y queda junto a tu caso.',
      ],
      pt: [
        'O que você anexou já ficou junto do seu caso.',
        'Obrigado pelo que você anexou, a equipe já tem.',
        'Recebemos o seu anexo e ele fica junto do seu caso.',
      ],
      en: [
        'What you attached is now with your case.',
        'Thanks for what you attached, the team has it.',
        'We received your attachment and it stays with your case.',
      ],
    },
  },
  'warranty.stated': {
    tone: 'bright',
    calm: {
      es: [
        'Según la ficha del producto, la garantía es: {warranty}.',
        'Sobre la garantía, la ficha indica: {warranty}.',
        'La garantía que figura para este producto es: {warranty}.',
      ],
      pt: [
        'Pela ficha do produto, a garantia é: {warranty}.',
        'Sobre a garantia, a ficha indica: {warranty}.',
        'A garantia que consta para este produto é: {warranty}.',
      ],
      en: [
        'According to the product details, the warranty is: {warranty}.',
        'On the warranty, the product details say: {warranty}.',
        'The warranty listed for this product is: {warranty}.',
      ],
    },
  },
  'warranty.claim': {
    tone: 'fault',
    calm: {
      es: [
        'Un producto tiene que durar, y si falló hay que revisarlo.[ La ficha indica esta garantía: {warranty}.][ Lo compraste {onPlaced}.] Si nos <cuentas|contás> qué hace y desde cuándo, avanzamos más rápido.',
        'Vamos a ver tu caso como corresponde.[ Tu compra: {bought}.][ Figura comprado {onPlaced}.][ Garantía según la ficha: {warranty}.] <Cuéntanos|Contanos> qué le pasa exactamente.',
        'Para la garantía hay que ver el caso con detalle.[ Según la ficha: {warranty}.][ Tu compra: {bought}.] ¿Qué falla <notas|notás> y desde cuándo?',
      ],
      pt: [
        'Um produto tem que durar, e se falhou é preciso ver.[ A ficha indica esta garantia: {warranty}.][ A compra foi feita {onPlaced}.] Se contar o que ele faz e desde quando, a gente avança mais rápido.',
        'Vamos olhar o seu caso como se deve.[ Sua compra: {bought}.][ Consta comprado {onPlaced}.][ Garantia pela ficha: {warranty}.] Conte para a gente o que acontece exatamente.',
        'Para a garantia é preciso ver o caso com detalhe.[ Pela ficha: {warranty}.][ Sua compra: {bought}.] Qual é o defeito e desde quando?',
      ],
      en: [
        'A product should last, and if it failed it needs to be looked at.[ The product details list this warranty: {warranty}.][ It was purchased {onPlaced}.] Telling us what it does and since when helps us move faster.',
        'Your case deserves a proper look.[ Your purchase: {bought}.][ It was bought {onPlaced}.][ Warranty in the product details: {warranty}.] Please tell us exactly what happens.',
        "For the warranty we need to see your case in detail.[ The product details say: {warranty}.][ Your purchase: {bought}.] What's failing, and since when?",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
