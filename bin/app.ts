/** The CDK app: reads the stages, bundles every Lambda once, and places the stacks of each stage and region. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readStages } from '../lib/config/stage.ts';
import { bundleFunctions } from '../lib/constructs/bundle.ts';
import { checksFor } from '../lib/constructs/house-checks.ts';
import { placeStages } from '../lib/stacks/recado.ts';

const root = join(import.meta.dirname, '..');
const app = new App();

/** An object from `cdk.json`, or the name of a file that holds one (`-c stages=FILE`). */
const given: unknown = app.node.tryGetContext('stages');
const chosen: unknown = app.node.tryGetContext('stage');
const read = readStages(
  typeof given === 'string' ? JSON.parse(readFileSync(given, 'utf8')) : given,
  typeof chosen === 'string' ? chosen : undefined,
);

if (read.ok) {
  const bundles = join(root, '.build', 'functions');
  await bundleFunctions(root, bundles);
  placeStages(app, read.stages, (lambda) => Code.fromAsset(join(bundles, lambda)));
  Validations.of(app).addPlugins(...checksFor(app, read.stages));
  app.synth();
} else {
  for (const fault of read.faults) console.error(fault);
  process.exitCode = 1;
}
