/** The stores that every worker opens, from the names in its environment; built at start, never while a module loads. */
import type { KeyOperations } from '../ports/keys.ts';
import type { Clock, Count } from '../ports/tools.ts';
import { timing } from '../policy/timing.ts';
import { dynamoConversations } from './dynamo/conversation-store.ts';
import { documentClient } from './dynamo/table.ts';
import { dynamoPause, dynamoTenants } from './dynamo/tenants.ts';
import { kmsSeal } from './kms/seal.ts';

export type StoreNames = {
  readonly HOME_REGION: string;
  readonly CONVERSATIONS_TABLE: string;
  readonly TENANTS_TABLE: string;
  readonly KEYS_TABLE: string;
  readonly USAGE_TABLE: string;
  readonly DATA_KEY_ARN: string;
};

const conflictMilliseconds = 20;

/** Waits longer each time and never the same time as another: conflicts are between two, not for ever. */
export const jittered =
  (chance: () => number) =>
  async (attempt: number): Promise<void> => {
    const milliseconds = conflictMilliseconds * 2 ** Math.min(attempt, 5) * (0.5 + chance() / 2);
    await new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  };

export const openStores = (
  names: StoreNames,
  tools: {
    readonly clock: Clock;
    readonly count: Count;
    readonly chance: () => number;
    readonly keys: KeyOperations;
  },
) => {
  const dynamo = documentClient(names.HOME_REGION);
  const { clock, count, keys } = tools;
  const seal = kmsSeal({ dynamo, keys, table: names.KEYS_TABLE, key: names.DATA_KEY_ARN, clock });
  const tenantsParts = { dynamo, table: names.TENANTS_TABLE, clock };
  return {
    dynamo,
    keys,
    seal,
    conversations: dynamoConversations({
      dynamo,
      seal,
      clock,
      count,
      tables: { conversations: names.CONVERSATIONS_TABLE, usage: names.USAGE_TABLE },
      pause: jittered(tools.chance),
    }),
    tenants: dynamoTenants(tenantsParts),
    pause: dynamoPause(tenantsParts, timing.pauseSeconds),
  };
};
