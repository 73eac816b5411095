/** What a buyer reads while a person is on the way, with `{when}` for the time that the calendar allows. */
import type { BuyerMood, SpokenLanguage } from './voice.ts';

/** `moved`: an earlier promise was not kept, or will not be. */
export type PromiseKind = 'first' | 'moved';

export const promiseTexts: Readonly<
  Record<PromiseKind, Readonly<Record<BuyerMood, Readonly<Record<SpokenLanguage, readonly string[]>>>>>
> = {
  first: {
    calm: {
      es: [
        'Tu mensaje ya está con una persona del equipo, que te responde por <aquí|acá> {when}.',
        'Para darte una buena respuesta lo ve una persona del equipo: te contesta {when}.',
        'Le pasé tu caso a una persona del equipo, que te escribe en esta conversación {when}.',
        'Gracias por escribirnos. Una persona del equipo mira tu consulta y te responde {when}.',
      ],
      pt: [
        'Sua mensagem já está com uma pessoa da equipe, que te responde por aqui {when}.',
        'Para você ter uma boa resposta, quem vê isso é uma pessoa da equipe: ela te responde {when}.',
        'Passei o seu caso para uma pessoa da equipe, que te escreve nesta conversa {when}.',
        'Obrigado pelo contato. Uma pessoa da equipe olha a sua mensagem e te responde {when}.',
      ],
      en: [
        'Your message is with a person on our team, who will reply to you here {when}.',
        'So that you get a good answer, a person on our team is looking at this and will reply {when}.',
        "I've passed your case to a person on our team, who will write to you in this conversation {when}.",
        'Thanks for writing. A person on our team is taking your question and will answer you {when}.',
      ],
    },
    upset: {
      es: [
        'Entiendo tu molestia. Una persona del equipo ya tiene tu caso y te responde {when}.',
        'Lamento la situación. Lo ve una persona del equipo, con todo lo que contaste, y te contesta {when}.',
        '<Tienes|Tenés> razón en querer una respuesta. Una persona del equipo te escribe {when}.',
        'Siento que hayas tenido que pasar por esto. Tu caso lo sigue una persona del equipo, que te responde {when}.',
      ],
      pt: [
        'Entendo a sua chateação. Uma pessoa da equipe já está com o seu caso e te responde {when}.',
        'Sinto muito pela situação. Quem vê isso é uma pessoa da equipe, com tudo o que você contou, e ela te responde {when}.',
        'Você tem razão em querer uma resposta. Uma pessoa da equipe te escreve {when}.',
        'Lamento que você tenha passado por isso. Seu caso fica com uma pessoa da equipe, que te responde {when}.',
      ],
      en: [
        "I understand you're upset. A person on our team has your case and will reply to you {when}.",
        "I'm sorry about this. A person on our team has everything you told us and will answer you {when}.",
        "You're right to want an answer. A person on our team will write to you {when}.",
        "I'm sorry you had to go through this. A person on our team is taking your case and will reply {when}.",
      ],
    },
  },
  moved: {
    calm: {
      es: [
        '<Disculpa|Disculpá>: no llegamos a la hora que te dijimos. Una persona del equipo te responde {when}.',
        'Nos está llevando más de lo previsto, y preferimos decírtelo: una persona del equipo te contesta {when}.',
        'Seguimos con tu caso, aunque más tarde de lo que te dijimos: una persona del equipo te escribe {when}.',
        'Tu caso sigue abierto y no lo olvidamos. Cambió la hora: una persona del equipo te responde por <aquí|acá> {when}.',
      ],
      pt: [
        'Desculpe: não conseguimos no horário que te dissemos. Uma pessoa da equipe te responde {when}.',
        'Está levando mais do que o previsto, e preferimos te avisar: uma pessoa da equipe te responde {when}.',
        'Seguimos com o seu caso, embora mais tarde do que dissemos: uma pessoa da equipe te escreve {when}.',
        'Seu caso continua aberto e não foi esquecido. O horário mudou: uma pessoa da equipe te responde por aqui {when}.',
      ],
      en: [
        "I'm sorry: we didn't make it by the time we told you. A person on our team will reply {when}.",
        "This is taking longer than we expected, and we'd rather tell you: a person on our team will answer {when}.",
        "We're still on your case, though later than we said: a person on our team will write to you {when}.",
        "Your case is open and hasn't been forgotten. The time has changed: a person on our team will reply to you here {when}.",
      ],
    },
    upset: {
      es: [
        'No cumplimos con la hora que te dijimos; lo siento de verdad. Una persona del equipo te responde {when}.',
        'Entiendo que esperar más molesta. Una persona del equipo sigue con tu caso y te contesta {when}.',
        'Lamento la demora. No queremos dejarte sin noticias: una persona del equipo te escribe {when}.',
        '<Tienes|Tenés> razón en molestarte: nos atrasamos. Una persona del equipo te responde por <aquí|acá> {when}.',
      ],
      pt: [
        'Dissemos um horário e não cumprimos; sinto muito mesmo. Uma pessoa da equipe te responde {when}.',
        'Entendo que esperar mais incomoda. Uma pessoa da equipe segue com o seu caso e te responde {when}.',
        'Lamento a demora. Não queremos te deixar sem notícias: uma pessoa da equipe te escreve {when}.',
        'Você tem razão em se chatear: nós nos atrasamos. Uma pessoa da equipe te responde por aqui {when}.',
      ],
      en: [
        "We told you a time and didn't keep it; I'm truly sorry. A person on our team will reply {when}.",
        'I understand that waiting longer is annoying. A person on our team is still on your case and will answer {when}.',
        "I'm sorry for the delay. We don't want to leave you without news: a person on our team will write to you {when}.",
        "You're right to be annoyed: we're late. A person on our team will reply to you here {when}.",
      ],
    },
  },
};
