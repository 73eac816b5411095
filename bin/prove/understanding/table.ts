/** The committed table is what the committed phrases give, byte by byte, and soon enough. */
import { readFileSync } from 'node:fs';
import { encodeTables } from '../../../functions/core/understanding/table-format.ts';
import { train } from '../../../functions/core/understanding/training/train.ts';
import { readPhrases, readSentences, tableFile } from '../../training-files.ts';
import { atMost, exactly, type Figure } from '../figure.ts';

export const retrained = async (): Promise<readonly Figure[]> => {
  const began = process.cpuUsage();
  const { tables } = train(await readPhrases(), await readSentences());
  // Processor time: what else runs on the machine does not count.
  const { user, system } = process.cpuUsage(began);
  const same = readFileSync(tableFile).equals(encodeTables(tables));
  return [
    exactly('understanding.retrained-bytes', same ? 'same' : 'different', 'same'),
    atMost('understanding.training-cpu', (user + system) / 1e6, 120, 's'),
  ];
};
