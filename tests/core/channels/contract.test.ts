/** Every channel keeps the contract, and the folders are exactly the list. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { manifests } from '../../../functions/core/channels/manifests.ts';
import { ingress } from '../../../functions/core/channels/registry-ingress.ts';
import { openChannels } from '../../../functions/core/channels/registry.ts';
import { channelIds } from '../../../functions/core/domain/channel.ts';
import { channelContract, channelFolder, samplesOf } from './contract.ts';

for (const id of channelIds) channelContract(id, ingress[id], manifests[id]);

const notChannels = ['kit', 'template'];

it('has one folder for each channel that it says it speaks, and no other', () => {
  const folders = readdirSync(channelFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).filter((name) => !notChannels.includes(name));
  expect(names.sort()).toEqual([...channelIds].sort());
});

it.each(channelIds)('%s reads the same in the workers as in the webhook', (id) => {
  const deps = { fetch: () => Promise.reject(new Error('unused')), now: () => new Date(0) };
  const channel = openChannels(deps)[id];
  for (const { call, secrets, verifyAt } of samplesOf(id)) {
    expect(channel.verify(call, secrets, verifyAt)).toBe(ingress[id].verify(call, secrets, verifyAt));
    expect(channel.read(call)).toEqual(ingress[id].read(call));
  }
});
