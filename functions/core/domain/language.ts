/** The languages that buyers are answered in; everything else goes to a person. */
export const answeredLanguages = ['es', 'pt', 'en'] as const;
export type AnsweredLanguage = (typeof answeredLanguages)[number];
export const isAnsweredLanguage = (text: string): text is AnsweredLanguage =>
  answeredLanguages.some((language) => language === text);

/** ISO 639-1 code, or `unknown` when the text does not tell. */
export type LanguageCode = string;
