/** Retrains the first tier from the phrases in the repository: `npm run train`. The same phrases give the same bytes. */
import { readFile, writeFile } from 'node:fs/promises';
import { examplesSource } from '../functions/core/understanding/examples/choose.ts';
import { encodeTables } from '../functions/core/understanding/table-format.ts';
import { train } from '../functions/core/understanding/training/train.ts';
import {
  examplesFile,
  readPhrases,
  readSentences,
  tableFile,
  trainingHash,
  understandingFolder,
} from './training-files.ts';

const phrases = await readPhrases();
const sentences = await readSentences();
const { tables, report } = train(phrases, sentences);
const bytes = encodeTables(tables);
const description = {
  trainedFrom: await trainingHash(),
  bytes: bytes.length,
  intents: tables.intent.heads.find(({ name }) => name === 'intent')?.classes ?? [],
  languages: tables.language.heads[0]?.classes ?? [],
  temperatures: tables.temperatures,
  thresholds: tables.thresholds,
  heldBack: report,
};
const before = await readFile(tableFile).catch(() => null);
await writeFile(tableFile, bytes);
await writeFile(examplesFile, examplesSource(phrases));
await writeFile(
  new URL('model/model.json', understandingFolder),
  `${JSON.stringify(description, null, 2)}\n`,
);
process.stdout.write(
  `${JSON.stringify({ ...report, bytes: bytes.length, same: before?.equals(bytes) ?? false })}\n`,
);
