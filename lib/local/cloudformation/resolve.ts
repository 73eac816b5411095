/** Evaluates the intrinsic functions of a CloudFormation template until plain JSON is left. */

/** What a template's functions may refer to. Each member answers only when it is asked, so order does not matter. */
export type Scope = {
  /** `Ref`: a parameter, a pseudo parameter or a resource; `noValue` for AWS::NoValue. */
  ref(name: string): Promise<unknown>;
  attribute(logicalId: string, name: string): Promise<unknown>;
  imported(name: string): Promise<unknown>;
  condition(name: string): Promise<boolean>;
  mapping(map: string, first: string, second: string): unknown;
};

/** What AWS::NoValue stands for: the property or the list entry is left out. */
export const noValue: unique symbol = Symbol('AWS::NoValue');

type Evaluate = (argument: unknown, scope: Scope) => Promise<unknown>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const complain = (what: string, given: unknown): never => {
  throw new Error(`${what}: ${JSON.stringify(given) ?? String(given)}`);
};

const text = (value: unknown, where: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return complain(`${where} needs a text`, value);
};

const list = (value: unknown, where: string, length?: number): readonly unknown[] => {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length))
    return complain(`${where} needs a list${length === undefined ? '' : ` of ${length}`}`, value);
  return value;
};

const resolvedText = async (value: unknown, scope: Scope, where: string) =>
  text(await resolve(value, scope), where);

const resolvedList = async (value: unknown, scope: Scope, where: string, length?: number) =>
  list(await resolve(value, scope), where, length);

const ref: Evaluate = (name, scope) => scope.ref(text(name, 'Ref'));

const getAtt: Evaluate = async (argument, scope) => {
  const [logicalId, name] =
    typeof argument === 'string' ? splitOnce(argument) : list(argument, 'Fn::GetAtt', 2);
  return scope.attribute(text(logicalId, 'Fn::GetAtt'), await resolvedText(name, scope, 'Fn::GetAtt'));
};

const splitOnce = (path: string): readonly [string, string] => {
  const dot = path.indexOf('.');
  return dot === -1
    ? complain('Fn::GetAtt needs an attribute', path)
    : [path.slice(0, dot), path.slice(dot + 1)];
};

const join: Evaluate = async (argument, scope) => {
  const [delimiter, values] = list(argument, 'Fn::Join', 2);
  const parts = await resolvedList(values, scope, 'Fn::Join');
  return parts.map((part) => text(part, 'Fn::Join')).join(text(delimiter, 'Fn::Join'));
};

const hole = /\$\{(!?)([^}]*)\}/gu;

/** `${Name}`, `${Name.Attribute}`, `${Given}` from the second argument, and `${!Literal}` for itself. */
const sub: Evaluate = async (argument, scope) => {
  const [template, given] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub', 2);
  const names = isRecord(given) ? given : complain('Fn::Sub needs an object of values', given);
  const source = text(template, 'Fn::Sub');
  const parts: string[] = [];
  let end = 0;
  for (const match of source.matchAll(hole)) {
    const [whole, literal, name = ''] = match;
    parts.push(source.slice(end, match.index));
    parts.push(literal === '!' ? `\${${name}}` : await holeValue(name, names, scope));
    end = match.index + whole.length;
  }
  return [...parts, source.slice(end)].join('');
};

const holeValue = (name: string, given: Readonly<Record<string, unknown>>, scope: Scope): Promise<string> => {
  if (Object.hasOwn(given, name)) return resolvedText(given[name], scope, `Fn::Sub ${name}`);
  const reference = name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name };
  return resolvedText(reference, scope, `Fn::Sub ${name}`);
};

const select: Evaluate = async (argument, scope) => {
  const [index, values] = list(argument, 'Fn::Select', 2);
  const items = await resolvedList(values, scope, 'Fn::Select');
  const wanted = Number(await resolvedText(index, scope, 'Fn::Select'));
  return wanted in items ? items[wanted] : complain(`Fn::Select has no entry ${wanted}`, items);
};

const split: Evaluate = async (argument, scope) => {
  const [delimiter, source] = list(argument, 'Fn::Split', 2);
  return (await resolvedText(source, scope, 'Fn::Split')).split(text(delimiter, 'Fn::Split'));
};

const importValue: Evaluate = async (argument, scope) =>
  scope.imported(await resolvedText(argument, scope, 'Fn::ImportValue'));

const findInMap: Evaluate = async (argument, scope) => {
  const [map, first, second] = await resolvedList(argument, scope, 'Fn::FindInMap', 3);
  return scope.mapping(
    text(map, 'Fn::FindInMap'),
    text(first, 'Fn::FindInMap'),
    text(second, 'Fn::FindInMap'),
  );
};

/** Only the branch that is chosen is evaluated: the other may refer to a resource that is not made. */
const choose: Evaluate = async (argument, scope) => {
  const [name, yes, no] = list(argument, 'Fn::If', 3);
  return resolve((await scope.condition(text(name, 'Fn::If'))) ? yes : no, scope);
};

const truths = async (argument: unknown, scope: Scope, where: string): Promise<readonly boolean[]> => {
  const values = await resolvedList(argument, scope, where);
  return values.map((value) =>
    typeof value === 'boolean' ? value : complain(`${where} needs conditions`, value),
  );
};

const equals: Evaluate = async (argument, scope) => {
  const [left, right] = await resolvedList(argument, scope, 'Fn::Equals', 2);
  return text(left, 'Fn::Equals') === text(right, 'Fn::Equals');
};

const functions = new Map<string, Evaluate>([
  ['Ref', ref],
  ['Condition', (name, scope) => scope.condition(text(name, 'Condition'))],
  ['Fn::GetAtt', getAtt],
  ['Fn::Join', join],
  ['Fn::Sub', sub],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::ImportValue', importValue],
  ['Fn::FindInMap', findInMap],
  ['Fn::If', choose],
  ['Fn::Equals', equals],
  ['Fn::Not', async (argument, scope) => !(await truths(argument, scope, 'Fn::Not'))[0]],
  ['Fn::And', async (argument, scope) => (await truths(argument, scope, 'Fn::And')).every(Boolean)],
  ['Fn::Or', async (argument, scope) => (await truths(argument, scope, 'Fn::Or')).some(Boolean)],
]);

/** An object with one key that is a function is a call of it; `Condition` is one only when it names a condition. */
const call = (value: Readonly<Record<string, unknown>>): readonly [string, unknown] | undefined => {
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return undefined;
  const [name, argument] = entry;
  if (name === 'Condition') return typeof argument === 'string' ? entry : undefined;
  return name === 'Ref' || name.startsWith('Fn::') ? entry : undefined;
};

/** Plain JSON, or `noValue` when the whole value is to be left out. Throws when the template is wrong. */
export const resolve = async (value: unknown, scope: Scope): Promise<unknown> => {
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(await resolve(item, scope));
    return items.filter((item) => item !== noValue);
  }
  if (!isRecord(value)) return value;
  const called = call(value);
  if (called === undefined) return resolveMembers(value, scope);
  const evaluate =
    functions.get(called[0]) ?? complain('a function that this machine does not know', called[0]);
  return evaluate(called[1], scope);
};

const resolveMembers = async (value: Readonly<Record<string, unknown>>, scope: Scope) => {
  const members: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) members.push([name, await resolve(member, scope)]);
  return Object.fromEntries(members.filter(([, member]) => member !== noValue));
};
