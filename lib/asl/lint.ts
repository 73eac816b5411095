/** What AWS forbids in a JSONata expression, found without running it. */
import jsonata from 'jsonata';
import { isObject } from './json.ts';

/** Where an expression stands decides which members of `$states` it may read. */
export type Place = {
  /** Variables of the machine that may be assigned by the time the expression runs. */
  readonly variables: ReadonlySet<string>;
  readonly result: boolean;
  readonly errorOutput: boolean;
};

// Step Functions runs JSONata 2.0.6 without $eval and with six functions of its own:
// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html. A newer evaluator knows more.
const functions: ReadonlySet<string> = new Set(
  `abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl decodeUrlComponent
  distinct each encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger formatNumber fromMillis
  join keys length lookup lowercase map match max merge millis min not now number pad parseInteger power random reduce
  replace reverse round shuffle sift single sort split spread sqrt string substring substringAfter substringBefore sum
  toMillis trim type uppercase zip hash parse partition range uuid`.split(/\s+/u),
);

type Node = Readonly<Record<string, unknown>>;

/** Keys of a node that are read with an item as their context, where `$` and plain names mean that item. */
const ofAnItem = new Set(['stages', 'predicate', 'group', 'terms', 'pattern', 'update', 'delete']);
/** Keys that hold no expression. */
const labels = new Set(['ancestor', 'position', 'type', 'value', 'signature', 'slot', 'thunk']);

const children = (node: Node): readonly (readonly [string, unknown])[] =>
  Object.entries(node).filter(([key]) => !labels.has(key));

const nodesIn = (value: unknown): readonly Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isObject(value) ? [value] : [];
};

const everyNode = (node: Node): readonly Node[] => [
  node,
  ...children(node).flatMap(([, value]) => nodesIn(value).flatMap(everyNode)),
];

/** Names that the expression binds itself: `$x := …`, parameters, `@$x` and `#$x`. */
const boundIn = (root: Node): ReadonlySet<unknown> =>
  new Set(
    everyNode(root).flatMap((node) => [
      ...(node['type'] === 'bind' ? nodesIn(node['lhs']).map(({ value }) => value) : []),
      ...(node['type'] === 'lambda' ? nodesIn(node['arguments']).map(({ value }) => value) : []),
      node['focus'],
      ...nodesIn(node['index']).map(({ value }) => value),
      node['index'],
      ...nodesIn(node['stages']).map(({ value }) => value),
    ]),
  );

/** Faults of one expression, without its `{%` and `%}`; empty when AWS takes it. */
export const lintExpression = (text: string, place: Place): readonly string[] => {
  let root: unknown;
  try {
    root = jsonata(text).ast();
  } catch (error) {
    return [`is no JSONata: ${isObject(error) ? String(error['message']) : String(error)}`];
  }
  if (!isObject(root)) return ['is no JSONata'];
  const bound = boundIn(root);

  const variable = (name: string, inside: boolean): readonly string[] => {
    if (name === '$') return ['uses $$, and there is no input document'];
    if (name === '') return inside ? [] : ['uses $ at its top level, and there is no input document'];
    if (name === 'eval') return ['uses $eval, which Step Functions does not have: $parse reads JSON'];
    if (name === 'states' || functions.has(name) || bound.has(name) || place.variables.has(name)) return [];
    return [`uses $${name}, which nothing assigns`];
  };

  const path = (steps: readonly Node[], inside: boolean): readonly string[] => {
    const [first, second] = steps;
    const member =
      first?.['type'] === 'variable' && first['value'] === 'states' ? second?.['value'] : undefined;
    return [
      ...(member === undefined ? [] : statesMember(member, place)),
      ...steps.flatMap((step, index) => visit(step, inside || index > 0)),
    ];
  };

  const visit = (node: Node, inside: boolean): readonly string[] => {
    const { type, value } = node;
    const rest = children(node)
      .filter(([key]) => key !== 'steps')
      .flatMap(([key, child]) => nodesIn(child).flatMap((one) => visit(one, inside || ofAnItem.has(key))));
    if (type === 'path') return [...path(nodesIn(node['steps']), inside), ...rest];
    if (type === 'variable') return [...variable(String(value), inside), ...rest];
    if (!inside && (type === 'name' || type === 'wildcard' || type === 'descendant'))
      return [`names the field ${String(value)} of nothing: begin with $states or a variable`, ...rest];
    return rest;
  };

  return [...new Set(visit(root, false))];
};

const statesMember = (member: unknown, place: Place): readonly string[] => {
  if (member === 'input' || member === 'context') return [];
  if (member === 'result') return place.result ? [] : ['reads $states.result where there is none'];
  if (member === 'errorOutput') return place.errorOutput ? [] : ['reads $states.errorOutput outside a Catch'];
  return [`reads $states.${String(member)}, which does not exist`];
};
