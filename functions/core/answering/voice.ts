/** In whose words we speak: one voice for each country's Spanish, Brazil's Portuguese and the United States' English. */
import type { Market } from '../domain/channel.ts';
import type { AnsweredLanguage } from '../domain/language.ts';

export const voices = ['es', 'es-MX', 'es-AR', 'es-CO', 'es-CL', 'pt-BR', 'en-US'] as const;
export type Voice = (typeof voices)[number];

/** `upset`: acknowledge first, no cheer. */
export const moods = ['calm', 'upset'] as const;
export type Mood = (typeof moods)[number];

const languages = {
  es: 'es',
  'es-MX': 'es',
  'es-AR': 'es',
  'es-CO': 'es',
  'es-CL': 'es',
  'pt-BR': 'pt',
  'en-US': 'en',
} as const satisfies Record<Voice, AnsweredLanguage>;

export const languageOf = (voice: Voice): AnsweredLanguage => languages[voice];

const ofMarket = {
  AR: 'es-AR',
  BR: 'pt-BR',
  CL: 'es-CL',
  CO: 'es-CO',
  MX: 'es-MX',
  US: 'en-US',
} as const satisfies Record<Market, Voice>;

/** What most buyers of a market speak: for a buyer whose own words do not tell. */
export const marketLanguage = (market: Market): AnsweredLanguage => languageOf(ofMarket[market]);

const ofLanguage = { es: 'es', pt: 'pt-BR', en: 'en-US' } as const satisfies Record<AnsweredLanguage, Voice>;

/**
 * The voice for a buyer's language on a market: the market's own where it speaks that language, else the country
 * that the buyer's words show (`es-AR`), else the neutral one. `variant` is a BCP 47 tag or null.
 */
export const voiceFor = (language: AnsweredLanguage, variant: string | null, market: Market): Voice => {
  const local = ofMarket[market];
  if (languageOf(local) === language) return local;
  const shown = voices.find((voice) => voice === variant && languageOf(voice) === language);
  return shown ?? ofLanguage[language];
};

/**
 * The zone whose calendar day a buyer of the market means by "today" (capital or largest city; IANA names).
 * A seller's own zone may lie a day ahead of its buyers.
 */
export const buyerTimeZone = (market: Market): string => timeZones[market];
const timeZones = {
  AR: 'America/Argentina/Buenos_Aires',
  BR: 'America/Sao_Paulo',
  CL: 'America/Santiago',
  CO: 'America/Bogota',
  MX: 'America/Mexico_City',
  US: 'America/New_York',
} as const satisfies Record<Market, string>;

/** Words that each country says its own way; templates write them as `<name>`. The first is the neutral one. */
const localWords: Readonly<Record<string, Readonly<Partial<Record<Voice, string>> & { es: string }>>> = {
  /** Who carries the parcel, with its article: never put after "de" or "a". */
  carrier: {
    es: 'la empresa de envíos',
    'es-MX': 'la paquetería',
    'es-AR': 'el correo',
    'es-CO': 'la transportadora',
    'es-CL': 'el courier',
  },
  tracking: {
    es: 'número de seguimiento',
    'es-MX': 'número de guía',
    'es-AR': 'código de seguimiento',
    'es-CO': 'número de guía',
  },
  refund: { es: 'reembolso', 'es-AR': 'reintegro' },
  size: { es: 'talla', 'es-AR': 'talle' },
  here: { es: 'aquí', 'es-AR': 'acá' },
  pickUp: { es: 'recoger', 'es-AR': 'retirar', 'es-CL': 'retirar' },
  instalments: { es: 'cuotas', 'es-MX': 'mensualidades' },
};
export const localWordNames: readonly string[] = Object.keys(localWords);

/** The country's word for `name`; throws for a name that no list holds: a template is wrong. */
export const localWord = (name: string, voice: Voice): string => {
  const words = localWords[name];
  if (words === undefined) throw new Error(`no local word is called <${name}>`);
  return words[voice] ?? words.es;
};
