/** What we say about haggling, coupons and duties: nothing that the facts do not hold. */
import type { Texts } from './texts.ts';

export const offerTexts = {
  'price.firm': {
    tone: 'direct',
    calm: {
      es: [
        'Te entiendo, a todos nos gusta cuidar el bolsillo.[ El precio es {price}.] No tengo otro precio para ofrecerte, y prefiero decírtelo de frente.',
        'Gracias por el interés.[ El valor publicado es {price}.] Por <here> no puedo cambiarlo.',
        'Qué más quisiera que darte una mejor noticia.[ El precio está en {price}.] No manejo descuentos por este medio.',
      ],
      pt: [
        'Te entendo, todo mundo gosta de cuidar do bolso.[ O preço é {price}.] Não tenho outro valor para oferecer, e prefiro ser direto com você.',
        'Obrigado pelo interesse.[ O valor publicado é {price}.] Por aqui não consigo mudar.',
        'Queria muito ter uma notícia melhor.[ O preço está em {price}.] Não tenho como dar desconto por aqui.',
      ],
      en: [
        "I get it, everyone likes a good deal.[ The price is {price}.] I don't have a different price to offer, and I'd rather be upfront about it.",
        "Thanks for your interest.[ The listed price is {price}.] I can't change it from here.",
        "I wish I had better news.[ The price is {price}.] I'm not able to give discounts here.",
      ],
    },
    upset: {
      es: [
        'Entiendo que el precio no te convenza.[ El valor publicado es {price}.] No tengo otro para ofrecerte.',
        'Gracias por decirlo con franqueza.[ El precio es {price}.] Por <here> no puedo cambiarlo.',
        'Entiendo tu molestia con el precio.[ Está en {price}.] Prefiero ser claro: no tengo un descuento para darte.',
      ],
      pt: [
        'Entendo que o preço não te agrade.[ O valor publicado é {price}.] Não tenho outro para oferecer.',
        'Obrigado pela sinceridade.[ O preço é {price}.] Por aqui não consigo mudar.',
        'Entendo o incômodo com o preço.[ Ele está em {price}.] Prefiro ser claro: não tenho um desconto para te dar.',
      ],
      en: [
        "I understand the price doesn't work for you.[ The listed price is {price}.] I don't have another one to offer.",
        "Thank you for being frank.[ The price is {price}.] I can't change it from here.",
        "I understand you're unhappy with the price.[ It's {price}.] To be clear, I don't have a discount to give you.",
      ],
    },
  },
  'price.freight': {
    tone: 'direct',
    calm: {
      es: [
        'Entiendo que el envío pesa en la cuenta.[ Cuesta {freight}.] No tengo otra tarifa para ofrecerte.',
        'Sé que el envío suma.[ Son {freight}.] Por <here> no puedo cambiar ese costo.',
        'Te entiendo con lo del envío.[ El costo es de {freight}.] Prefiero decírtelo claro: no tengo una tarifa menor.',
      ],
      pt: [
        'Entendo que o frete pesa na conta.[ Ele custa {freight}.] Não tenho outro valor para oferecer.',
        'Sei que o frete faz diferença.[ São {freight}.] Por aqui não consigo mudar esse custo.',
        'Te entendo quanto ao frete.[ O valor é {freight}.] Prefiro ser claro: não tenho uma tarifa menor.',
      ],
      en: [
        "I know shipping adds up.[ It costs {freight}.] I don't have a different rate to offer.",
        "I understand, shipping makes a difference.[ It's {freight}.] I can't change that cost from here.",
        "I hear you on the shipping.[ The cost is {freight}.] To be clear, I don't have a lower rate.",
      ],
    },
  },
  'price.bulk': {
    tone: 'help',
    calm: {
      es: [
        'Los precios por cantidad los ve directamente el equipo. <Cuéntanos|Contanos> cuántas unidades te interesan y lo tienen en cuenta.',
        'Para una compra grande, las condiciones las da una persona del equipo.',
        'Gracias por pensar en nosotros para una compra por cantidad. Eso lo arma el equipo <contigo|con vos>.',
      ],
      pt: [
        'Os preços por quantidade quem vê é a equipe. Conte quantas unidades te interessam e eles já levam em conta.',
        'Para uma compra grande, as condições quem passa é uma pessoa da equipe.',
        'Obrigado por pensar na gente para uma compra em quantidade. Isso a equipe monta com você.',
      ],
      en: [
        'Prices for larger quantities are handled by the team directly. Tell us how many units you have in mind and they can take it from there.',
        'For a larger purchase, the terms come from a person on the team.',
        'Thanks for thinking of us for a larger purchase. The team works that out with you.',
      ],
    },
  },
  'coupon.none': {
    tone: 'direct',
    calm: {
      es: [
        'Ojalá pudiera, pero no tengo un cupón para darte en este momento, y prefiero decírtelo a inventarlo.',
        'Por ahora no tengo un código de descuento para compartirte.',
        'Gracias por preguntar. No tengo promociones ni cupones para ofrecerte por <here>.',
      ],
      pt: [
        'Queria muito, mas não tenho um cupom para te passar agora, e prefiro dizer isso a inventar.',
        'Por enquanto não tenho um código de desconto para compartilhar.',
        'Obrigado por perguntar. Não tenho promoções nem cupons para oferecer por aqui.',
      ],
      en: [
        "I wish I could, but I don't have a coupon to give you right now, and I'd rather say so than make one up.",
        "I don't have a discount code to share at the moment.",
        "Thanks for asking. I don't have promotions or coupons to offer here.",
      ],
    },
  },
  'coupon.fails': {
    tone: 'sober',
    calm: {
      es: [
        'Si el cupón no entra, hay que ver por qué.',
        'Un cupón que no funciona es una molestia, y hay que revisarlo.',
        'Qué mal que el código no te tome. Hay que mirar qué condiciones tiene.',
      ],
      pt: [
        'Se o cupom não entra, é preciso ver por quê.',
        'Um cupom que não funciona é um incômodo, e precisa ser visto.',
        'Que chato o código não funcionar. É preciso olhar quais são as condições dele.',
      ],
      en: [
        "If the coupon won't go through, we need to see why.",
        "A coupon that doesn't work is annoying, and it needs to be checked.",
        "Sorry that the code isn't working for you. Its conditions have to be looked at.",
      ],
    },
  },
  'customs.stated': {
    tone: 'bright',
    calm: {
      es: [
        'Sobre impuestos y aduana, la ficha del producto indica: {duties}.',
        'Esto dice la ficha sobre impuestos de importación: {duties}.',
        'En cuanto a impuestos, lo que figura es: {duties}.',
      ],
      pt: [
        'Sobre impostos e alfândega, a ficha do produto indica: {duties}.',
        'A ficha diz isto sobre impostos de importação: {duties}.',
        'Quanto a impostos, o que consta é: {duties}.',
      ],
      en: [
        'On taxes and customs, the product details say: {duties}.',
        "Here's what the details say about import fees: {duties}.",
        'As for taxes, what we have on record is: {duties}.',
      ],
    },
  },
  'customs.unknown': {
    tone: 'help',
    calm: {
      es: [
        'Los impuestos y la aduana son un tema delicado y no quiero darte un dato que no tengo confirmado.',
        'No tengo a la vista qué impuestos corresponden, y prefiero que te lo confirmen bien.',
        'Sobre impuestos de importación prefiero no adivinar.',
      ],
      pt: [
        'Impostos e alfândega são um assunto delicado e não quero te passar um dado que não está confirmado.',
        'Não tenho aqui quais impostos se aplicam, e prefiro que confirmem direitinho com você.',
        'Sobre impostos de importação, prefiro não chutar.',
      ],
      en: [
        "Taxes and customs are a delicate matter and I don't want to give you something unconfirmed.",
        "I can't see which taxes apply, and I'd rather have it properly confirmed for you.",
        "On import fees, I'd rather not guess.",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
