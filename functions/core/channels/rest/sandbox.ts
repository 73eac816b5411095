/** Plays a web shop on the local machine: takes replies, answers for facts, and writes to us as its buyers. */
import type { Sandbox, SandboxOptions } from '../kit/sandbox.ts';
import { sandboxFaults } from '../kit/sandbox-faults.ts';
import { push, readNewMessage } from './sandbox-push.ts';
import { openRecords } from './sandbox-records.ts';
import { routeOf, serve, shopOperations } from './sandbox-shop.ts';
import { openStock } from './sandbox-stock.ts';

/** Opens what the shop kept in its folder. Throws when a seed of one of its accounts has the wrong shape. */
export const sandbox = (options: SandboxOptions): Sandbox => {
  const { accounts, now } = options;
  const faults = sandboxFaults(shopOperations);
  const closing = new AbortController();
  const records = openRecords(options.data);
  const stock = openStock(
    accounts.map(({ account }) => account),
    options,
  );
  for (const { account, order, action, details, at } of records.actions) {
    stock.act(account, order, action, details, at);
  }
  const shop = { accounts, records, stock, now };

  return {
    creates: ['messages'],
    handle: async (request) => {
      const route = routeOf(request);
      if (route === null) return { status: 404, body: '{"error":"path"}' };
      return faults.around(route.operation, () => serve(shop, route, request));
    },
    create: async (body) => {
      const message = readNewMessage(body);
      const id = records.newMessageId();
      await push(options, message, id, closing.signal);
      return { id };
    },
    sent: (after) => records.sent(after),
    fault: (fault) => faults.add(fault),
    close: async () => {
      faults.close();
      closing.abort();
    },
  };
};
