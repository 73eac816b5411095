/** `npm run inbox`: what waits for a person, whoever has waited longest in vain first. */
import * as z from 'zod';
import { command } from './operate/arguments.ts';
import { showInbox } from './operate/desk.ts';
import { askWith } from './operate/desk-arguments.ts';

await command(async () => {
  const filters = {
    state: z.enum(['waiting', 'taken', 'draft', 'waiting-for-approval']).optional(),
    of: z.string().optional(),
    language: z.string().optional(),
    mood: z.enum(['positive', 'neutral', 'negative', 'angry']).optional(),
    because: z.string().optional(),
    channel: z.string().optional(),
    overdue: z.boolean().optional(),
  };
  const { answer, json, locale } = await askWith('inbox', filters, (given) => given);
  if ('inbox' in answer) console.log(json ? JSON.stringify(answer.inbox) : showInbox(answer, locale));
});
