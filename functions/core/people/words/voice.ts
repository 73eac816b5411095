/** In whose words a buyer is spoken to; the same voices as those of answers. */

export const buyerVoices = ['es', 'es-MX', 'es-AR', 'es-CO', 'es-CL', 'pt-BR', 'en-US'] as const;
export type BuyerVoice = (typeof buyerVoices)[number];
/** `upset`: acknowledge first, no cheer. */
export type BuyerMood = 'calm' | 'upset';

export const spokenLanguages = ['es', 'pt', 'en'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

const languages = {
  es: 'es',
  'es-MX': 'es',
  'es-AR': 'es',
  'es-CO': 'es',
  'es-CL': 'es',
  'pt-BR': 'pt',
  'en-US': 'en',
} as const satisfies Record<BuyerVoice, SpokenLanguage>;
export const spokenBy = (voice: BuyerVoice): SpokenLanguage => languages[voice];

/** `<tienes|tenés>`: the first for everybody, the second for Argentina. */
export const inVoice = (template: string, voice: BuyerVoice): string =>
  template.replace(/<([^|>]*)\|([^>]*)>/g, (_, first: string, voseo: string) =>
    voice === 'es-AR' ? voseo : first,
  );
