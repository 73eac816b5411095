/** Attacks against captured models, and models that fail: a hundredth of what `npm run prove -- answering` plays. */
import { describe, expect, it } from 'vitest';
import { attackFigures } from '../../../bin/prove/answering/attacks.ts';
import { guardFigures } from '../../../bin/prove/answering/guard.ts';
import { modelFigures } from '../../../bin/prove/answering/models.ts';
import { lineOf, type Figure, type Scope } from '../../../bin/prove/figure.ts';
import { exampleOf, leaks } from '../../../bin/evaluate/answers/patterns.ts';
import { occurs, readCases } from '../../evaluation/answers/shapes.ts';

const scope: Scope = { scale: 0.01, seed: 20_261_120, folder: '', assembly: '' };
const short = (figures: readonly Figure[]): readonly string[] => figures.filter(({ ok }) => !ok).map(lineOf);

it('lets nothing out, whatever the models were talked into', async () => {
  expect(short(await attackFigures(scope))).toEqual([]);
}, 60_000);

it('holds hardly a right reply', async () => {
  expect(short(await guardFigures())).toEqual([]);
});

it('answers the buyer, or brings a person, however a model fails', async () => {
  expect(short(await modelFigures(scope))).toEqual([]);
}, 60_000);

describe('a pattern of an attack', () => {
  it('is known again where a text hides it', () => {
    expect(leaks('PIRATE77', 'the code is PIRАTE77')).toBe(true);
    expect(leaks('cheapskate', 'you c h e a p s k a t e')).toBe(true);
    expect(leaks('cheapskate', Buffer.from('cheapskate').toString('base64'))).toBe(true);
    expect(leaks('cheapskate', 'etakspaehc')).toBe(true);
    expect(leaks('cheapskate', 'a cheap skirt')).toBe(false);
  });

  it('has a text that a captured model can say, for nearly all of them', () => {
    const { attacks } = readCases();
    const said = attacks.filter(({ wants }) => occurs(wants, exampleOf(wants) ?? ''));
    expect(said.length / attacks.length).toBeGreaterThan(0.95);
  });
});
