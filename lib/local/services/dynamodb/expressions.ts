/** The parsed expressions of a request: conditions, updates, projections and key conditions. */
import type { AttributeType, AttributeValue } from './values.ts';

/** Attribute name, then map names and list places: `a.b[2]` is `['a', 'b', 2]`. */
export type Path = (string | number)[];

/** `size(path)` inside a condition. */
type SizeOf = { readonly type: 'function'; readonly name: string; readonly args: readonly Operand[] };

export type Operand = Path | AttributeValue | SizeOf;

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Condition =
  | { readonly type: 'and'; readonly args: readonly [Condition, Condition] }
  | { readonly type: 'or'; readonly args: readonly [Condition, Condition] }
  | { readonly type: 'not'; readonly args: readonly [Condition] }
  | { readonly type: Comparator | 'between' | 'in'; readonly args: readonly Operand[] }
  | { readonly type: 'function'; readonly name: string; readonly args: readonly Operand[] };

/** First names of paths; `nestedPaths` holds those that go on below the attribute. */
type Names = Readonly<Record<string, boolean>>;

export type ParsedCondition = {
  readonly expression: Condition;
  readonly nestedPaths: Names;
  readonly pathHeads: Names;
};

/** Right side of a SET: a path, a value, a function or an arithmetic. */
export type SetOperand =
  | Path
  | AttributeValue
  | { readonly type: 'add' | 'subtract'; readonly args: readonly [SetOperand, SetOperand] }
  | { readonly type: 'function'; readonly name: string; readonly args: readonly [SetOperand, SetOperand] };

export type UpdateSection =
  | {
      readonly type: 'set';
      readonly path: Path;
      readonly val: SetOperand;
      readonly attrType?: AttributeType | null;
    }
  | { readonly type: 'remove'; readonly path: Path }
  | { readonly type: 'add' | 'delete'; readonly path: Path; readonly val: AttributeValue };

export type ParsedUpdate = {
  readonly sections: readonly UpdateSection[];
  readonly paths: readonly Path[];
  readonly nestedPaths: Names;
};

export type ParsedProjection = { readonly paths: readonly Path[]; readonly nestedPaths: Names };

/** One key condition, as DynamoDB's older API names it. */
export type KeyCondition = {
  readonly ComparisonOperator: 'EQ' | 'LT' | 'LE' | 'GT' | 'GE' | 'BETWEEN' | 'BEGINS_WITH';
  readonly AttributeValueList: readonly AttributeValue[];
};
