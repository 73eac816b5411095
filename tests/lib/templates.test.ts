/** The rules of the house over every template of every stage and region, and a snapshot of each stage. */
import { expect, it } from 'vitest';
import { alarmRules } from './rules/alarms.ts';
import { lambdaRules } from './rules/lambdas.ts';
import { queueRules } from './rules/queues.ts';
import { rightsRules } from './rules/rights.ts';
import { stackRules } from './rules/stacks.ts';
import { storageRules } from './rules/storage.ts';
import { ownStages, templatesOf } from './template-rules.ts';

const stages = ownStages();
const templates = templatesOf(stages);

stackRules(templates);
lambdaRules(templates);
queueRules(templates);
storageRules(templates);
rightsRules(templates);
alarmRules(templates);

/* The regions take turns, so that each is seen whole without storing every template twice. */
it.each(stages.map(({ name, regions }, turn) => [name, regions[turn % regions.length]]))(
  'changes no template of %s in %s unseen',
  (stage, region) => {
    const bodies = templates.filter((template) => template.stage === stage && template.region === region);
    expect(Object.fromEntries(bodies.map(({ stack, body }) => [stack, body]))).toMatchSnapshot();
  },
);
