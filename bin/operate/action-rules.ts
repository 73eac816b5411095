/** What may be done with a seller's orders without a person, as an operator writes it and reads it back. */
import {
  orderActions,
  type ActionRule,
  type ActionRules,
  type OrderAction,
} from '../../functions/core/domain/action.ts';
import { dynamoActionSettings, writeActionRules } from '../../functions/core/aws/dynamo/action-rules.ts';
import type { TenantId } from '../../functions/core/domain/ids.ts';
import { CommandFault, type Connection } from './connection.ts';

const capped = (text: string): readonly [string, string] => {
  const [, currency, amount] = /^([A-Z]{3}):(\d{1,15}(?:\.\d{1,6})?)$/.exec(text) ?? [];
  if (currency === undefined || amount === undefined)
    throw new CommandFault(`--actions: ${text} is no cap; write a currency and an amount, like BRL:500`);
  return [currency, amount];
};

/** What moves money is capped in a currency; what moves none is permitted or not. */
const movesMoney: ReadonlySet<OrderAction> = new Set<OrderAction>(['cancel', 'refund']);

const ruleOf = (action: OrderAction, text: string): ActionRule | null => {
  if (text === 'none') return null;
  if (text === 'any') return 'any';
  if (!movesMoney.has(action))
    throw new CommandFault(`--actions: ${action} moves no money; write ${action}=any or ${action}=none`);
  return Object.fromEntries(text.split(',').map(capped));
};

/** `cancel=BRL:500,USD:100`, `address=any`, `refund=none`: what is not named stays as it was. */
export const actionRulesOf = (before: ActionRules, given: readonly string[]): ActionRules => {
  const rules = new Map<string, ActionRule | null>(Object.entries(before));
  for (const text of given) {
    const [name = '', ...rest] = text.split('=');
    const action = orderActions.find((known) => known === name);
    if (action === undefined)
      throw new CommandFault(`--actions: there is no action ${name}, only ${orderActions.join(', ')}`);
    rules.set(action, ruleOf(action, rest.join('=')));
  }
  return Object.fromEntries([...rules].filter(([, rule]) => rule !== null));
};

/** What may be done from now on; without `given` nothing changes. */
export const setActionRules = async (
  connection: Connection,
  tenant: TenantId,
  given: readonly string[],
): Promise<ActionRules> => {
  const { TENANTS_TABLE: table = '' } = await connection.environment('generate-reply');
  const rules = actionRulesOf(await dynamoActionSettings(connection.dynamo, table).rules(tenant), given);
  if (given.length > 0) await writeActionRules(connection.dynamo, table, tenant, rules);
  return rules;
};
