/** Finds and loads the handler of a bundle as the Node.js runtime of Lambda does. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export type Handler = (event: unknown, context: unknown) => unknown;

const handlerShape = /^([^.]+)\.(.+)$/u;
const endings = ['.js', '.mjs', '.cjs'];

/** The function that `path/file.export` names in the folder of the bundle. Throws in Lambda's words. */
export const loadHandler = async (folder: string, name: string): Promise<Handler> => {
  const [, stem, member] = handlerShape.exec(basename(name)) ?? [];
  if (stem === undefined || member === undefined) throw fault('Runtime.MalformedHandlerName', 'Bad handler');
  const path = join(folder, dirname(name), stem);
  const file = endings.map((ending) => path + ending).find(existsSync);
  if (file === undefined)
    throw fault('Runtime.ImportModuleError', `Error: Cannot find module '${join(dirname(name), stem)}'`);
  readBareFilesAsCommonJs(folder);
  const loaded: unknown = await import(pathToFileURL(file).href);
  const found = memberOf(loaded, member) ?? memberOf(memberOf(loaded, 'default'), member);
  if (!isHandler(found)) throw fault('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  if (found.length > 2)
    throw fault(
      'Runtime.CallbackHandlerDeprecated',
      'from Node.js 24 on, AWS Lambda has no handlers with a callback: use an async function',
    );
  return found;
};

const fault = (name: string, message: string) => Object.assign(new Error(message), { name });

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const memberOf = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => {
    if ((typeof inner !== 'object' && typeof inner !== 'function') || inner === null) return undefined;
    return Reflect.get(inner, name);
  }, value);

/**
 * On AWS nothing stands above a bundle. Here a package.json of the project does, and it would turn a bundle's
 * CommonJS `.js` files into modules.
 */
const readBareFilesAsCommonJs = (folder: string) => {
  registerHooks({
    load: (url, context, next) =>
      next(url, isBare(url, folder) ? { ...context, format: 'commonjs' } : context),
  });
};

const isBare = (url: string, folder: string): boolean => {
  if (!url.startsWith('file:') || !url.endsWith('.js')) return false;
  const file = fileURLToPath(url);
  if (!file.startsWith(folder)) return false;
  for (let inside = dirname(file); inside.startsWith(folder); inside = dirname(inside))
    if (existsSync(join(inside, 'package.json'))) return false;
  return true;
};
