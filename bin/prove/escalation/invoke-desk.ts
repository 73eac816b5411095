/** `desk-api` asked without a process of its own for each call: what takes its time is the machine, not the command. */
import { connect, readRunning } from '../../operate/connection.ts';

const target = (data: string) => ({ stage: undefined, region: undefined, data });

const ask = async (data: string, request: Readonly<Record<string, unknown>>): Promise<unknown> =>
  connect(target(data)).invoke('desk-api', request);

export const invokeDesk = Object.assign(ask, {
  /** Where the audit rows of that machine lie. */
  tables: async (data: string) => {
    const { aws, region, accessKeyId, secretAccessKey } = readRunning(data);
    const environment = await connect(target(data)).environment('desk-api');
    return {
      dynamo: { region, endpoint: aws, credentials: { accessKeyId, secretAccessKey } },
      table: environment['AUDIT_TABLE'] ?? '',
    };
  },
});
