/** `npm run approve -- --draft D`: sends a draft after a person has read it, with other words if `--text` gives them. */
import * as z from 'zod';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { connect } from './operate/connection.ts';
import { askDesk } from './operate/desk.ts';

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      draft: z.string(),
      text: z.string().optional(),
      tenant: z.string().optional(),
      agent: z.string().optional(),
    },
    process.argv.slice(2),
  );
  const { stage: _stage, region: _region, data: _data, ...request } = given;
  console.log(JSON.stringify(await askDesk(connect(targetOf(given)), { action: 'approve', ...request })));
});
