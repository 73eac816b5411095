/** Tables of Markdown, row by row: each value with the name of its column, so that a row is understood alone. */

export const isTableRow = (line: string): boolean => /^\|.*\|$/.test(line) && line.length > 2;

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-{1,}:?$/.test(cell));

/** Names of the columns of a list of features: `Peso: 640 g` says all, `Característica: Peso, Valor: 640 g` too much. */
const plainNames =
  /^(?:caracter[ií]stica|atributo|especificaci[oó]n|especifica[cç][aã]o|detalle|detalhe|dato|dado|campo|item|[ií]tem|feature|attribute|spec|specification|detail|valor|value|descripci[oó]n|descri[cç][aã]o|description|)s?$/i;

const rowOf = (names: readonly string[], cells: readonly string[]): string =>
  cells
    .map((cell, at) => {
      const name = names[at] ?? '';
      return cell === '' ? '' : name === '' ? cell : `${name}: ${cell}`;
    })
    .filter((part) => part !== '')
    .join(', ');

/** One line for each row below the names; a table of nothing but names is its names. */
export const rowsOf = (lines: readonly string[]): readonly string[] => {
  const [names = [], ...rows] = lines.map(cellsOf).filter((cells) => !isRule(cells));
  if (rows.length > 0 && names.length === 2 && names.every((name) => plainNames.test(name)))
    return rows.map((cells) => cells.filter((cell) => cell !== '').join(': ')).filter((row) => row !== '');
  return rows.length === 0
    ? [names.join(', ')].filter((row) => row !== '')
    : rows.map((cells) => rowOf(names, cells)).filter((row) => row !== '');
};
