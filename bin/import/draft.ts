/** An article as a file gives it, and what it must have before anybody is answered from it. */
import * as z from 'zod';
import { articleAudiences, articleScenes, type Article } from '../../functions/core/domain/article.ts';
import { markets } from '../../functions/core/domain/channel.ts';
import type { TenantId } from '../../functions/core/domain/ids.ts';

/** Where something stands, for people: `file:line`. */
export type Place = { readonly file: string; readonly line: number };
export type Fault = Place & { readonly because: string };
export const told = ({ file, line, because }: Fault): string => `${file}:${String(line)}: ${because}`;

/** Fields by their names in front matter and in the head of a table; all but `body` may be missing. */
export type Draft = {
  readonly place: Place;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
};
export type Read = { readonly drafts: readonly Draft[]; readonly faults: readonly Fault[] };

/** What the command line says for files that do not say it themselves. */
export type Defaults = Readonly<Record<'language' | 'market' | 'category' | 'audience', string | undefined>>;

/** A row of the table holds 400 KB, and a letter may take four bytes. */
const longestBody = 90_000;
const day = z.iso.date('a day is YYYY-MM-DD');
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

const missing = (what: string): string => `it has no ${what}`;

const shape = z.strictObject({
  id: z
    .string(missing('id'))
    .regex(/^[\p{L}\p{N}._-]{1,100}$/u, 'an id is up to 100 letters, digits, dots, dashes and underscores'),
  language: z
    .string(missing('language: give --language, or write it in the file'))
    .regex(/^[a-z]{2}(?:-[A-Z]{2})?$/, 'a language is es, pt, en or like pt-BR: give --language'),
  market: optional(z.enum(markets, `a market is one of ${markets.join(', ')}`)),
  validFrom: optional(day),
  validTo: optional(day),
  category: optional(z.string().max(60)),
  scene: optional(z.enum(articleScenes, `a scene is one of ${articleScenes.join(', ')}`)),
  audience: z
    .enum(articleAudiences, `an audience is one of ${articleAudiences.join(', ')}`)
    .default('buyers'),
  title: z.string(missing('title')).min(1, 'it has no title').max(200),
  body: z
    .string(missing('text'))
    .min(1, 'it has no text')
    .max(longestBody, `it is longer than ${String(longestBody)} characters: make several articles of it`),
});

/** `Guía de Tallas.txt` → `guia-de-tallas`. */
export const idOf = (name: string): string =>
  name
    .replace(/\.[a-z0-9]+$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);

const spellings: Readonly<Record<string, string>> = {
  valid_from: 'validFrom',
  validfrom: 'validFrom',
  validto: 'validTo',
  valid_to: 'validTo',
  from: 'validFrom',
  until: 'validTo',
  lang: 'language',
  text: 'body',
};

const filled = ({ fields, body }: Draft, defaults: Defaults): Record<string, string> => {
  const own = Object.entries({ ...fields, body })
    .map(([name, value]): [string, string] => [spellings[name] ?? name, value.trim()])
    .filter(([, value]) => value !== '');
  const given = Object.entries(defaults).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries([...given, ...own]);
};

export type Finished = { readonly articles: readonly Article[]; readonly faults: readonly Fault[] };

/** Every fault of every draft at once; two of one id are a fault, as only one would stay. */
export const finish = (tenant: TenantId, drafts: readonly Draft[], defaults: Defaults): Finished => {
  const articles: Article[] = [];
  const faults: Fault[] = [];
  const seen = new Map<string, Place>();
  for (const draft of drafts) {
    if (draft.fields['suggested'] !== undefined) {
      faults.push({
        ...draft.place,
        because: 'it is a suggestion: read it, mend it, and take the line `suggested` away',
      });
      continue;
    }
    const parsed = shape.safeParse(filled(draft, defaults));
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        faults.push({ ...draft.place, because: `${path.join('.')}${path.length > 0 ? ': ' : ''}${message}` });
      continue;
    }
    const before = seen.get(parsed.data.id);
    if (before !== undefined)
      faults.push({
        ...draft.place,
        because: `${parsed.data.id} is an id of ${before.file}:${String(before.line)} too`,
      });
    seen.set(parsed.data.id, draft.place);
    articles.push({ tenant, ...parsed.data });
  }
  return { articles, faults };
};
