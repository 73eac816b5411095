/** `npm run import -- --tenant T FILE…`: brings articles, a catalogue or old conversations in; the same file twice is one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { firstTierPort } from '../functions/core/wiring/first-tier.ts';
import { finish, told } from './import/draft.ts';
import { suggestionsFrom, type Pair } from './import/conversations.ts';
import { readImported } from './import/read-file.ts';
import { command, readArgumentsAndFiles, targetArguments, targetOf } from './operate/arguments.ts';
import { CommandFault, connect } from './operate/connection.ts';
import { openArticles } from './operate/knowledge.ts';

/** Sheets for a person to read; nothing of them is stored or answered from. */
const suggest = (pairs: readonly Pair[], folder: string | undefined): void => {
  const tier = firstTierPort();
  const { suggestions, leftOut } = suggestionsFrom(pairs, {
    mask: (text) => tier.mask(text),
    languageOf: (text) => tier.understand({ text, conversationLanguage: null }).language,
  });
  if (folder === undefined)
    throw new CommandFault(
      `${String(pairs.length)} conversations give ${String(suggestions.length)} suggestions: say with --suggestions DIR where to write them`,
    );
  mkdirSync(folder, { recursive: true });
  for (const { id, text } of suggestions) writeFileSync(join(folder, `${id}.md`), text);
  console.log(
    JSON.stringify({ conversations: pairs.length, suggestions: suggestions.length, leftOut, folder }),
  );
};

await command(async () => {
  const { values, files } = readArgumentsAndFiles(
    {
      ...targetArguments,
      tenant: z.string().refine(isTenantId, 'a tenant id is 10 characters of a-z and 0-9'),
      language: z.string().optional(),
      market: z.string().optional(),
      category: z.string().optional(),
      audience: z.string().optional(),
      kind: z.enum(['articles', 'catalogue', 'conversations', 'sizes']).optional(),
      suggestions: z.string().optional(),
      remove: z.array(z.string()).optional(),
      list: z.boolean().optional(),
      'dry-run': z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const { tenant, language, market, category, audience, kind } = values;
  const remove = values.remove ?? [];
  if (files.length === 0 && remove.length === 0 && values.list !== true)
    throw new CommandFault('name the files to import, or say --list or --remove ID');
  const read = await Promise.all(files.map(async (file) => readImported(file, kind)));
  const defaults = { language, market, category, audience };
  const { articles, faults } = finish(
    tenant,
    read.flatMap(({ drafts }) => drafts),
    defaults,
  );
  const all = [...read.flatMap((one) => one.faults), ...faults];
  // All or nothing: half an import is found by nobody.
  if (all.length > 0) throw new CommandFault(all.map(told).join('\n'));
  const pairs = read.flatMap((one) => one.pairs);
  if (pairs.length > 0) suggest(pairs, values.suggestions);
  if (articles.length + remove.length === 0 && values.list !== true) return;
  const desk = await openArticles(connect(targetOf(values)), () => new Date());
  if (articles.length + remove.length > 0) {
    const dry = values['dry-run'] === true;
    const changes = { put: articles, remove };
    const result = dry ? await desk.plan(tenant, changes) : await desk.write(tenant, changes);
    console.log(JSON.stringify({ ...result, unchanged: result.unchanged.length, dryRun: dry }));
  }
  if (values.list === true)
    for (const { tenant: _, body, ...article } of await desk.articles.articles(tenant))
      console.log(JSON.stringify({ ...article, characters: body.length }));
});
