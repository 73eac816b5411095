/** `npm run limits -- --tenant T [--set UNIT=SOFT:HARD]…`: what a tenant used this month, and its limits. */
import * as z from 'zod';
import { dynamoLimits } from '../functions/core/aws/dynamo/usage-limits.ts';
import { dynamoTenants } from '../functions/core/aws/dynamo/tenants.ts';
import { dynamoTotals } from '../functions/core/aws/dynamo/usage-totals.ts';
import { isLimited, type Limit } from '../functions/core/domain/limits.ts';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { usedThisMonth } from '../functions/core/flows/limits.ts';
import { setLimits } from '../functions/core/flows/metering.ts';
import { homeRegions } from '../functions/core/parse/environment.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect } from './operate/connection.ts';

/** `UNIT=SOFT:HARD`; `none` for no limit, and `UNIT=none` takes both away. */
const limitOf = (text: string): Limit => {
  const [of = '', amounts = ''] = text.split('=');
  if (!isLimited(of)) throw new CommandFault(`--set: nothing is called ${of} that can be limited`);
  const [soft = 'none', hard = 'none'] = amounts.split(':');
  const amount = (given: string): number | null => {
    if (given === 'none') return null;
    if (!/^\d+(\.\d+)?$/.test(given)) throw new CommandFault(`--set: ${given} is no amount`);
    return Number(given);
  };
  return { of, soft: amount(soft), hard: amount(hard) };
};

const regionOf = (name: string) => {
  const region = homeRegions.find((known) => known === name);
  if (region === undefined) throw new CommandFault(`Recado does not run in ${name}`);
  return region;
};

await command(async () => {
  const {
    tenant: id,
    set,
    ...target
  } = readArguments(
    { ...targetArguments, tenant: z.string(), set: z.array(z.string()).optional() },
    process.argv.slice(2),
  );
  if (!isTenantId(id)) throw new CommandFault('--tenant: a tenant id is 10 characters of a-z and 0-9');
  const connection = connect(targetOf(target));
  const { TENANTS_TABLE: tenants = '', USAGE_TABLE: usage = '' } =
    await connection.environment('total-usage');
  const clock = (): Date => new Date();
  const tenant = await dynamoTenants({ dynamo: connection.dynamo, table: tenants, clock }).tenant(id);
  if (tenant === null) throw new CommandFault(`there is no tenant ${id}`);
  const limits = dynamoLimits(connection.dynamo, { tenants, usage });
  if (set !== undefined) await setLimits({ limits }, tenant, set.map(limitOf));
  const { month, used } = await usedThisMonth(
    { totals: dynamoTotals(connection.dynamo, usage), region: regionOf(connection.region), clock },
    tenant,
  );
  console.log(
    JSON.stringify({
      tenant: id,
      month,
      used,
      limits: await limits.limits(id),
      state: await limits.state(id),
    }),
  );
});
