/** Finds and loads the handler of a bundle as the Node.js runtime of Lambda does. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

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
  const loaded = isBare(file, folder) ? requireBare(file, folder) : await importModule(file);
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

const importModule = async (file: string): Promise<unknown> => import(pathToFileURL(file).href);

/** A `.js` file for which no package.json of the bundle says what it is: Lambda takes it for CommonJS. */
const isBare = (file: string, folder: string): boolean => {
  if (!file.endsWith('.js') || !file.startsWith(folder)) return false;
  for (let inside = dirname(file); inside.startsWith(folder); inside = dirname(inside))
    if (existsSync(join(inside, 'package.json'))) return false;
  return true;
};

/**
 * On AWS nothing stands above a bundle. Here a package.json of the project does, and node would read a bundle's
 * CommonJS files as modules for it; hooks of node do not reach files that are required.
 */
const requireBare = (file: string, folder: string): unknown => {
  const require = createRequire(file);
  const { extensions } = require;
  const readAsUsual = extensions['.js'];
  extensions['.js'] = (module, path) => {
    const compile: unknown = Reflect.get(module, '_compile');
    if (isBare(path, folder) && typeof compile === 'function')
      Reflect.apply(compile, module, [readFileSync(path, 'utf8'), path, 'commonjs']);
    else readAsUsual(module, path);
  };
  return require(file);
};
