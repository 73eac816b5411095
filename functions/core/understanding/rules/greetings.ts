/** Messages that only greet, thank or close: every word is one of these. */

const words = `
hola holi ola buenas buenos buen bueno dia dias tarde tardes noche noches saludos gracias muchas muchisimas mil muy amable amables
igualmente excelente perfecto listo dale genial vale bendiciones adios chao chau bye hasta luego
pronto feliz lindo linda que tal como estan esta estas bien oi oie opa eai salve alo bom boa noite obrigado obrigada
obrigadao brigado brigada valeu agradeco agradecido agradecida agradezco muito mesmo ate logo abraco abracos tchau tudo bem
hi hello hey hiya howdy there good morning afternoon evening day night thanks thank you so much very cheers appreciate it
appreciated have a great nice one weekend all everyone team amigo amiga amigos senores equipo pessoal gente moca moco querida
por la su ayuda atencion atencao ajuda pela ajuda o pelo pra para com e y and the your help for de voces voce ustedes usted a todos
todas semana final fin domingo excelente otimo otima maravilha
`;
const greetingWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** At least one of these must be there: `para a semana` is no greeting. */
const core =
  /^(hola|holi|ola|buenas|buenos|buen|saludos|gracias|bendiciones|adios|chao|chau|bye|oi|oie|opa|eai|salve|alo|bom|boa|obrigad[oa]|obrigadao|brigad[oa]|valeu|agradec[oe]|agradezco|tchau|hi|hello|hey|hiya|howdy|good|thanks|thank|cheers|appreciate|appreciated)$/;
const mostWords = 12;

/** @param words as `wordsOf` leaves them; marks and emoji are ignored */
export const onlyGreets = (words: readonly string[]): boolean => {
  const spoken = words.filter((word) => /\p{L}/u.test(word));
  return (
    spoken.length > 0 &&
    spoken.length <= mostWords &&
    !words.some((word) => /\p{N}/u.test(word)) &&
    spoken.every((word) => greetingWords.has(word)) &&
    spoken.some((word) => core.test(word))
  );
};
