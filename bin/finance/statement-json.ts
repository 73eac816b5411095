/** Writes a statement as JSON piece by piece, with the ledger lines behind its figures at the end. */
import type { FactSource } from '../../functions/core/rating/fact.ts';
import type { RatedMonth } from '../../functions/core/rating/rated.ts';
import { openDrillDown } from '../../functions/core/rating/statement/drill-down.ts';
import type { Statement } from '../../functions/core/rating/statement/statement.ts';

/** Without facts there is no drill-down: the statement alone. */
export const statementJson = async function* (
  statement: Statement,
  rated: RatedMonth,
  facts: FactSource | null,
): AsyncGenerator<string> {
  const whole = JSON.stringify(statement, null, 2);
  if (facts === null) {
    yield `${whole}\n`;
    return;
  }
  const behind = openDrillDown(rated);
  // The closing brace comes last: the list is the document's final field.
  yield `${whole.slice(0, whole.lastIndexOf('\n}'))},\n  "drillDown": [`;
  let separator = '\n    ';
  for await (const fact of facts) {
    const entry = behind(fact);
    if (entry === null) continue;
    yield `${separator}${JSON.stringify(entry)}`;
    separator = ',\n    ';
  }
  yield '\n  ]\n}\n';
};
