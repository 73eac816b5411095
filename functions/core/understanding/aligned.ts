/** A text in lower case without accents, of exactly the same length: what is found in it stands at the same place. */

const folds = new Map<number, string>();
const fullWidth = { first: 0xff01, last: 0xff5e, offset: 0xfee0 };

const foldOf = (unit: number): string => {
  const narrow = unit >= fullWidth.first && unit <= fullWidth.last ? unit - fullWidth.offset : unit;
  const plain = String.fromCharCode(narrow).normalize('NFD').slice(0, 1).toLowerCase();
  return plain.length === 1 ? plain : String.fromCharCode(unit);
};

const beyondAscii = /[^\0-\x7f]/;

/** UTF-16 unit by unit: `Pão Nº １` becomes `pao nº 1`. */
export const aligned = (text: string): string => {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  const lower = text.toLowerCase();
  if (lower.length === text.length && !beyondAscii.test(lower)) return lower;
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let fold = folds.get(unit);
    if (fold === undefined) {
      fold = foldOf(unit);
      folds.set(unit, fold);
    }
    folded += fold;
  }
  return folded;
};
