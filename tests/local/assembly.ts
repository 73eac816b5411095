/** Writes small cloud assemblies into a temporary folder, as `cdk synth` would. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type WrittenStack = {
  readonly name: string;
  readonly region?: string;
  readonly account?: string;
  readonly template: object;
  /** Files of each asset, by its hash. */
  readonly assets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const write = (file: string, text: string) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** Registers what is to be cleaned up: by default when the test is over. */
export type WhenDone = (cleanup: () => void | Promise<void>) => void;

/** A folder that is gone when the test is over. */
export const temporaryFolder = (whenDone: WhenDone = onTestFinished): string => {
  const folder = mkdtempSync(join(tmpdir(), 'local-machine-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Writes the stacks into the folder, in a nested assembly of that name if one is given. */
export const writeAssembly = (folder: string, stacks: readonly WrittenStack[], nested?: string): string => {
  const inside = nested === undefined ? folder : join(folder, nested);
  const artifacts: Record<string, object> = {};
  for (const { name, region = 'sa-east-1', account = 'unknown-account', template, assets } of stacks) {
    const templateFile = `${name}.template.json`;
    write(join(inside, templateFile), JSON.stringify(template));
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: `aws://${account}/${region}`,
      properties: { templateFile, stackName: name },
    };
    artifacts[`${name}.assets`] = { type: 'cdk:asset-manifest', properties: { file: `${name}.assets.json` } };
    // CDK stages the assets of every nested assembly in the outermost one.
    for (const [hash, files] of Object.entries(assets ?? {}))
      for (const [file, text] of Object.entries(files)) write(join(folder, `asset.${hash}`, file), text);
  }
  write(join(inside, 'manifest.json'), JSON.stringify({ version: '55.0.0', artifacts }));
  if (nested === undefined) return folder;
  const properties = { directoryName: nested };
  const outer = { artifacts: { [nested]: { type: 'cdk:cloud-assembly', properties } } };
  write(join(folder, 'manifest.json'), JSON.stringify(outer));
  return folder;
};
