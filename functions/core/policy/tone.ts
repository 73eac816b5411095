/**
 * How a shop speaks to the buyers of each market: forms of address, emoji, warmth, and what offends there. The fixed
 * answers are held to it by a test, a model's words by the guard; a seller's own list comes on top (`Tenant.tone`).
 */
import type { Market } from '../domain/channel.ts';
import type { AnsweredLanguage } from '../domain/language.ts';

export type Offence = { readonly words: readonly string[]; readonly because: string };

export type ToneSheet = {
  readonly language: AnsweredLanguage;
  /** How one buyer is spoken to, all through an answer. */
  readonly address: { readonly form: 'tú' | 'vos' | 'você' | 'you'; readonly because: string };
  /** Forms of address of another country or register, whole words, accents as written: they never stand in our words. */
  readonly strange: Offence;
  /** The most in one answer; to an upset buyer there is none in any market. */
  readonly emoji: { readonly atMost: number; readonly because: string };
  readonly warmth: string;
  /**
   * Whole words and phrases, in any case and accents apart, beyond what is forbidden everywhere
   * (`answering/forbidden-words.ts`). What is also the name of goods ("forro", "honey") is none: a shop needs it.
   */
  readonly offends: readonly Offence[];
};

/** From "a, b c, d". */
const listed = (words: string): readonly string[] => words.trim().split(/,\s+/);

const voseo = listed(`
  vos, sos, tenés, podés, querés, necesitás, preferís, sabés, decime, decinos, contame, contanos, escribime, escribinos,
  avisame, avisanos, mandame, mandanos, dejame, dejanos, fijate, mirá, esperá, disculpá, perdoná, revisá, respondé, elegí,
  merecés, confirmás, compartís, enviás, pasás, escribís, acordate
`);
const tuteo = listed(`
  tú, ti, contigo, eres, tienes, puedes, quieres, necesitas, prefieres, sabes, dime, dinos, cuéntame, cuéntanos, escríbeme,
  escríbenos, avísame, avísanos, mándame, mándanos, déjame, déjanos, fíjate, disculpa, mereces, compartes, envías, escribes,
  acuérdate
`);
const distant = listed('usted, ud, señor, señora, estimado cliente, estimada clienta, apreciado cliente');
const spain = listed('vosotros, vosotras, vuestro, vuestra, vuestros, vuestras, os');

const fondling: Offence = {
  words: listed('mi amor, mi vida, mi reina, mi rey, mi cielo, cariño, corazón mío, mamita, papito, nena'),
  because: 'a pet name from a stranger is a liberty, and women are called so more often than men',
};
const origins: Offence = {
  words: listed('indio, indiada, cholo, chola, trabajo de negros, trabajar como negro'),
  because: 'words for people by descent are used as insults',
};

const tuBecause = (and: string): string =>
  `shops on marketplaces write "tú" there and buyers write it back; ${and}`;

export const toneSheets: Readonly<Record<Market, ToneSheet>> = {
  AR: {
    language: 'es',
    address: {
      form: 'vos',
      because: 'all of the country says "vos" with its own verb forms; "tú" sounds translated or foreign',
    },
    strange: {
      words: [...tuteo, ...distant, ...spain],
      because: '"tú" is foreign, "usted" cold from a shop, "vosotros" is Spain’s',
    },
    emoji: { atMost: 1, because: 'one smiley goes with the easy tone; more looks like an advertisement' },
    warmth: 'Close and to the point: "dale", "contame"; a joke only when the buyer made one, no flattery.',
    offends: [
      {
        words: listed('coger, cogé, cogemos'),
        because: '"coger" is vulgar for sex; a parcel is fetched with "retirar" or "buscar"',
      },
      { words: listed('concha, orto, culo, pija, garchar, trolo'), because: 'vulgar' },
      {
        words: listed('cabecita negra, villero, villera, grone'),
        because: 'slurs of class and origin',
      },
      origins,
      fondling,
    ],
  },
  BR: {
    language: 'pt',
    address: {
      form: 'você',
      because:
        '"você" is how shops speak all over the country; "te" beside it is spoken usage and accepted, "tu" is regional',
    },
    strange: {
      words: listed(
        'tu, teu, tua, teus, tuas, contigo, vós, vosso, vossa, vossa senhoria, senhor, senhora, prezado, prezada, estás, tens',
      ),
      because: '"tu" is regional or Portugal’s, "o senhor" and "prezado" are a letter from an office',
    },
    emoji: {
      atMost: 1,
      because: 'buyers use many, and one from the shop reads as kind; more reads as a robot of sales',
    },
    warmth: 'Warm and light: "oi", "pode deixar", "é só chamar"; regret is said plainly and once.',
    offends: [
      {
        words: listed('rapariga, meu amor, meu bem, minha querida, minha linda'),
        because: '"rapariga" is an insult in the Northeast; pet names from a stranger are a liberty',
      },
      {
        words: listed(
          'denegrir, judiar, judiação, lista negra, mercado negro, mulata, mulato, programa de índio, serviço de preto, inveja branca, cabelo ruim, baianada',
        ),
        because: 'everyday phrases with a racist origin; public campaigns ask not to use them',
      },
      { words: listed('traveco, sapatão, mongoloide, aleijado'), because: 'slurs' },
      { words: listed('cacete, bosta, cu, buceta, xota, piroca'), because: 'vulgar' },
    ],
  },
  CL: {
    language: 'es',
    address: {
      form: 'tú',
      because: tuBecause('the spoken "tenís" is not written by a shop, "vos" is rude there'),
    },
    strange: {
      words: [...voseo, ...distant, ...spain, ...listed('tenís, querís, podís, cachai')],
      because: '"vos" belongs to a quarrel or to close friends; "usted" is an office’s',
    },
    emoji: {
      atMost: 1,
      because: 'one is friendly; buyers there expect sober answers about money and parcels',
    },
    warmth: 'Kind and calm: "feliz de ayudarte"; no slang of ours, even where the buyer writes it.',
    offends: [
      {
        words: listed('pico, zorra, concha, conchetumare, culiao, culiado, pichula, coger'),
        because: 'vulgar there; "pico" is harmless in other countries',
      },
      { words: listed('flaite, cuma, rotería'), because: 'words of contempt for a class' },
      { words: listed('momio, upeliento, milico'), because: 'political quarrels' },
      origins,
      fondling,
    ],
  },
  CO: {
    language: 'es',
    address: {
      form: 'tú',
      because: tuBecause('"usted" is common at home there, and no buyer takes "tú" from a shop for rude'),
    },
    strange: {
      words: [...voseo, ...distant, ...spain, ...listed('sumercé, su merced')],
      because: '"vos" is regional, "sumercé" Boyacá’s: each leaves the rest of the country out',
    },
    emoji: { atMost: 1, because: 'one fits the courteous tone; more takes from it' },
    warmth: 'Courteous and generous with thanks: "con mucho gusto", "te colaboro", "qué pena contigo".',
    offends: [
      {
        words: listed(
          'gonorrea, hijueputa, malparido, malparida, pirobo, piroba, arrecho, arrecha, culo, verga',
        ),
        because: 'vulgar or insulting',
      },
      {
        words: listed('ñero, ñera'),
        because: 'words of contempt for a class',
      },
      {
        words: listed('guerrillero, guerrillera, paraco, narco, sicario, pablo escobar'),
        because: 'the war and its crimes are no figure of speech',
      },
      origins,
      fondling,
    ],
  },
  MX: {
    language: 'es',
    address: {
      form: 'tú',
      because: tuBecause('"usted" is for elders and officials, and reads as distance in a chat'),
    },
    strange: {
      words: [...voseo, ...distant, ...spain],
      because: '"vos" is foreign there, "usted" keeps a distance, "vosotros" is Spain’s',
    },
    emoji: { atMost: 1, because: 'one goes with the warm tone; a row of them is a street seller’s' },
    warmth:
      'Warm and polite: "con mucho gusto", "claro que sí"; a refusal comes with what can be done instead.',
    offends: [
      {
        words: listed(
          'coger, chingar, chinga, chingón, chingona, pinche, verga, joto, mamón, mamona, no mames, güey, wey',
        ),
        because: 'vulgar, or too familiar for a shop',
      },
      {
        words: listed('naco, naca, prieto, prieta, chacha'),
        because: 'words of contempt for class or skin',
      },
      {
        words: listed('puta madre, madrazo, madrear, desmadre'),
        because: '"madre" is the root of most insults',
      },
      origins,
      fondling,
    ],
  },
  US: {
    language: 'en',
    address: { form: 'you', because: 'English has one; first names and titles are not ours to guess' },
    strange: {
      words: listed(
        "sir, madam, ma'am, mister, dear customer, valued customer, y'all, guys, folks, mate, kindly",
      ),
      because:
        'a title guesses a gender, "guys" leaves people out, "kindly" and "valued customer" read as a form letter',
    },
    emoji: { atMost: 1, because: 'one is read as friendly; more as not taking the matter seriously' },
    warmth: 'Friendly and brief: contractions, one sincere sorry, then what happens next.',
    offends: [
      {
        words: listed('sweetie, hun, darling, babe'),
        because: 'a pet name from a stranger is a liberty',
      },
      {
        words: listed('gypped, ghetto, spaz, hysterical, psycho, illegal alien, wetback, tranny, fag'),
        because: 'slurs, or illness and origin used as insults',
      },
      {
        words: listed('calm down, obviously, you people'),
        because: 'talks down to somebody with a problem',
      },
      { words: listed('damn, goddamn, pissed'), because: 'profanity; to some a matter of faith' },
    ],
  },
};

/** What offends on a market in its own language; of another language that is spoken there no sheet says anything. */
export const offensiveWords = (market: Market, language: AnsweredLanguage): readonly string[] =>
  toneSheets[market].language === language ? toneSheets[market].offends.flatMap(({ words }) => words) : [];
