/** Tables of Markdown, row by row: each value with the name of its column, so that a row is understood alone. */

export const isTableRow = (line: string): boolean => /^\|.*\|$/.test(line) && line.length > 2;

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-{1,}:?$/.test(cell));

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
  return rows.length === 0
    ? [names.join(', ')].filter((row) => row !== '')
    : rows.map((cells) => rowOf(names, cells)).filter((row) => row !== '');
};
