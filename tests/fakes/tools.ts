/** Tools of a flow under test: a clock that is moved by hand, log lines and counts that can be read. */
import { derivedIds, opaqueIds } from '../../functions/core/aws/opaque-ids.ts';
import type { Tools } from '../../functions/core/flows/kit.ts';
import type { CountName, LogFields, LogName } from '../../functions/core/ports/tools.ts';

export const ids = opaqueIds('a key for tests only, long enough to be one');

export const fakeTools = (start = '2026-11-20T12:00:00.000Z') => {
  let now = new Date(start);
  const logged: { readonly name: LogName; readonly fields: LogFields }[] = [];
  const counted: CountName[] = [];
  const tools: Tools = {
    clock: () => now,
    log: (name, fields) => {
      logged.push({ name, fields });
    },
    count: (metric) => {
      counted.push(metric);
    },
    derive: derivedIds,
    region: 'sa-east-1',
  };
  return {
    tools,
    logged,
    counted,
    pass: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
};
