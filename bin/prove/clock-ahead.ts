/** Preloaded (`node --import …/clock-ahead.ts?hours=47`): every clock of the process is that far ahead. */
const hours = Number(new URL(import.meta.url).searchParams.get('hours') ?? '0');
const aheadMilliseconds = hours * 60 * 60 * 1000;
const Given = globalThis.Date;

globalThis.Date = new Proxy(Given, {
  construct: (target, values: unknown[], made) =>
    Reflect.construct(target, values.length === 0 ? [target.now() + aheadMilliseconds] : values, made),
  apply: (target) => new target(target.now() + aheadMilliseconds).toString(),
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + aheadMilliseconds : Reflect.get(target, name, receiver),
});
