/** Greetings, thanks, complaints, what is none of our business: words more than facts. */
import { mentions, phrases, wordsOf } from '../text.ts';
import { situation, type Question, type Situation } from './situation.ts';

const thanks = phrases(`
  gracias, muchas gracias, mil gracias, obrigado, obrigada, obg, valeu, brigado, brigada, vlw, thanks,
  thank you, thx, ty, tks, agradezco, agradeco, excelente, perfecto, perfeito, genial, buenisimo,
  great, awesome, perfect, amei, adorei, me encanto, love it`);
const solved = phrases(`
  ya se resolvio, ya lo resolvi, ya quedo, solucionado, resuelto, ya llego, ya me llego, olvidalo, ya
  no hace falta, ya no es necesario, ya lo encontre, ya esta, resolvido, ja resolvi, ja chegou, deixa
  pra la, deixa para la, pode deixar, ja deu certo, deu certo, nao precisa mais, solved, never mind,
  nevermind, figured it out, it arrived, all good, all set, got it working, no longer need, found it`);

/** "¡Hola!", "thank you!", "solved, never mind": three different answers. */
export const greeting = ({ text }: Question): Situation => {
  if (mentions(text, solved)) return situation('greeting.solved');
  if (mentions(text, thanks) || /[👍🙏❤👏💖😍🥰💕]/u.test(text)) return situation('greeting.thanks');
  return situation('greeting.hello');
};

/** Nothing but signs, thanks or a laugh: a short word back is all it wants. */
export const isCourteous = (text: string): boolean => {
  const words = wordsOf(text);
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(text);
  if (text.includes('?') || words.length > longestThanks) return false;
  return (
    mentions(text, thanks) ||
    mentions(text, solved) ||
    words.every((word) => laughs.test(word) || bare.has(word))
  );
};
/** Words: thanks at the end of a longer message come after something else. */
const longestThanks = 10;
const laughs = /^(?:(?:j[aeiou]){2,}j?|k{2,}|(?:ha){2,}h?|(?:rs)+|lol|lmao|xd|uau|wow|ah|oh|eh)$/;

const bare: ReadonlySet<string> = new Set(
  phrases(`
  ok, okay, okey, si, sim, yes, no, nao, not, yep, yeah, sip, dale, va, vale, claro, listo, bueno, ta,
  ta bom, certo, entendi, entiendo, beleza, blz, sure, k, nope, hmm, mmm, ya, isso, eso, that, exacto,
  isso mesmo, por favor, please, pls, porfa, porfavor, pfv`),
);

const isBare = (text: string): boolean => wordsOf(text).length === 0 || bare.has(wordsOf(text).join(' '));

/** Out of scope: a bare "ok" or "?" wants a word more; anything else is told what we are here for. */
export const outOfScope = ({ text }: Question): Situation =>
  isBare(text) ? situation('other.more') : situation('other.scope', { asksFor: 'person' });

const yes: ReadonlySet<string> = new Set(
  phrases(`
  si, si por favor, si porfa, si gracias, si quiero, si dale, claro que si, por favor, porfa, sip,
  sim, sim por favor, sim quero, quero, quero sim, pode ser, sim pode, yes, yes please, yeah, yep,
  please, please do, yes i do, sure`),
);

/** A plain yes: to our offer of a person it means one. An "ok" does not: it may only mean "understood". */
export const isYes = (text: string): boolean => yes.has(wordsOf(text).join(' '));
