/** Makes any port fail on request: a call throws before or after its effect, or the whole process ends there. */

/** `throws`: this one call fails. `crash`: the process is gone, nothing that it does afterwards has any effect. */
export type Fault = 'throws' | 'crash';

/** Asked before and after the effect of every call, as `port.method`. */
export type Strike = (call: string, when: 'before' | 'after') => Fault | null;

export class Struck extends Error {
  override readonly name: string = 'Struck';
}

export type Process = {
  /** The port as this process calls it. */
  port<Port extends object>(name: string, port: Port): Port;
  /** Runs one invocation; false when the process ended in the middle of it. */
  invocation(run: () => Promise<void>): Promise<boolean>;
};

export const faultyProcess = (strike: Strike): Process => {
  let crashed = false;
  const meet = (call: string, when: 'before' | 'after'): void => {
    if (crashed) throw new Struck(`${call}: the process has ended`);
    const fault = strike(call, when);
    if (fault === null) return;
    crashed = fault === 'crash';
    throw new Struck(`${call}: ${fault} ${when} its effect`);
  };
  return {
    port: (name, port) =>
      new Proxy(port, {
        get(target, key) {
          const member: unknown = Reflect.get(target, key);
          if (typeof member !== 'function') return member;
          const call = `${name}.${String(key)}`;
          return async (...given: readonly unknown[]): Promise<unknown> => {
            meet(call, 'before');
            const result: unknown = await Reflect.apply(member, target, given);
            meet(call, 'after');
            return result;
          };
        },
      }),
    async invocation(run) {
      crashed = false;
      await run();
      return !crashed;
    },
  };
};
