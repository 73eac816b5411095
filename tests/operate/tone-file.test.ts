/** A seller's own tone as its file sets it: stored with the seller, and refused by path where it is wrong. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTone, withTone } from '../../bin/operate/tone-file.ts';
import { tenant } from '../fakes/builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'recado-tone-'));
const written = (text: string): string => {
  const file = join(folder, 'tone.json');
  writeFileSync(file, text);
  return file;
};
const refused = (text: string): string => {
  const file = written(text);
  try {
    readTone(file);
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : '';
  }
  return '';
};

describe('a tone file', () => {
  it('sets emoji and words, and leaves everything else of the seller as it is', () => {
    const file = written('{"emoji":"none","forbidden":[" barato ","oferta relámpago","barato"]}');
    const modes = [{ channel: '*', intent: '*', mode: 'review' }] as const;
    expect(withTone({ ...tenant, modes }, file)).toEqual({
      ...tenant,
      modes,
      tone: { emoji: 'none', forbidden: ['barato', 'oferta relámpago'] },
    });
  });

  it('that says nothing is the tone as usual', () => {
    expect(readTone(written('{}'))).toEqual({ emoji: 'as-usual', forbidden: [] });
  });

  it('is refused with every fault by its path', () => {
    const faults = refused('{"emoji":"few","forbidden":["ok",""," 😊 ",7],"words":[]}').split('\n');
    expect(faults.map((fault) => fault.split(': ').slice(0, 2).join(': '))).toEqual(
      expect.arrayContaining([
        'tone.json: emoji',
        'tone.json: forbidden.1',
        'tone.json: forbidden.2',
        'tone.json: forbidden.3',
      ]),
    );
    expect(faults.join('\n')).toContain('words');
    expect(refused('no')).toBe('tone.json: is no JSON');
  });
});
