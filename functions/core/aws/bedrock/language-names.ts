/** How models are told a language: by its English name. */

const names: Readonly<Record<string, string>> = {
  es: 'Spanish',
  pt: 'Brazilian Portuguese',
  en: 'English',
  zh: 'Simplified Chinese',
};

/** For a BCP 47 tag; one that is not in the table is told as its tag. */
export const languageName = (tag: string): string => names[tag.split('-')[0] ?? ''] ?? tag;
