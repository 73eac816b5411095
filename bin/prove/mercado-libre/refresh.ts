/** Refresh tokens that work once, in 100,000 interleavings: never two refreshes at a time, nothing lost that could be kept. */
import { chanceOf, exactly, scaled, type Figure, type Scope } from '../figure.ts';
import { playRefreshes } from './refresh-play.ts';

export const refreshes = async (scope: Scope): Promise<readonly Figure[]> => {
  const plays = scaled(scope, 100_000, 1000);
  const chance = chanceOf(scope.seed);
  let most = 0;
  let lostNeedlessly = 0;
  let lost = 0;
  let silent = 0;
  let falseAlarms = 0;
  for (let play = 0; play < plays; play += 1) {
    const played = await playRefreshes(chance);
    most = Math.max(most, played.mostInFlight);
    if (played.lost) lost += 1;
    if (played.lost && !played.couldNotBeAvoided) lostNeedlessly += 1;
    if (played.lost && played.alarms === 0) silent += 1;
    if (!played.lost && played.alarms > 0) falseAlarms += 1;
  }
  return [
    exactly('mercado-libre.refresh-plays', plays, scaled(scope, 100_000, 1000)),
    exactly('mercado-libre.refresh-most-in-flight', most, 1),
    exactly('mercado-libre.refresh-lost-needlessly', lostNeedlessly, 0),
    exactly('mercado-libre.refresh-lost-in-silence', silent, 0),
    exactly('mercado-libre.refresh-false-alarms', falseAlarms, 0),
    // What the plays must hold to prove anything: tokens that nobody could have saved.
    { name: 'mercado-libre.refresh-lost-unavoidably', value: lost, bound: '> 0', ok: lost > 0 },
  ];
};
