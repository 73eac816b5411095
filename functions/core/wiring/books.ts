/** The books of a region as the Lambdas of metering open them: ledger, proofs, files and key, from the names in their environment. */
import { dynamoChain } from '../aws/dynamo/usage-chain.ts';
import { dynamoCloses } from '../aws/dynamo/usage-closes.ts';
import { dynamoLedger } from '../aws/dynamo/usage-ledger.ts';
import { dynamoTotals } from '../aws/dynamo/usage-totals.ts';
import { dynamoWitness } from '../aws/dynamo/usage-witness.ts';
import { documentClient } from '../aws/dynamo/table.ts';
import { dynamoTenants } from '../aws/dynamo/tenants.ts';
import { kmsSigner } from '../aws/kms/signer.ts';
import { parquetArchive, sha256 } from '../aws/s3/archive.ts';
import { signedObjectsOf } from '../aws/s3/objects.ts';
import { lambdaCredentials, signedCalls } from '../aws/signed/client.ts';
import type { Clock } from '../ports/tools.ts';

export type BookNames = {
  readonly HOME_REGION: string;
  readonly CONVERSATIONS_TABLE: string;
  readonly TENANTS_TABLE: string;
  readonly USAGE_TABLE: string;
  readonly LEDGER_BUCKET: string;
  readonly EVIDENCE_KEY_ARN: string;
};

export const openBooksOf = (
  names: BookNames,
  environment: Readonly<Record<string, string | undefined>>,
  clock: Clock,
) => {
  const dynamo = documentClient(names.HOME_REGION);
  const calls = signedCalls(
    names.HOME_REGION,
    lambdaCredentials(environment),
    environment['AWS_ENDPOINT_URL'],
  );
  const objects = signedObjectsOf(calls, names.LEDGER_BUCKET);
  return {
    region: names.HOME_REGION,
    digest: sha256,
    ledger: dynamoLedger(dynamo, names.USAGE_TABLE),
    witness: dynamoWitness(dynamo, names.CONVERSATIONS_TABLE, clock),
    chain: dynamoChain(dynamo, names.USAGE_TABLE),
    archive: parquetArchive(objects),
    totals: dynamoTotals(dynamo, names.USAGE_TABLE),
    closes: dynamoCloses(dynamo, names.USAGE_TABLE, objects),
    signer: kmsSigner(calls, names.EVIDENCE_KEY_ARN),
    tenants: dynamoTenants({ dynamo, table: names.TENANTS_TABLE, clock }),
  };
};
