/** Compares what two texts state, whatever their languages: numbers, amounts, dates, codes, links. */

const notYet = (): never => {
  throw new Error('not built');
};

export type FactsKept =
  | { readonly kept: true }
  /** In a plain spelling that both languages share: `date:05-12`, `number:150`. */
  | { readonly kept: false; readonly missing: readonly string[]; readonly added: readonly string[] };

export const criticalFactsKept: (original: string, translated: string) => FactsKept = notYet;
