/** Where the first tier's training data lie, and the hash that ties a table to them. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { intents } from '../functions/core/domain/intent.ts';
import {
  parsePhrase,
  parseSentence,
  type Phrase,
  type Sentence,
} from '../functions/core/understanding/training/phrase.ts';

export const understandingFolder = new URL('../functions/core/understanding/', import.meta.url);
/** The trained table, copied beside each Lambda that understands. */
export const tableFile = new URL('model/first-tier.bin', understandingFolder);
/** The phrases that the second tier is shown. */
export const examplesFile = new URL('examples/phrases.ts', understandingFolder);
const phrasesFolder = new URL('phrases/', understandingFolder);
const languages = ['es', 'pt', 'en'];

const lines = async (file: URL): Promise<string[]> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.trim() !== '');
};

const parsed = <Value>(file: URL, all: readonly string[], parse: (line: string) => Value): Value[] =>
  all.map((line, at) => {
    try {
      return parse(line);
    } catch (error) {
      throw new Error(
        `${file.pathname}:${at + 1}: ${error instanceof Error ? error.message : 'unreadable'}`,
        { cause: error },
      );
    }
  });

/** @throws naming file and line of the first phrase that is wrong */
export const readPhrases = async (): Promise<Phrase[]> => {
  const phrases: Phrase[] = [];
  for (const language of languages) {
    for (const intent of intents) {
      const file = new URL(`${language}/${intent}.jsonl`, phrasesFolder);
      phrases.push(...parsed(file, await lines(file), (line) => parsePhrase(line, language, intent)));
    }
  }
  return phrases;
};

export const readSentences = async (): Promise<Sentence[]> => {
  const folder = new URL('languages/', phrasesFolder);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
  const sentences: Sentence[] = [];
  for (const name of names) {
    const file = new URL(name, folder);
    sentences.push(
      ...parsed(file, await lines(file), (line) => parseSentence(line, name.replace('.jsonl', ''))),
    );
  }
  return sentences;
};

/** Everything that decides the bytes of the table: phrases and the sources that training runs through; not a tenant's own layer. */
const trainedBy =
  /^(?:phrases\/.*\.jsonl|training\/(?!tenant\.ts).*\.ts|language\/common-words\.ts|concepts\/.*\.ts|(?:concepts|features|first-tier|hashing|linear-model|slang|spelling|table-format|text)\.ts|rules\/pattern\.ts)$/;

/** SHA-256 over names and contents, in hexadecimal. */
export const trainingHash = async (): Promise<string> => {
  const names = await readdir(understandingFolder, { recursive: true });
  const hash = createHash('sha256');
  for (const name of names
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => trainedBy.test(path))
    .sort()) {
    hash.update(`${name}\n`);
    hash.update(await readFile(new URL(name, understandingFolder)));
  }
  return hash.digest('hex');
};
