/** Counts calls by service, operation and caller: what a journey costs, and who spoke to what. */

export type Call = {
  readonly service: string;
  readonly operation: string;
  /** ARN of the role, or of the administrator. */
  readonly principal: string;
  /** Short name of the Lambda that called, if one did. */
  readonly function?: string;
};

export type Calls = {
  readonly count: (call: Call) => void;
  readonly list: () => readonly (Call & { readonly count: number })[];
};

export const openCalls = (): Calls => {
  const counts = new Map<string, { readonly call: Call; count: number }>();
  return {
    count: (call) => {
      const key = JSON.stringify([call.service, call.operation, call.principal, call.function]);
      const entry = counts.get(key) ?? { call, count: 0 };
      entry.count += 1;
      counts.set(key, entry);
    },
    list: () => [...counts.values()].map(({ call, count }) => ({ ...call, count })),
  };
};
