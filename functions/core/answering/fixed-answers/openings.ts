/**
 * How an answer opens: the greeting of a first answer, and the words that meet the buyer's mood before the facts.
 * Each country greets its own way; where a voice has no words of its own it takes the neutral ones.
 */
import type { Mood, Voice } from '../voice.ts';
import type { Tone, Variants } from './texts.ts';

type ByVoice = Readonly<
  { es: Variants; 'pt-BR': Variants; 'en-US': Variants } & Partial<Record<Voice, Variants>>
>;

export const greetings: Readonly<Record<Mood, ByVoice>> = {
  calm: {
    es: ['¡Hola!', '¡Hola, qué gusto saludarte!', '¡Hola! Un gusto leerte.'],
    'es-MX': ['¡Hola!', '¡Hola, qué gusto saludarte!', '¡Hola! Un gusto atenderte.'],
    'es-AR': ['¡Hola!', '¡Hola! ¿Cómo va?', '¡Hola! ¿Cómo estás?'],
    'es-CO': ['¡Hola!', '¡Hola! Qué gusto saludarte.', '¡Hola, un gusto atenderte!'],
    'es-CL': ['¡Hola!', '¡Hola! ¿Cómo estás?', '¡Hola, qué gusto saludarte!'],
    'pt-BR': ['Oi, tudo bem?', 'Olá!', 'Oi! Que bom te ver por aqui.'],
    'en-US': ['Hi there!', 'Hello!', 'Hi! Good to hear from you.'],
  },
  upset: {
    es: ['Hola.', 'Hola, gracias por escribirnos.', 'Hola, ya leí tu mensaje.'],
    'pt-BR': ['Olá.', 'Oi, obrigado por escrever.', 'Olá, já li a sua mensagem.'],
    'en-US': ['Hello.', 'Hi, thanks for writing to us.', "Hi, I've read your message."],
  },
};

type Openings = Readonly<Record<Exclude<Tone, 'direct' | 'grave' | 'own'>, ByVoice>>;

const calm: Openings = {
  bright: {
    es: ['Claro, te cuento.', 'Con gusto te cuento.', 'Acabo de mirarlo.'],
    'es-MX': ['¡Claro que sí, te cuento!', 'Con mucho gusto te cuento.', 'Acabo de revisarlo.'],
    'es-AR': ['Dale, te cuento.', 'Claro, ya me fijé.', 'Acabo de mirarlo.'],
    'es-CO': ['Con mucho gusto te cuento.', 'Claro que sí, te cuento.', 'Acabo de revisarlo.'],
    'es-CL': ['Claro, te cuento.', 'Feliz de contarte.', 'Acabo de revisarlo.'],
    'pt-BR': ['Claro, te conto.', 'Pode deixar, já olhei.', 'Acabei de conferir.'],
    'en-US': ['Happy to help.', "Sure, here's what I see.", 'I just looked it up.'],
  },
  help: {
    es: ['Con gusto te ayudo.', 'Te ayudo con esto.', 'Gracias por consultarnos.'],
    'es-MX': ['Con mucho gusto te ayudo.', 'Te apoyo con esto.', 'Gracias por consultarnos.'],
    'es-CO': ['Con mucho gusto te ayudo.', 'Te colaboro con esto.', 'Gracias por consultarnos.'],
    'es-CL': ['Feliz de ayudarte.', 'Te ayudo con esto.', 'Gracias por consultarnos.'],
    'pt-BR': ['Te ajudo com isso.', 'Pode contar comigo.', 'Obrigado por perguntar.'],
    'en-US': ['Happy to help with this.', 'Let me help you with this.', 'Thanks for asking.'],
  },
  sober: {
    es: ['Acabo de revisarlo.', 'Gracias por consultarnos.', 'Ya lo miré con calma.'],
    'es-AR': ['Acabo de fijarme.', 'Gracias por consultarnos.', 'Ya lo miré con calma.'],
    'pt-BR': ['Acabei de olhar.', 'Obrigado por perguntar.', 'Já olhei com calma.'],
    'en-US': ['I just checked.', 'Thanks for asking.', "I've had a careful look."],
  },
  late: {
    es: ['Gracias por tu paciencia.', 'Disculpa la demora.', 'Siento la espera.'],
    'es-AR': ['Gracias por la paciencia.', 'Disculpá la demora.', 'Perdón por la espera.'],
    'pt-BR': ['Obrigado pela paciência.', 'Desculpe a demora.', 'Sinto muito pela espera.'],
    'en-US': ['Thanks for your patience.', "I'm sorry about the delay.", 'Sorry for the wait.'],
  },
  fault: {
    es: [
      'Lamento mucho lo que pasó.',
      'Qué pena que haya sido así, disculpa.',
      'Siento mucho este inconveniente.',
    ],
    'es-MX': [
      'Lamento mucho lo que pasó.',
      'Una disculpa por este inconveniente.',
      'Siento mucho que haya sido así.',
    ],
    'es-AR': ['Lamento mucho lo que pasó.', 'Qué macana, disculpá.', 'Perdón por este inconveniente.'],
    'es-CO': [
      'Lamento mucho lo que pasó.',
      'Qué pena contigo por este inconveniente.',
      'Siento mucho que haya sido así.',
    ],
    'pt-BR': [
      'Sinto muito pelo que aconteceu.',
      'Que pena que tenha sido assim, desculpe.',
      'Lamento muito por esse transtorno.',
    ],
    'en-US': [
      "I'm really sorry about this.",
      "I'm sorry it turned out this way.",
      "That's not the experience we want for you, sorry.",
    ],
  },
  money: {
    es: ['Ya revisé tu caso.', 'Te cuento lo que veo.', 'Gracias por consultarlo.'],
    'es-AR': ['Ya me fijé en tu caso.', 'Te cuento lo que veo.', 'Gracias por consultarlo.'],
    'pt-BR': ['Já olhei o seu caso.', 'Te conto o que vejo aqui.', 'Obrigado por perguntar.'],
    'en-US': ["I've looked into it.", "Here's what I see.", 'Thanks for checking with us.'],
  },
};

const upset: Openings = {
  bright: {
    es: [
      'Entiendo tu molestia y quiero ayudarte.',
      'Disculpa el mal rato.',
      'Te entiendo, vamos a lo concreto.',
    ],
    'es-AR': [
      'Entiendo tu malestar y quiero ayudarte.',
      'Disculpá el mal rato.',
      'Te entiendo, vamos a lo concreto.',
    ],
    'pt-BR': [
      'Entendo a sua chateação e quero ajudar.',
      'Desculpe pelo transtorno.',
      'Te entendo, vamos ao que interessa.',
    ],
    'en-US': [
      "I understand you're upset, and I want to help.",
      "I'm sorry for the trouble.",
      "I hear you, so let's get to it.",
    ],
  },
  help: {
    es: [
      'Entiendo tu molestia y quiero ayudarte.',
      'Disculpa el mal rato.',
      'Sé que esto cansa, y lo siento.',
    ],
    'es-AR': [
      'Entiendo tu malestar y quiero ayudarte.',
      'Disculpá el mal rato.',
      'Sé que esto cansa, y lo siento.',
    ],
    'pt-BR': [
      'Entendo a sua chateação e quero ajudar.',
      'Desculpe pelo transtorno.',
      'Sei que isso cansa, e sinto muito.',
    ],
    'en-US': [
      "I understand you're upset, and I want to help.",
      "I'm sorry for the trouble.",
      "I know this is tiring, and I'm sorry.",
    ],
  },
  sober: {
    es: [
      'Entiendo que no es lo que esperabas.',
      'Sé que esto molesta, y lo siento.',
      'Comprendo tu preocupación.',
    ],
    'pt-BR': [
      'Entendo que não é o que você esperava.',
      'Sei que isso incomoda, e sinto muito.',
      'Compreendo a sua preocupação.',
    ],
    'en-US': [
      "I understand this isn't what you expected.",
      "I know this is annoying, and I'm sorry.",
      'I understand your concern.',
    ],
  },
  late: {
    es: [
      'Entiendo lo frustrante que es esperar, y lo siento.',
      'Disculpa la demora, sé que cansa.',
      'Lamento mucho la espera.',
    ],
    'es-AR': [
      'Entiendo lo frustrante que es esperar, y lo siento.',
      'Disculpá la demora, sé que cansa.',
      'Lamento mucho la espera.',
    ],
    'pt-BR': [
      'Entendo como é frustrante esperar, e sinto muito.',
      'Desculpe a demora, sei que cansa.',
      'Lamento muito pela espera.',
    ],
    'en-US': [
      "I know how frustrating the wait is, and I'm sorry.",
      "I'm sorry about the delay; I know it's tiring.",
      "I'm truly sorry for the wait.",
    ],
  },
  fault: {
    es: [
      'Lamento mucho lo que pasó; entiendo tu molestia.',
      'Te pido disculpas, no es lo que mereces.',
      'Siento mucho que hayas tenido que pasar por esto.',
    ],
    'es-AR': [
      'Lamento mucho lo que pasó; entiendo tu malestar.',
      'Te pido disculpas, no es lo que merecés.',
      'Siento mucho que hayas tenido que pasar por esto.',
    ],
    'pt-BR': [
      'Sinto muito pelo que aconteceu; entendo a sua chateação.',
      'Peço desculpas, não é o que você merece.',
      'Lamento muito que você tenha passado por isso.',
    ],
    'en-US': [
      "I'm so sorry about this; I understand why you're upset.",
      "I apologize; this isn't what you deserve.",
      "I'm really sorry you had to go through this.",
    ],
  },
  money: {
    es: [
      'Entiendo que con el dinero no se juega.',
      'Comprendo tu preocupación por tu dinero.',
      'Sé lo incómodo que es esperar cuando hay dinero de por medio, y lo siento.',
    ],
    'es-AR': [
      'Entiendo que con la plata no se juega.',
      'Comprendo tu preocupación por tu dinero.',
      'Sé lo incómodo que es esperar cuando hay plata de por medio, y lo siento.',
    ],
    'pt-BR': [
      'Entendo que com dinheiro não se brinca.',
      'Compreendo a preocupação com o seu dinheiro.',
      'Sei como é chato esperar quando tem dinheiro no meio, e sinto muito.',
    ],
    'en-US': [
      "I understand, it's your money and it matters.",
      'I know how stressful money matters can be, and I apologize.',
      "I'm sorry about the worry this is causing you.",
    ],
  },
};

export const openings: Readonly<Record<Mood, Openings>> = { calm, upset };

/** A voice's own words, else those of its language. */
export const inVoiceOf = (words: ByVoice, voice: Voice): Variants => words[voice] ?? words.es;
