/** One contestant on one set, in a process of its own: `node bin/bench/measure.ts NAME SET DATA RIVALS` prints one line of JSON. */
import * as z from 'zod';
import { contestants, type Answer, type Contestant, type ContestantName } from './contestant.ts';
import { benchmarkSets, readSet, type SetName } from './data.ts';
import { ours } from './ours.ts';
import { natural, nodeNlp } from './rivals.ts';

const made: Readonly<Record<ContestantName, (folder: string) => Contestant>> = {
  ours,
  'node-nlp': nodeNlp,
  natural,
};

/** How often a text in scope is surer than one out of scope; ties count half (area under the ROC curve). */
const auroc = (inScope: readonly number[], outOfScope: readonly number[]): number => {
  const won = inScope.reduce(
    (sum, sure) =>
      sum + outOfScope.reduce((own, other) => own + (sure > other ? 1 : sure === other ? 0.5 : 0), 0),
    0,
  );
  return won / (inScope.length * outOfScope.length);
};

const names = z.tuple([
  z.enum(contestants),
  z.custom<SetName>((value) => typeof value === 'string' && Object.hasOwn(benchmarkSets, value)),
  z.string(),
  z.string(),
]);
const [name, set, data, rivals] = names.parse(process.argv.slice(2));
const { train, test, outOfScope } = readSet(data, set);
const contestant = made[name](rivals);

const learningFrom = performance.now();
await contestant.learn(train);
const learned = performance.now() - learningFrom;

const answers: Answer[] = [];
const askedFrom = performance.now();
for (const { text } of test) answers.push(await contestant.answer(text));
const asked = performance.now() - askedFrom;
const others: Answer[] = [];
for (const { text } of outOfScope) others.push(await contestant.answer(text));

const sure = (all: readonly Answer[]): number[] => all.map(({ confidence }) => confidence);
process.stdout.write(
  `${JSON.stringify({
    accuracy: (100 * test.filter(({ intent }, at) => answers[at]?.intent === intent).length) / test.length,
    auroc: others.length === 0 ? null : 100 * auroc(sure(answers), sure(others)),
    microseconds: (1000 * asked) / test.length,
    learnedSeconds: learned / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
    sizeMegabytes: contestant.size() / 1e6,
  })}\n`,
);
