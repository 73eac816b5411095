/**
 * The person whom a lost grant calls. A refresh token is used up when the platform answers, and a power cut before its
 * successor is stored loses it: nobody can avoid that, the seller must allow us again, and the alarm says so.
 */
import { beginAuthorisation, completeAuthorisation, tokenChannel } from '../../operate/authorise.ts';
import { connect } from '../../operate/connection.ts';
import { openDirectory } from '../../operate/directory.ts';
import { redirect, signIn } from '../../local/plant.ts';
import { accountId } from '../../../functions/core/domain/ids.ts';
import type { LocalMachine } from '../local-machine.ts';
import { demo } from './sellers.ts';

const alarms = (machine: LocalMachine): number =>
  machine.logs().filter((line) => line['lambda'] === 'refresh-access' && line['name'] === 'access-denied')
    .length;

const answered = new Map<string, number>();

/** How often the seller had to allow us again: only where it was told to. */
export const reconnectWhereLost = async (machine: LocalMachine, data: string): Promise<number> => {
  const told = alarms(machine);
  if (told <= (answered.get(data) ?? 0)) return 0;
  answered.set(data, told);
  const channel = tokenChannel('mercado-libre');
  const directory = await openDirectory(connect({ stage: undefined, region: undefined, data }));
  const account = await directory.tenants.account('mercado-libre', accountId(demo.account));
  if (channel === undefined || account === null) throw new Error('the demo seller is not connected');
  const application = { application: undefined, clientSecret: undefined, redirect };
  const page = await beginAuthorisation(directory, channel, account, application);
  const platform = machine.sandbox.replace(/\/sandbox$/, '/platforms/mercado-libre');
  await completeAuthorisation(directory, channel, account, await signIn(page, demo.account, platform));
  return 1;
};
