/** Routes of an HTTP API: which one a request takes, and what its path parameters are. */

/** `POST /webhooks/{channel}`, `ANY /files/{path+}` or `$default`. */
export type Route = { readonly key: string; readonly integrationId: string };

export type Match = { readonly route: Route; readonly parameters: Readonly<Record<string, string>> };

type Segment =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  /** The last segment alone: takes the rest of the path. */
  | { readonly kind: 'greedy'; readonly name: string };

type Compiled = { readonly route: Route; readonly method: string; readonly segments: readonly Segment[] };

const segmentOf = (text: string): Segment => {
  const [, name, greedy] = /^\{([^}+]+)(\+)?\}$/u.exec(text) ?? [];
  if (name === undefined) return { kind: 'fixed', text };
  return { kind: greedy === undefined ? 'parameter' : 'greedy', name };
};

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);

const compile = (route: Route): Compiled => {
  const [method = '', path = ''] = route.key.split(' ');
  return { route, method, segments: segmentsOf(path).map(segmentOf) };
};

const follow = (
  segments: readonly Segment[],
  path: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const greedy = segments.at(-1)?.kind === 'greedy';
  if (greedy ? path.length < segments.length : path.length !== segments.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, segment] of segments.entries()) {
    const text = path[index] ?? '';
    if (segment.kind === 'fixed' && segment.text !== text) return undefined;
    if (segment.kind === 'parameter' && text === '') return undefined;
    if (segment.kind === 'parameter') parameters.push([segment.name, text]);
    if (segment.kind === 'greedy') parameters.push([segment.name, path.slice(index).join('/')]);
  }
  return Object.fromEntries(parameters);
};

const order = { fixed: 0, parameter: 1, greedy: 2 };

/** Full paths before parameters before greedy ones, a method before ANY (API Gateway guide, "Routing API requests"). */
const compare = (one: Compiled, other: Compiled): number => {
  for (const [index, segment] of one.segments.entries()) {
    const rival = other.segments[index];
    if (rival !== undefined && rival.kind !== segment.kind) return order[segment.kind] - order[rival.kind];
  }
  return Number(one.method === 'ANY') - Number(other.method === 'ANY');
};

const defaultKey = '$default';

/** The route of a request, by method and decoded path; undefined answers 404. */
export const openRoutes = (routes: readonly Route[]) => {
  const compiled = routes
    .filter(({ key }) => key !== defaultKey)
    .map(compile)
    .sort(compare);
  const otherwise = routes.find(({ key }) => key === defaultKey);
  return (method: string, path: string): Match | undefined => {
    const given = segmentsOf(path);
    for (const { route, method: wanted, segments } of compiled) {
      const parameters = follow(segments, given);
      if (parameters !== undefined && (wanted === 'ANY' || wanted === method)) return { route, parameters };
    }
    return otherwise === undefined ? undefined : { route: otherwise, parameters: {} };
  };
};
