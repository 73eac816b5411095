/** The training phrases: enough, varied, parsable, and none of them a reserved case. */
import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPhrases, readSentences } from '../../../bin/training-files.ts';
import { intents } from '../../../functions/core/domain/intent.ts';
import { parseCase } from '../../../functions/core/understanding/evaluation/case.ts';
import type { Phrase } from '../../../functions/core/understanding/training/phrase.ts';
import { families, foldedWords, nearDuplicates } from './phrase-variety.ts';

const fewest = 120;
const languages = ['es', 'pt', 'en'];
const reservedFolder = new URL('../../evaluation/understanding/', import.meta.url);

let phrases: readonly Phrase[] = [];
let files: Readonly<Record<string, readonly string[]>> = {};
beforeAll(async () => {
  phrases = await readPhrases();
  const names = [...new Set(phrases.map(({ language, intent }) => `${language}/${intent}`))];
  files = Object.fromEntries(
    names.map((name) => [
      name,
      phrases.filter(({ language, intent }) => name === `${language}/${intent}`).map(({ text }) => text),
    ]),
  );
});

const faults = (find: (texts: readonly string[]) => readonly string[]): readonly string[] =>
  Object.entries(files).flatMap(([name, texts]) => find(texts).map((fault) => `${name}: ${fault}`));

describe('phrases', () => {
  it('are enough for each intent in each language that is answered', () => {
    const thin = languages.flatMap((language) =>
      intents.map((intent) => `${language}/${intent}`).filter((name) => (files[name]?.length ?? 0) < fewest),
    );
    expect(thin).toEqual([]);
  });

  it('come from the four regions of Spanish, Brazil and the United States', () => {
    const variants = new Set(phrases.map(({ variant }) => variant));
    for (const variant of ['es-MX', 'es-AR', 'es-CO', 'es-CL', 'pt-BR', 'en-US'])
      expect(variants).toContain(variant);
  });

  it('do not repeat each other', () => {
    expect(faults(nearDuplicates)).toEqual([]);
  });

  it('are cut from no template', () => {
    expect(faults(families)).toEqual([]);
  });

  it('of other languages are at least 80 for each that letters alone do not tell', async () => {
    const counts = Map.groupBy(await readSentences(), ({ language }) => language);
    const thin = [...counts].filter(([, sentences]) => sentences.length < 80).map(([language]) => language);
    expect(thin).toEqual([]);
  });
});

describe('a phrase', () => {
  it('that says nearly the same as another is found', () => {
    const line = 'hola quiero saber donde esta mi pedido que compre ayer';
    expect(nearDuplicates([line, `${line} 😡`, 'algo muy distinto de todo eso'])).toHaveLength(1);
    expect(nearDuplicates(['¿Dónde está?', 'donde esta'])).toHaveLength(1);
    expect(nearDuplicates(['😡', '👍', 'ok', 'sí'])).toEqual([]);
  });

  it('of a family cut from one template is found, by its beginning and by its middle', () => {
    const things = ['mesa', 'silla', 'taza', 'gorra', 'falda', 'media', 'llave'];
    expect(families(things.slice(0, 5).map((thing) => `quiero saber de la ${thing}`))).toEqual([
      '5 × quiero saber de la',
    ]);
    expect(families(things.map((thing) => `la ${thing} todavía no me llega ayuda`))).toEqual([
      '7 × todavia no me llega ayuda',
    ]);
    expect(families(things.slice(0, 4).map((thing) => `quiero saber de la ${thing}`))).toEqual([]);
  });
});

/** "ok", "bom dia", "tracking": words of the language, which whoever writes buyers' messages writes. */
const commonTo = 2;

describe('reserved cases', () => {
  it('are not among the training phrases, but for words that everybody says', async () => {
    const names = (await readdir(reservedFolder)).filter((name) => name.endsWith('.jsonl'));
    const texts = await Promise.all(names.map((name) => readFile(new URL(name, reservedFolder), 'utf8')));
    const reserved = new Set(
      texts
        .flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''))
        .map((line) => foldedWords(parseCase(line).text).join(' ')),
    );
    const shared = [...phrases, ...(await readSentences())]
      .map(({ text }) => foldedWords(text))
      .filter((words) => words.length > commonTo && reserved.has(words.join(' ')))
      .map((words) => words.join(' '));
    expect(shared).toEqual([]);
  });
});
