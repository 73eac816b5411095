/** `npm run inbox`: what waits for a person. */
import * as z from 'zod';
import { command, readArguments, targetArguments, targetOf } from './operate/arguments.ts';
import { connect } from './operate/connection.ts';
import { askDesk, showInbox } from './operate/desk.ts';
import { deskLocales } from './operate/desk-words.ts';

await command(async () => {
  const given = readArguments(
    {
      ...targetArguments,
      tenant: z.string().optional(),
      locale: z.enum(deskLocales).optional(),
      json: z.boolean().optional(),
    },
    process.argv.slice(2),
  );
  const answer = await askDesk(connect(targetOf(given)), {
    action: 'inbox',
    ...(given.tenant === undefined ? {} : { tenant: given.tenant }),
  });
  if ('inbox' in answer)
    console.log(given.json ? JSON.stringify(answer.inbox) : showInbox(answer, given.locale ?? 'zh-CN'));
});
