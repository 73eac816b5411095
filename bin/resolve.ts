/** `npm run resolve`: ends a case; the buyer's next message opens the conversation again. */
import * as z from 'zod';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { connect } from './operate/connection.ts';
import { askDesk } from './operate/desk.ts';

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      conversation: z.string(),
      tenant: z.string().optional(),
      agent: z.string().optional(),
      json: z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const { stage: _stage, region: _region, data: _data, json: _json, ...request } = given;
  console.log(JSON.stringify(await askDesk(connect(targetOf(given)), { action: 'resolve', ...request })));
});
