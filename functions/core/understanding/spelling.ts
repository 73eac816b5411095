/** How a word sounds when it is spelled badly: `resivi` and `recibi`, `yego` and `llego`, `codijo` and `codigo` are one. */

/** Letters that sound like another one wherever they stand. */
const alike: Readonly<Record<string, string>> = { q: 'k', z: 's', x: 's', v: 'b', w: 'u', y: 'i', ç: 's' };
const soft = new Set(['e', 'i']);

const soundOf = (letter: string, next: string): string => {
  if (letter === 'h') return '';
  if (letter === 'c') return soft.has(next) ? 's' : 'k';
  if (letter === 'g') return soft.has(next) ? 'j' : 'g';
  if (letter === 'm') return next === '' || next === 'b' || next === 'p' ? 'n' : 'm';
  return alike[letter] ?? letter;
};

/** The sound of a plain word, in Spanish and Portuguese ears; doubled letters once. */
export const sounded = (word: string): string => {
  let sound = '';
  let last = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word[at] ?? '';
    const next = word[at + 1] ?? '';
    const isDumb =
      (letter === 'u' && word[at - 1] === 'q' && soft.has(next)) || (letter === 'l' && next === 'l');
    const here = isDumb ? '' : letter === 'l' && word[at - 1] === 'l' ? 'i' : soundOf(letter, next);
    if (here !== '' && here !== last) sound += here;
    if (here !== '') last = here;
  }
  return sound;
};
