/** The conversations that other hands wrote, a part of them at every change: nothing wrong is ever said. */
import { expect, it } from 'vitest';
import { answers } from '../../../bin/prove/answering/answers.ts';

it('answers conversations of strangers alone, and says nothing wrong', async () => {
  const figures = await answers({ scale: 0.3, seed: 1, folder: '', assembly: '' });
  expect(figures.filter(({ ok }) => !ok)).toEqual([]);
}, 30_000);
