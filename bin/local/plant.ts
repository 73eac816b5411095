/** Puts the seeds' tenants and accounts into a fresh machine; an account that a platform must authorise is authorised at its sandbox. */
import { accountId, registrationId, tenantId } from '../../functions/core/domain/ids.ts';
import { connectTo, type Running } from '../operate/connection.ts';
import { openDirectory } from '../operate/directory.ts';
import { platformPath } from './front.ts';
import type { Seeds } from './seeds.ts';

export const plant = async (running: Running, seeds: Seeds, front: string): Promise<void> => {
  const directory = await openDirectory(connectTo(running));
  for (const tenant of seeds.tenants) {
    const { id, ...rest } = tenant;
    await directory.write.tenant({ id: tenantId(id), ...rest });
  }
  for (const { tenant, channel, account, registration, market, secrets } of seeds.accounts) {
    await directory.register(
      {
        tenant: tenantId(tenant),
        channel,
        id: accountId(account),
        registration: registrationId(registration),
        market,
        address: `${front}${platformPath(channel)}`,
      },
      secrets,
    );
  }
};
