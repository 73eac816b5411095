/** `npm run show -- --conversation C`: a conversation with its turns, as one JSON line. */
import * as z from 'zod';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { connect } from './operate/connection.ts';
import { askDesk } from './operate/desk.ts';

await command(async () => {
  const given = readArguments(
    { ...targetArguments, conversation: z.string(), tenant: z.string().optional() },
    process.argv.slice(2),
  );
  const { stage: _stage, region: _region, data: _data, ...request } = given;
  console.log(JSON.stringify(await askDesk(connect(targetOf(given)), { action: 'show', ...request })));
});
