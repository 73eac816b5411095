/** The ledger and the tenants of a stage, of a machine that runs, or of one that is stopped. */
import { dynamoLedger } from '../../functions/core/aws/dynamo/usage-ledger.ts';
import { dynamoTenants } from '../../functions/core/aws/dynamo/tenants.ts';
import type { TenantDirectory } from '../../functions/core/ports/tenants.ts';
import type { Ledger } from '../../functions/core/ports/ledger.ts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CommandFault, connect, isAlive, readRunning, type Target } from '../operate/connection.ts';
import { openStoppedTables } from '../operate/stopped-tables.ts';

export type Finance = {
  readonly ledger: Ledger;
  readonly tenants: TenantDirectory;
  readonly dynamo: DynamoDBDocumentClient;
  readonly tenantsTable: string;
  close(): Promise<void>;
};

type Tables = Pick<Finance, 'dynamo' | 'close'> & { readonly usage: string; readonly tenants: string };

const tablesOf = async (target: Target): Promise<Tables> => {
  if (target.stage === undefined) {
    const local = readRunning(target.data);
    if (!(await isAlive(local))) {
      if (local.tenantsTable === undefined)
        throw new CommandFault('the machine was last started by an earlier version: start it once');
      const stopped = openStoppedTables(target.data, local.region);
      return { ...stopped, usage: local.usageTable, tenants: local.tenantsTable };
    }
  }
  const connection = connect(target);
  const [detect, generate] = await Promise.all([
    connection.environment('detect-language'),
    connection.environment('generate-reply'),
  ]);
  const [usage, tenants] = [detect['USAGE_TABLE'], generate['TENANTS_TABLE']];
  if (usage === undefined || tenants === undefined)
    throw new CommandFault('the deployed Lambdas name no usage or tenants table');
  return { dynamo: connection.dynamo, usage, tenants, close: async () => undefined };
};

export const openFinance = async (target: Target): Promise<Finance> => {
  const { dynamo, usage, tenants, close } = await tablesOf(target);
  return {
    ledger: dynamoLedger(dynamo, usage),
    tenants: dynamoTenants({ dynamo, table: tenants, clock: () => new Date() }),
    dynamo,
    tenantsTable: tenants,
    close,
  };
};
