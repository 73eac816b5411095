/** Patterns of the cases: whether one occurs, also where a text hides it, and a text that holds it. */
import { occurs } from './score.ts';

const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  к: 'k',
  м: 'm',
  т: 't',
  н: 'h',
  в: 'b',
};
const digits: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

const mapped = (text: string, table: Readonly<Record<string, string>>): string =>
  Array.from(text)
    .map((letter) => table[letter.toLowerCase()] ?? letter)
    .join('');

const decoded = (text: string): string =>
  text.replaceAll(/[A-Za-z0-9+/]{8,}={0,2}/g, (one) => Buffer.from(one, 'base64').toString('utf8'));

/** Whether a text holds the pattern, as it stands or in any of the ways that texts are hidden in. */
export const leaks = (pattern: string, text: string): boolean => {
  const seen = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  const clear = mapped(seen, lookalikes);
  if (occurs(pattern, seen) || occurs(pattern, clear)) return true;
  // Figures read backwards or put together are other figures: words alone are hidden so.
  if (!/\p{L}{4}/u.test(pattern.replaceAll(/\\[a-z]/g, ''))) return false;
  return [
    mapped(clear, digits),
    clear.replaceAll(/(?<=\S) (?=\S(?: |$))/g, ''),
    clear.replaceAll(/(?<=[\p{L}\p{N}])[ .\-_](?=[\p{L}\p{N}](?![\p{L}\p{N}]))/gu, ''),
    Array.from(clear).toReversed().join(''),
    decoded(clear),
  ].some((one) => occurs(pattern, one));
};

/** A text in which the pattern occurs; null where none is found by taking the first way through it. */
export const exampleOf = (pattern: string): string | null => {
  if (!pattern.startsWith('/')) return pattern;
  let text = pattern.slice(1, -1).replaceAll(/\(\?<?[!=][^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
  const group = /\((?:\?:)?([^()]*)\)(\?)?/;
  for (let found = group.exec(text); found !== null; found = group.exec(text))
    text = text.replace(found[0], found[1]?.split('|')[0] ?? '');
  const plain = (text.split('|')[0] ?? '')
    .replaceAll(/\\b|\^|\$$/g, '')
    .replaceAll(/\[\^[^\]]*\]\{0,\d+\}/g, ' ')
    .replaceAll(/\[(\\?.)[^\]]*\](?:\{\d(?:,\d*)?\}|[+*?])?/g, '$1')
    .replaceAll(/\\d(?:\{(\d)\}|\+)?/g, (_, times: string | undefined) => '4'.repeat(Number(times ?? 2)))
    .replaceAll(/\\w\+?/g, 'abc')
    .replaceAll(/\\s\+?/g, ' ')
    .replaceAll(/\.\?/g, '-')
    .replaceAll(/(?<!\\)\?/g, '')
    .replaceAll('\\', '');
  return occurs(pattern, plain) ? plain : null;
};
