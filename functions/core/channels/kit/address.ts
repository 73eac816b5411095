/** Builds the address of a resource from an account's base address and ids, so that no id can reach another path. */

/** A web address without credentials in it; `null` for anything else. */
export const baseAddress = (address: string): URL | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url : null;
};

/** URLs know no way to write these as a name: `.` and `..` walk, even percent-encoded. */
const cannotBeSegment = (segment: string): boolean =>
  segment === '' || segment === '.' || segment === '..' || !segment.isWellFormed();

/** The base with segments appended to its path, each one segment whatever it holds; `null` when one cannot be. */
export const resourceAddress = (
  base: URL,
  segments: readonly string[],
  query: Readonly<Record<string, string>> = {},
): URL | null => {
  if (segments.some(cannotBeSegment)) return null;
  const url = new URL(base);
  const path = segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
};
