/** The reserved cases and the trained table, as every figure of the first tier needs them. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseCase, type Case } from '../../../functions/core/understanding/evaluation/case.ts';
import { createFirstTier, type FirstTier } from '../../../functions/core/understanding/first-tier.ts';
import { tableFile } from '../../training-files.ts';

const folder = new URL('../../../tests/evaluation/understanding/', import.meta.url);

export const trainedTier = (): FirstTier => createFirstTier(readFileSync(tableFile));

export const reservedCases = (): readonly Case[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map(parseCase);
