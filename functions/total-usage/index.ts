/** Every ten minutes: totals made from the ledger's lines, and limits judged by them. */
import { documentClient } from '../core/aws/dynamo/table.ts';
import { dynamoTenants } from '../core/aws/dynamo/tenants.ts';
import { dynamoLedger } from '../core/aws/dynamo/usage-ledger.ts';
import { dynamoLimits } from '../core/aws/dynamo/usage-limits.ts';
import { dynamoTotals } from '../core/aws/dynamo/usage-totals.ts';
import { lambdaTools, layered } from '../core/entry/tools.ts';
import { totalUsage } from '../core/flows/total-usage.ts';
import { readEnvironment } from '../core/parse/environment.ts';
import { totalUsageEnv } from './env.ts';

const env = readEnvironment(totalUsageEnv, process.env);
const tools = lambdaTools('total-usage', () => new Date());
const dynamo = documentClient(env.HOME_REGION);

const run = totalUsage({
  ...tools,
  region: env.HOME_REGION,
  tenants: dynamoTenants({ dynamo, table: env.TENANTS_TABLE, clock: tools.clock }),
  ledger: dynamoLedger(dynamo, env.USAGE_TABLE),
  totals: dynamoTotals(dynamo, env.USAGE_TABLE),
  limits: dynamoLimits(dynamo, { tenants: env.TENANTS_TABLE, usage: env.USAGE_TABLE }),
});

export const handler = layered<unknown, { readonly tenants: number }>(tools, async () => ({
  tenants: await run(),
}));
