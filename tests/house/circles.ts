/** Circles of imports: files that can reach themselves. */

/** Each circle once, as its files in order of the way round. */
export const circlesOf = (
  imports: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] => {
  const circles: (readonly string[])[] = [];
  const finished = new Set<string>();
  const way: string[] = [];
  const walk = (file: string): void => {
    const at = way.indexOf(file);
    if (at !== -1) {
      circles.push(way.slice(at));
      return;
    }
    if (finished.has(file)) return;
    way.push(file);
    for (const next of imports.get(file) ?? []) walk(next);
    way.pop();
    finished.add(file);
  };
  for (const file of imports.keys()) walk(file);
  return circles;
};
