/** Everything that makes AWS refuse a definition, or an execution fail whatever its input is. */
import { definitionShape, expressionShape, regionsIn } from './definition.ts';
import type { Definition, Region, State } from './definition.ts';
import { isObject } from './json.ts';
import { lintExpression } from './lint.ts';
import type { Place } from './lint.ts';
import { transitionFaults } from './transitions.ts';

export type Checked =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly faults: readonly string[] };

/** AWS takes a definition of a mebibyte. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const definitionBytes = 1024 * 1024;

/** Checks a definition as parsed from its JSON; each fault begins with where it is. */
export const checkDefinition = (value: unknown): Checked => {
  const parsed = definitionShape.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'definition'}: ${message}`,
    );
    return { ok: false, faults };
  }
  const text = JSON.stringify(value);
  const faults = [
    ...(Buffer.byteLength(text) > definitionBytes ? [`definition: over ${definitionBytes} bytes`] : []),
    ...transitionFaults(parsed.data),
    ...regionFaults(parsed.data, new Set()),
  ];
  return faults.length === 0 ? { ok: true, definition: parsed.data } : { ok: false, faults };
};

/** Every state of a region and of those inside it, by name. */
export const everyState = (region: Region): readonly (readonly [name: string, state: State])[] =>
  Object.entries(region.States).flatMap(([name, state]) => [
    [name, state] as const,
    ...regionsIn(state).flatMap(everyState),
  ]);

const regionFaults = (region: Region, outer: ReadonlySet<string>): readonly string[] => {
  const own = new Set(Object.values(region.States).flatMap(assignedBy));
  const variables = new Set([...outer, ...own]);
  return Object.entries(region.States).flatMap(([name, state]) => [
    ...assignedBy(state).flatMap((variable) =>
      nameFaults(variable, outer).map((fault) => `${name}: ${fault}`),
    ),
    ...handlerFaults(state).map((fault) => `${name}: ${fault}`),
    ...expressionFaults(state, variables).map((fault) => `${name}.${fault}`),
    ...regionsIn(state).flatMap((inner) => regionFaults(inner, variables)),
  ]);
};

const assignedBy = (state: State): readonly string[] => {
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  const rules = [...('Catch' in state ? state.Catch : []), ...(state.Type === 'Choice' ? state.Choices : [])];
  return [state, ...rules].flatMap(({ Assign }) => Object.keys(Assign ?? {}));
};

const nameFaults = (variable: string, outer: ReadonlySet<string>): readonly string[] => {
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u.test(variable))
    return [`assigns to the odd name ${variable}`];
  if (variable === 'states') return ['assigns to the reserved name states'];
  return outer.has(variable) ? [`assigns to ${variable}, a variable of the states around it`] : [];
};

/** What the rules for Retry and Catch, heartbeats and ways out demand beyond the shape. */
const handlerFaults = (state: State): readonly string[] => {
  const handlers = 'Retry' in state ? [state.Retry, state.Catch] : [];
  const wild = handlers.flatMap((rules) =>
    rules.flatMap(({ ErrorEquals }, index) =>
      ErrorEquals.includes('States.ALL') && (ErrorEquals.length > 1 || index < rules.length - 1)
        ? ['States.ALL must stand alone and in the last rule']
        : [],
    ),
  );
  if (state.Type !== 'Task') return wild;
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  const slow = typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout;
  const tokenless = state.Resource.endsWith('.waitForTaskToken') && !mentionsToken(state);
  return [
    ...wild,
    ...(slow ? ['HeartbeatSeconds must be less than TimeoutSeconds'] : []),
    ...(tokenless ? ['waits for a task token that its Arguments hand to nobody'] : []),
  ];
};

const mentionsToken = (state: State): boolean =>
  'Arguments' in state && /Task\.Token|\$states\.context/u.test(JSON.stringify(state.Arguments ?? ''));

const expressionFaults = (state: State, variables: ReadonlySet<string>): readonly string[] => {
  const { Type, ...fields } = state;
  const hasResult = Type === 'Task' || Type === 'Parallel' || Type === 'Map';
  return Object.entries(fields).flatMap(([field, value]) => {
    if (['States', 'Branches', 'ItemProcessor', 'Comment', 'Resource'].includes(field)) return [];
    const place: Place = {
      variables,
      result: hasResult && (field === 'Output' || field === 'Assign'),
      errorOutput: field === 'Catch',
    };
    return textsIn(value, field).flatMap(([where, text]) =>
      textFaults(text, place).map((fault) => `${where} ${fault}`),
    );
  });
};

const textFaults = (text: string, place: Place): readonly string[] => {
  const inner = expressionShape.exec(text)?.[1];
  if (inner !== undefined) return lintExpression(inner, place);
  const halfOpen = /^\s*\{%|%\}\s*$/u.test(text);
  return halfOpen
    ? ['looks like an expression and is a text: {% and %} must be its first and last characters']
    : [];
};

const textsIn = (value: unknown, where: string): readonly (readonly [where: string, text: string])[] => {
  if (typeof value === 'string') return [[where, value]];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, `${where}.${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([name]) => name !== 'Comment')
    .flatMap(([name, one]) => textsIn(one, `${where}.${name}`));
};
