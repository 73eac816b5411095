/** The form of the table of meanings: what people of each language call one thing. */

/**
 * Plain words without accents: `_` joins words that stand together, `*` stands for any ending. Own writing.
 * A word may mean several things; what means nothing to a seller stands in no list.
 */
export type Meaning = { readonly es: string; readonly pt: string; readonly en: string };
export type Meanings = Readonly<Record<string, Meaning>>;
