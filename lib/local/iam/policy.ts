/** Reads IAM policy documents and decides what they allow: an explicit deny wins, and nothing is allowed by default. */
import { z } from 'zod';
import { condition } from './conditions.ts';
import type { Condition } from './conditions.ts';
import type { Context } from './context.ts';
import { actionLike, arnLike } from './pattern.ts';
import type { Pattern } from './pattern.ts';
import { all, any, not } from './truth.ts';
import type { Truth } from './truth.ts';

/** What a request wants to do, on which ARN (`*` where the action knows no resource), under which keys. */
export type Question = { readonly action: string; readonly resource: string; readonly context: Context };

/** Texts of which one must match, or, as NotAction and NotResource, none may. */
type Texts = {
  readonly texts: readonly string[];
  readonly negated: boolean;
  readonly patterns: readonly Pattern[];
};

export type Statement = {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Texts;
  readonly resources: Texts;
  readonly conditions: readonly Condition[];
  /** Resource and trust policies only: ARNs of principals, service names, `*`. */
  readonly principals: readonly string[];
};

const oneOrMany = <Item extends z.ZodType>(item: Item) => z.union([item, z.array(item)]);
const scalar = z.union([z.string(), z.boolean(), z.number()]).transform(String);

const statementShape = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMany(z.string()).optional(),
  NotAction: oneOrMany(z.string()).optional(),
  Resource: oneOrMany(z.string()).optional(),
  NotResource: oneOrMany(z.string()).optional(),
  Principal: z.union([z.string(), z.record(z.string(), oneOrMany(z.string()))]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), oneOrMany(scalar))).optional(),
});

const documentShape = z.strictObject({
  // Older versions know no policy variables; nobody means that any more.
  Version: z.literal('2012-10-17'),
  Id: z.string().optional(),
  Statement: oneOrMany(statementShape),
});

type StatementShape = z.infer<typeof statementShape>;

const list = <Item>(value: Item | readonly Item[] | undefined): readonly Item[] => {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
};
const isList = <Item>(value: Item | readonly Item[]): value is readonly Item[] => Array.isArray(value);

const actionShape = /^(?:\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/iu;
const resourceShape = /^(?:\*|arn:.*)$/su;

const texts = (
  which: string,
  plain: readonly string[],
  not: readonly string[],
  rules: { readonly shape: RegExp; readonly pattern: (text: string) => Pattern },
): Texts => {
  if (plain.length > 0 && not.length > 0) throw new Error(`has both ${which} and Not${which}`);
  const chosen = plain.length > 0 ? plain : not;
  const wrong = chosen.find((text) => !rules.shape.test(text));
  if (wrong !== undefined) throw new Error(`has a malformed ${which}: ${wrong}`);
  return { texts: chosen, negated: not.length > 0, patterns: chosen.map(rules.pattern) };
};

const statementOf = (shape: StatementShape): Statement => ({
  effect: shape.Effect,
  actions: texts('Action', list(shape.Action), list(shape.NotAction), {
    shape: actionShape,
    pattern: actionLike,
  }),
  resources: texts('Resource', list(shape.Resource), list(shape.NotResource), {
    shape: resourceShape,
    pattern: arnLike,
  }),
  conditions: Object.entries(shape.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => condition(operator, key, list(values))),
  ),
  principals:
    typeof shape.Principal === 'string'
      ? [shape.Principal]
      : Object.values(shape.Principal ?? {}).flatMap(list),
});

export type PolicyKind = 'identity' | 'resource' | 'trust';

/**
 * The statements of a policy document; throws an error that begins with `where` when AWS would call it malformed.
 * An identity policy must name resources; a trust policy stands on its role and names none.
 */
export const readPolicy = (
  document: unknown,
  where: string,
  kind: PolicyKind = 'identity',
): readonly Statement[] => {
  const parsed = documentShape.safeParse(document);
  if (!parsed.success)
    throw new Error(`${where}: malformed policy document\n${z.prettifyError(parsed.error)}`);
  return list(parsed.data.Statement).map((shape) => {
    try {
      const statement = statementOf(shape);
      if (statement.actions.texts.length === 0) throw new Error('names no Action');
      if (kind === 'identity' && statement.resources.texts.length === 0) throw new Error('names no Resource');
      return statement;
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      throw new Error(`${where}: statement ${shape.Sid ?? ''} ${because}`, { cause: error });
    }
  });
};

const among = ({ patterns, negated }: Texts, value: string, context: Context): Truth => {
  const found = any(patterns.map((pattern) => pattern(value, context)));
  return negated ? not(found) : found;
};

/** Whether a statement is about this request. */
export const applies = (statement: Statement, { action, resource, context }: Question): Truth =>
  all([
    among(statement.actions, action, context),
    statement.resources.texts.length === 0 || among(statement.resources, resource, context),
    ...statement.conditions.map((holds) => holds(context)),
  ]);

/** `by` are all statements that allow it, so that one can say which permissions are used. */
export type Verdict =
  | { readonly allowed: true; readonly by: readonly Statement[] }
  | { readonly allowed: false; readonly explicitly: boolean };

/** What one kind of policies (identity, boundary, session) says. What cannot be known denies. */
export const decide = (statements: readonly Statement[], question: Question): Verdict => {
  const concerned = statements.map((statement) => ({ statement, truth: applies(statement, question) }));
  if (concerned.some(({ statement, truth }) => statement.effect === 'Deny' && truth !== false))
    return { allowed: false, explicitly: true };
  const by = concerned
    .filter(({ statement, truth }) => statement.effect === 'Allow' && truth === true)
    .map(({ statement }) => statement);
  return by.length > 0 ? { allowed: true, by } : { allowed: false, explicitly: false };
};
