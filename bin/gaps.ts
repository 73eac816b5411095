/** `npm run gaps -- --tenant T`: what buyers asked and no article answered, the most frequent first, masked. */
import * as z from 'zod';
import { isTenantId } from '../functions/core/domain/ids.ts';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { connect } from './operate/connection.ts';

const answer = z.object({
  gaps: z.array(
    z.object({
      count: z.number(),
      kinds: z.array(z.string()),
      intents: z.array(z.string()),
      languages: z.array(z.string()),
      examples: z.array(z.string()),
    }),
  ),
});
type Gap = z.output<typeof answer>['gaps'][number];

const shown = ({ count, kinds, intents, languages, examples }: Gap): string =>
  [
    `${String(count)} × ${kinds.join(', ')}  ${intents.join(', ')}  ${languages.join(', ')}`,
    ...examples.map((text) => `  ${text.replace(/\s+/g, ' ').slice(0, 200)}`),
  ].join('\n');

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      tenant: z.string().refine(isTenantId, 'a tenant id is 10 characters of a-z and 0-9'),
      json: z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const { gaps } = answer.parse(
    await connect(targetOf(given)).invoke('collect-unanswered', { tenant: given.tenant }),
  );
  if (given.json === true) console.log(JSON.stringify(gaps));
  else
    console.log(
      gaps.length === 0 ? 'nothing: every question found its answer' : gaps.map(shown).join('\n\n'),
    );
});
