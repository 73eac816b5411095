/** The first tier on the reserved cases: figures by language, region and trait, and which dialect is left behind. */
import { readdir, readFile } from 'node:fs/promises';
import { parseCase } from '../../functions/core/understanding/evaluation/case.ts';
import { type Judged } from '../../functions/core/understanding/evaluation/judge.ts';
import { maskingFigures } from '../../functions/core/understanding/evaluation/masking.ts';
import { reportOf } from '../../functions/core/understanding/evaluation/report.ts';
import { createFirstTier } from '../../functions/core/understanding/first-tier.ts';
import { understand } from '../../functions/core/understanding/understand.ts';
import { tableFile } from '../training-files.ts';

const casesFolder = new URL('../../tests/evaluation/understanding/', import.meta.url);
const maskingSeed = 20_261_120;

const judgedCases = async (): Promise<Judged[]> => {
  const tier = createFirstTier(await readFile(tableFile));
  const judged: Judged[] = [];
  for (const name of (await readdir(casesFolder)).filter((file) => file.endsWith('.jsonl')).sort()) {
    const lines = (await readFile(new URL(name, casesFolder), 'utf8')).split('\n');
    for (const line of lines.filter((one) => one.trim() !== '')) {
      const reserved = parseCase(line);
      judged.push({ reserved, answer: understand(tier, { text: reserved.text }) });
    }
  }
  return judged;
};

/** Prints the report; false when a dialect is left behind. */
export const evaluateUnderstanding = async (): Promise<boolean> => {
  const { lines, fair } = reportOf(await judgedCases(), maskingFigures(maskingSeed));
  process.stdout.write(`${lines.join('\n')}\n`);
  return fair;
};
