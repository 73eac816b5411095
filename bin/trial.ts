/** `npm run -s trial < judged.jsonl`: how often the first tier is right on a seller's own messages, as a person judged them. */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { intents } from '../functions/core/domain/intent.ts';
import { trialReport, type Judged } from '../functions/core/rating/trial-report.ts';
import { createFirstTier } from '../functions/core/understanding/first-tier.ts';
import { understand } from '../functions/core/understanding/understand.ts';
import { command } from './operate/arguments.ts';
import { CommandFault } from './operate/connection.ts';
import { tableFile } from './training-files.ts';

const judgedLine = z.object({ text: z.string(), intent: z.enum(intents), language: z.string().optional() });

const read = (line: string, number: number): z.output<typeof judgedLine> => {
  try {
    return judgedLine.parse(JSON.parse(line));
  } catch (error) {
    const because =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
        : 'the line is not JSON';
    throw new CommandFault(`line ${String(number)}: ${because}`);
  }
};

await command(async () => {
  const tier = createFirstTier(await readFile(tableFile));
  const judged: Judged[] = [];
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { text, intent, language } = read(line, number);
    const found = understand(tier, { text, conversationLanguage: language });
    judged.push({ language: language ?? found.language, said: found.intent, right: intent });
  }
  console.log(JSON.stringify(trialReport(judged), null, 2));
});
