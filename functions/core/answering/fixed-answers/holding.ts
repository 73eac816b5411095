/** What a buyer reads while a person is on the way. */
import type { Texts } from './texts.ts';

/** The whole answer when a person takes over and there is nothing else to tell. No time is named that nobody has set. */
export const holdingTexts = {
  'holding.general': {
    tone: 'direct',
    calm: {
      es: [
        'Quiero que te llegue una respuesta correcta, así que tu mensaje lo ve una persona del equipo, que te responde por <here>.',
        'Gracias por escribirnos. Tu consulta la toma una persona del equipo y te contesta en esta misma conversación.',
        'Esto lo ve mejor una persona del equipo: ya tiene tu mensaje y te escribe por <here>.',
      ],
      pt: [
        'Quero que você receba uma resposta certa, então quem vê a sua mensagem é uma pessoa da equipe, que te responde por aqui.',
        'Obrigado pelo contato. Sua mensagem fica com uma pessoa da equipe, que te responde nesta mesma conversa.',
        'Isto uma pessoa da equipe vê melhor: ela já está com a sua mensagem e te escreve por aqui.',
      ],
      en: [
        'I want you to get a correct answer, so a person on our team has your message and will reply to you here.',
        'Thanks for writing. A person on our team is taking your question and will answer you in this conversation.',
        'This is better handled by a person on our team: they have your message and will write to you here.',
      ],
    },
    upset: {
      es: [
        'Entiendo tu molestia. Tu caso ya lo tiene una persona del equipo, que te responde por <here>.',
        'Lamento la situación. Para que no tengas que repetirla, una persona del equipo ya tiene todo lo que contaste y te contesta en esta conversación.',
        '<Tienes|Tenés> razón en querer una respuesta. La da una persona del equipo, que ya tiene tu mensaje y te escribe por <here>.',
      ],
      pt: [
        'Entendo a sua chateação. Seu caso já está com uma pessoa da equipe, que te responde por aqui.',
        'Sinto muito pela situação. Para você não ter que repetir, uma pessoa da equipe já está com tudo o que você contou e te responde nesta conversa.',
        'Você tem razão em querer uma resposta. Quem dá é uma pessoa da equipe, que já está com a sua mensagem e te escreve por aqui.',
      ],
      en: [
        "I understand you're upset. A person on our team has your case now and will reply to you here.",
        "I'm sorry about this. So you don't have to repeat yourself, a person on our team has everything you told us and will answer you in this conversation.",
        "You're right to want an answer. It comes from a person on our team, who has your message and will write to you here.",
      ],
    },
  },
  'holding.requested': {
    tone: 'direct',
    calm: {
      es: [
        'Claro que sí, ya le pasé tu mensaje a una persona del equipo, que te responde por <here>.',
        'Por supuesto. Una persona del equipo toma tu caso y te escribe en esta misma conversación.',
        'Con gusto: tu conversación ya está con una persona del equipo, que te contesta por <here>.',
      ],
      pt: [
        'Claro, já passei a sua mensagem para uma pessoa da equipe, que te responde por aqui.',
        'Com certeza. Uma pessoa da equipe assume o seu caso e te escreve nesta mesma conversa.',
        'Pode deixar: sua conversa já está com uma pessoa da equipe, que te responde por aqui.',
      ],
      en: [
        "Of course. I've passed your message to a person on our team, who will reply to you here.",
        'Sure thing. A person on our team is taking your case and will write to you in this conversation.',
        'Absolutely: your conversation is with a person on our team now, and they will answer you here.',
      ],
    },
    upset: {
      es: [
        'Por supuesto, y <disculpa|disculpá> las vueltas. Tu caso ya lo tiene una persona del equipo, que te responde por <here>.',
        'Lo entiendo. Ya se lo pasé a una persona del equipo con todo lo que contaste, y te escribe en esta conversación.',
        'Está bien, te entiendo. Una persona del equipo sigue tu caso y te contesta por <here>.',
      ],
      pt: [
        'Claro, e desculpe pelas voltas. Seu caso já está com uma pessoa da equipe, que te responde por aqui.',
        'Entendo. Já passei para uma pessoa da equipe com tudo o que você contou, e ela te escreve nesta conversa.',
        'Tudo bem, te entendo. Uma pessoa da equipe segue com o seu caso e te responde por aqui.',
      ],
      en: [
        "Of course, and I'm sorry for the runaround. A person on our team has your case now and will reply to you here.",
        "I understand. I've passed it to a person on our team with everything you told us, and they will write to you in this conversation.",
        'That makes sense. A person on our team is taking over and will answer you here.',
      ],
    },
  },
  'holding.safety': {
    tone: 'grave',
    calm: {
      es: [
        'Gracias por avisar, tu seguridad va primero: <deja|dejá> de usar el producto y <aléjalo|alejalo> si <notas|notás> algo raro. Una persona del equipo ya tiene tu caso y te responde por <here>.',
        'Lo primero es que estés bien. Por favor, no uses más el producto; una persona del equipo toma tu caso con prioridad y te escribe en esta conversación.',
        'Por tu seguridad, <deja|dejá> el producto sin usar. Tu mensaje ya lo tiene una persona del equipo, que te contesta por <here>.',
      ],
      pt: [
        'Obrigado por avisar, sua segurança vem primeiro: pare de usar o produto e mantenha distância se notar algo estranho. Uma pessoa da equipe já está com o seu caso e te responde por aqui.',
        'O mais importante é você estar bem. Por favor, não use mais o produto; uma pessoa da equipe assume o seu caso com prioridade e te escreve nesta conversa.',
        'Para sua segurança, deixe o produto sem uso. Sua mensagem já está com uma pessoa da equipe, que te responde por aqui.',
      ],
      en: [
        'Thank you for telling us; your safety comes first: please stop using the product and keep away from it if anything seems wrong. A person on our team has your case and will reply to you here.',
        "The main thing is that you're okay. Please don't use the product any more; a person on our team is taking your case as a priority and will write to you in this conversation.",
        'For your safety, please leave the product unused. A person on our team has your message and will answer you here.',
      ],
    },
  },
  'holding.serious': {
    tone: 'grave',
    calm: {
      es: [
        'Lo que nos <cuentas|contás> es serio y lo tratamos así. Ya lo tiene una persona del equipo, que te responde por <here>.',
        'Gracias por decírnoslo. Un tema así lo ve una persona, con todo lo que contaste, y te contesta en esta conversación.',
        'Tomamos en serio tu mensaje. Una persona del equipo ya lo tiene y te escribe por <here>.',
      ],
      pt: [
        'O que você nos conta é sério e a gente trata assim. Já está com uma pessoa da equipe, que te responde por aqui.',
        'Obrigado por nos dizer. Um assunto assim é visto por uma pessoa, com tudo o que você contou, e ela te responde nesta conversa.',
        'Levamos a sua mensagem a sério. Uma pessoa da equipe já está com ela e te escreve por aqui.',
      ],
      en: [
        'What you tell us is serious and we treat it that way. A person on our team has it now and will reply to you here.',
        'Thank you for telling us. A person handles something like this, with everything you told us, and will answer you in this conversation.',
        'We take your message seriously. A person on our team has it and will write to you here.',
      ],
    },
  },
  'holding.unavailable': {
    tone: 'direct',
    calm: {
      es: [
        'En este momento no logro consultar tu pedido, y no quiero responderte a ciegas. Una persona del equipo lo mira y te responde por <here>.',
        'Ahora mismo no puedo ver los datos que necesito para responderte. Ya se lo pasé a una persona del equipo, que te escribe en esta conversación.',
        'No estoy pudiendo ver la información que necesito. Una persona del equipo ya tiene tu mensaje y te contesta por <here>.',
      ],
      pt: [
        'Neste momento não consigo consultar o seu pedido, e não quero responder no escuro. Uma pessoa da equipe olha e te responde por aqui.',
        'Agora não estou conseguindo ver os dados de que preciso para responder. Já passei para uma pessoa da equipe, que te escreve nesta conversa.',
        'Não estou conseguindo ver a informação necessária. Uma pessoa da equipe já está com a sua mensagem e te responde por aqui.',
      ],
      en: [
        "I can't look up your order at the moment, and I don't want to answer blindly. A person on our team will check and reply to you here.",
        "Right now I can't see the details I need to answer you. I've passed it to a person on our team, who will write to you in this conversation.",
        "I'm not able to see the information I need. A person on our team has your message and will answer you here.",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
