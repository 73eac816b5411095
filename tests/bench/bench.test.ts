/** The benchmark where its data are not, and our learner as it takes part. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ours } from '../../bin/bench/ours.ts';

describe('bench', () => {
  it('says that there is nothing to compare where the data are not, and that is no failure', () => {
    const { status, stdout } = spawnSync(process.execPath, ['bin/bench.ts', '--data', 'no-such-folder'], {
      cwd: new URL('../../', import.meta.url),
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('no benchmark data')]);
  });

  it('asks our learner, which is surer of what it learned than of anything else', async () => {
    const learner = ours();
    const of = (intent: string, texts: readonly string[]) => texts.map((text) => ({ text, intent }));
    await learner.learn([
      ...of('weather', ['will it rain today', 'will it rain tomorrow', 'is it sunny today']),
      ...of('music', ['play some music', 'play the next song', 'put on some music']),
    ]);
    const known = await learner.answer('will it rain today');
    const strange = await learner.answer('quadratic equations');
    expect(known.intent).toBe('weather');
    expect(known.confidence).toBeGreaterThan(strange.confidence);
    expect(learner.size()).toBeGreaterThan(0);
  });
});
