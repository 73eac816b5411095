/** Two well-known learners of npm, used as their documentation says, from the folder that they were installed to. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import type { Contestant } from './contestant.ts';

type NlpManager = {
  readonly addDocument: (language: string, text: string, intent: string) => void;
  readonly train: () => Promise<void>;
  readonly process: (language: string, text: string) => Promise<unknown>;
  readonly export: () => string;
};
type BayesClassifier = {
  readonly addDocument: (text: string, intent: string) => void;
  readonly train: () => void;
  readonly getClassifications: (text: string) => unknown;
};

const isClass = (value: unknown): boolean => typeof value === 'function';
const nodeNlpModule = z.object({
  NlpManager: z.custom<new (settings: object) => NlpManager>(isClass),
});
const naturalModule = z.object({ BayesClassifier: z.custom<new () => BayesClassifier>(isClass) });
const processed = z.object({ intent: z.string(), score: z.number() });
const classifications = z.array(z.object({ label: z.string(), value: z.number() })).min(1);

/** @param folder where npm installed the package */
const required = (folder: string, name: string): unknown => createRequire(join(folder, 'package.json'))(name);

/** @throws when the package is not there, or is another one */
export const nodeNlp = (folder: string): Contestant => {
  const { NlpManager } = nodeNlpModule.parse(required(folder, 'node-nlp'));
  const manager = new NlpManager({
    languages: ['en'],
    autoSave: false,
    autoLoad: false,
    modelFileName: '',
    nlu: { log: false },
  });
  return {
    learn: async (rows) => {
      for (const { text, intent } of rows) manager.addDocument('en', text, intent);
      await manager.train();
    },
    answer: async (text) => {
      const { intent, score } = processed.parse(await manager.process('en', text));
      // It names no intent where no word is known.
      return { intent, confidence: intent === 'None' ? 0 : score };
    },
    size: () => Buffer.byteLength(manager.export()),
  };
};

/** @throws when the package is not there, or is another one */
export const natural = (folder: string): Contestant => {
  const { BayesClassifier } = naturalModule.parse(required(folder, 'natural'));
  const classifier = new BayesClassifier();
  return {
    learn: async (rows) => {
      for (const { text, intent } of rows) classifier.addDocument(text, intent);
      classifier.train();
    },
    answer: async (text) => {
      const all = classifications.parse(classifier.getClassifications(text));
      const [best] = all;
      const total = all.reduce((sum, { value }) => sum + value, 0);
      return { intent: best?.label ?? '', confidence: total === 0 ? 0 : (best?.value ?? 0) / total };
    },
    size: () => Buffer.byteLength(JSON.stringify(classifier)),
  };
};
