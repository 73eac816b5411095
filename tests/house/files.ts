/** The files of the repository as they lie on the disk, without what `.gitignore` leaves out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** A file by its path from the root, always with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Our `.gitignore` holds folder names and `*.ending` only. */
const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .map((line) => line.trim().replace(/\/$/, ''))
  .filter((line) => line !== '');

const isIgnored = (name: string): boolean =>
  name === '.git' ||
  ignored.some((pattern) => (pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern));

/** Paths of all files below a folder, from the root, in order. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !isIgnored(entry.name))
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    });

export const entriesOf = (folder: string, kind: 'files' | 'folders'): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !isIgnored(entry.name) && entry.isDirectory() === (kind === 'folders'))
    .map((entry) => entry.name)
    .toSorted();

export const read = (path: string): SourceFile => ({ path, text: readFileSync(join(root, path), 'utf8') });

export const linesOf = ({ text }: Pick<SourceFile, 'text'>): number => text.split('\n').length - 1;
