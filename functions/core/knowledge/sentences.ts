/** A passage sentence by sentence, each exactly as it stands there. */

export type Sentence = { readonly text: string; readonly start: number; readonly end: number };

/** A sentence ends at its mark before a space, or with its line; `R$ 30,00`, `1.5` and `Av. 9` do not end one. */
const ends = /(?<=[.!?…]["'”»)]?)\s+(?=[\p{Lu}¿¡"“«(])|\n+/gu;
/** Abbreviations after which a capital begins no sentence. */
const abbreviated =
  /(?:^|[\s(])(?:Sr|Sra|Dr|Dra|Av|Art|Nº|No|Núm|Ej|Ex|Mr|Mrs|Ms|St|approx|aprox|etc|vs)\.$/u;

export const sentencesOf = (text: string): readonly Sentence[] => {
  const found: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') found.push({ text: text.slice(start, end), start, end });
  };
  for (const { 0: gap, index } of text.matchAll(ends)) {
    if (!gap.includes('\n') && abbreviated.test(text.slice(start, index))) continue;
    close(index);
    start = index + gap.length;
  }
  close(text.length);
  return found;
};
