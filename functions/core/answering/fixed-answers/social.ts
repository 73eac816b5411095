/** What we say around the matter itself: greetings, thanks, the offer of a person and the hand-over to one. */
import type { Texts } from './texts.ts';

export const socialTexts = {
  /** The seller's own words, from an article. */
  'article.says': {
    tone: 'help',
    calm: {
      es: ['{quote}.', 'Esto es lo que puedo confirmarte: {quote}.', 'Te cuento: {quote}.'],
      pt: ['{quote}.', 'O que posso confirmar é isto: {quote}.', 'Te conto: {quote}.'],
      en: ['{quote}.', 'Here is what I can confirm: {quote}.', 'This is how it works: {quote}.'],
    },
  },
  'greeting.hello': {
    tone: 'own',
    calm: {
      es: [
        '¡Hola! ¿En qué te puedo ayudar?',
        '¡Hola! Gracias por escribirnos. <Cuéntame|Contame>, ¿qué <necesitas|necesitás>?',
        '¡Hola, qué gusto saludarte! 😊 ¿Cómo te ayudo?',
      ],
      pt: [
        'Oi! Como posso te ajudar?',
        'Olá! Obrigado pelo contato. Me conta, do que você precisa?',
        'Oi, tudo bem? 😊 Em que posso ajudar?',
      ],
      en: [
        'Hi there! How can I help?',
        'Hello! Thanks for reaching out. What can I do for you?',
        'Hi! 😊 What can I help you with?',
      ],
    },
    upset: {
      es: [
        'Hola, <aquí|acá> estoy. <Cuéntame|Contame> qué pasó y lo vemos.',
        'Hola, gracias por escribir. ¿Qué fue lo que pasó?',
        'Hola, <disculpa|disculpá> la espera. <Dime|Decime> en qué te ayudo.',
      ],
      pt: [
        'Oi, estou aqui. Me conta o que aconteceu e a gente vê.',
        'Olá, obrigado por escrever. O que foi que aconteceu?',
        'Oi, desculpe a espera. Me diga em que posso ajudar.',
      ],
      en: [
        "Hi, I'm here. Tell me what happened and let's sort it out.",
        'Hello, thanks for writing. What went wrong?',
        'Hi, sorry for the wait. Tell me how I can help.',
      ],
    },
  },
  'greeting.thanks': {
    tone: 'own',
    calm: {
      es: [
        '¡Con gusto! Si <necesitas|necesitás> algo más, <aquí|acá> estamos.',
        '¡Gracias a <ti|vos>! 😊 Que tengas un lindo día.',
        'Un placer ayudarte. Cualquier otra cosa, nos <escribes|escribís>.',
      ],
      pt: [
        'Imagina! Se precisar de mais alguma coisa, é só chamar.',
        'Eu que agradeço! 😊 Tenha um ótimo dia.',
        'Foi um prazer ajudar. Qualquer outra coisa, é só escrever.',
      ],
      en: [
        "You're welcome! If you need anything else, we're here.",
        'Thank you! 😊 Have a great day.',
        'Happy to help. Anything else, just write to us.',
      ],
    },
  },
  'greeting.solved': {
    tone: 'own',
    calm: {
      es: [
        '¡Qué bueno que ya está resuelto! Gracias por avisar.',
        '¡Excelente, gracias por contarnos! 😊 Si surge algo más, <aquí|acá> estamos.',
        'Me alegra saberlo. Gracias por tomarte el tiempo de avisar.',
      ],
      pt: [
        'Que bom que já está resolvido! Obrigado por avisar.',
        'Ótimo, obrigado por contar! 😊 Se surgir mais alguma coisa, é só chamar.',
        'Fico feliz em saber. Obrigado por avisar.',
      ],
      en: [
        "Great to hear it's sorted! Thanks for letting us know.",
        "Excellent, thanks for telling us! 😊 If anything else comes up, we're here.",
        'Glad to hear it. Thanks for taking the time to tell us.',
      ],
    },
  },
  'other.more': {
    tone: 'own',
    calm: {
      es: [
        '¿Me <cuentas|contás> un poco más? Así te ayudo mejor.',
        '<Aquí|Acá> sigo. ¿Qué <necesitas|necesitás> que revise?',
        'Listo. Si <quieres|querés> que vea algo más, <dime|decime> qué es.',
      ],
      pt: [
        'Pode me contar um pouco mais? Assim te ajudo melhor.',
        'Estou por aqui. O que você precisa que eu veja?',
        'Certo. Se quiser que eu veja mais alguma coisa, é só dizer o quê.',
      ],
      en: [
        'Could you tell me a bit more? That way I can help you better.',
        "I'm still here. What would you like me to check?",
        'Got it. If you want me to look at anything else, just say what it is.',
      ],
    },
  },
  'other.scope': {
    tone: 'direct',
    calm: {
      es: [
        'Por <here> puedo ayudarte con pedidos, envíos y productos de la tienda.',
        'Ese tema no lo manejo por este medio; lo mío son las compras y los productos de la tienda.',
        'Con eso no te sé ayudar desde <here>, pero sí con tus compras y los productos de la tienda.',
      ],
      pt: [
        'Por aqui posso ajudar com pedidos, entregas e produtos da loja.',
        'Esse assunto eu não trato por aqui; o meu forte são as compras e os produtos da loja.',
        'Com isso não consigo ajudar daqui, mas com as suas compras e os produtos da loja, sim.',
      ],
      en: [
        "I can help here with the store's orders, shipping and products.",
        "That's not something I handle here; I'm here for the store's orders and products.",
        "I'm not able to help with that from here, but I can with your purchases and the store's products.",
      ],
    },
  },
  'complaint.heard': {
    tone: 'grave',
    calm: {
      es: [
        'Lamento mucho la experiencia que tuviste. Tu reclamo es importante y queda registrado tal como lo contaste.',
        'Gracias por decirlo con claridad, y <disculpa|disculpá> el mal rato. Tu queja no se queda en un mensaje automático.',
        'Siento que te hayamos hecho pasar por esto. Lo que <cuentas|contás> merece que lo vea una persona.',
      ],
      pt: [
        'Sinto muito pela experiência que você teve. Sua reclamação é importante e fica registrada do jeito que você contou.',
        'Obrigado por falar com clareza, e desculpe pelo transtorno. Sua reclamação não para em uma mensagem automática.',
        'Lamento que você tenha passado por isso. O que você conta merece ser visto por uma pessoa.',
      ],
      en: [
        "I'm sorry about the experience you've had. Your complaint matters, and it's on record the way you told it.",
        "Thank you for being clear, and I'm sorry for the trouble. Your complaint doesn't stop at an automatic message.",
        "I'm sorry we put you through this. What you describe deserves a person's attention.",
      ],
    },
  },
  'offer.person': {
    tone: 'own',
    calm: {
      es: [
        'Si algo no te cuadra, <dime|decime> y lo ve una persona del equipo.',
        '¿<Quieres|Querés> que lo vea también una persona del equipo? <Dime|Decime> y la busco.',
        'Y si <prefieres|preferís> que lo mire una persona del equipo, <avísame|avisame>.',
      ],
      pt: [
        'Se algo não bater, me avise que uma pessoa da equipe olha.',
        'Quer que uma pessoa da equipe veja também? É só me dizer.',
        'E se preferir que uma pessoa da equipe olhe, me avise.',
      ],
      en: [
        'If anything looks off, let me know and someone on the team can look at it.',
        'Would you like someone on the team to take a look too? Just say so.',
        "And if you'd rather have a person on the team look at it, let me know.",
      ],
    },
  },
  'hand.over': {
    tone: 'own',
    calm: {
      es: [
        'Ya se lo pasé a una persona del equipo, que te responde por <here>.',
        'Una persona del equipo ya tiene tu mensaje y te escribe en esta misma conversación.',
        'Lo dejo en manos de una persona del equipo, que te contesta por <here>.',
      ],
      pt: [
        'Já passei para uma pessoa da equipe, que te responde por aqui.',
        'Uma pessoa da equipe já está com a sua mensagem e te escreve nesta mesma conversa.',
        'Deixo com uma pessoa da equipe, que te responde por aqui.',
      ],
      en: [
        "I've passed this to a person on our team, who will reply to you here.",
        'Someone on our team has your message now and will write to you in this conversation.',
        "I'm leaving this with a person on our team, who will answer you here.",
      ],
    },
    upset: {
      es: [
        'Tu caso ya lo tiene una persona del equipo, que te responde por <here>.',
        'Para que no tengas que repetirlo, ya se lo pasé completo a una persona del equipo, que te escribe en esta conversación.',
        'Esto lo sigue una persona del equipo, con todo lo que contaste, y te contesta por <here>.',
      ],
      pt: [
        'Seu caso já está com uma pessoa da equipe, que te responde por aqui.',
        'Para você não ter que repetir, já passei tudo para uma pessoa da equipe, que te escreve nesta conversa.',
        'Quem segue com isto é uma pessoa da equipe, com tudo o que você contou, e te responde por aqui.',
      ],
      en: [
        'A person on our team has your case now and will reply to you here.',
        "So you don't have to repeat yourself, I've passed everything to a person on our team, who will write to you in this conversation.",
        'A person on our team is taking this on, with everything you told us, and will answer you here.',
      ],
    },
  },
  'public.private': {
    tone: 'direct',
    calm: {
      es: [
        'Para cuidar tus datos, los temas de una compra no los tratamos en esta sección pública. <Escríbenos|Escribinos> desde el detalle de tu compra y lo vemos ahí.',
        'Esta sección la lee todo el mundo, así que lo de tu compra lo vemos en el chat de la compra.',
        'Por privacidad, de las compras hablamos en el chat de la compra y no <here>.',
      ],
      pt: [
        'Para proteger seus dados, não tratamos de compras nesta seção pública. Escreva pelo detalhe da sua compra que a gente vê por lá.',
        'Esta seção é lida por todo mundo, então o assunto da sua compra a gente vê no chat da compra.',
        'Por privacidade, sobre compras a gente fala no chat da compra e não aqui.',
      ],
      en: [
        "To protect your data, we don't discuss purchases in this public section. Write to us from your purchase details and we can look at it there.",
        "Everyone can read this section, so let's look at your purchase in the purchase chat.",
        'For your privacy, we talk about purchases in the purchase chat and not here.',
      ],
    },
  },
  'public.start': {
    tone: 'direct',
    calm: {
      es: [
        'Gracias por tu pregunta[ sobre {item}].',
        'Gracias por el interés[ en {item}].',
        'Qué bueno que <preguntas|preguntás>[ por {item}].',
      ],
      pt: [
        'Obrigado pela pergunta[ sobre {item}].',
        'Obrigado pelo interesse[ em {item}].',
        'Que bom que você perguntou[ sobre {item}].',
      ],
      en: [
        'Thanks for your question[ about {item}].',
        'Thanks for your interest[ in {item}].',
        'Glad you asked[ about {item}].',
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
