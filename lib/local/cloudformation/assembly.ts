/** Reads a cloud assembly (cdk.out): which stacks were synthesized for a region, and where their assets are. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readTemplate } from './template.ts';
import type { Template } from './template.ts';

export type SynthesizedStack = {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly template: Template;
  /** Folders that may hold its assets: its own assembly and the ones around it. */
  readonly folders: readonly string[];
};

const artifactShape = z.object({
  type: z.string(),
  environment: z.string().optional(),
  properties: z
    .object({
      templateFile: z.string().optional(),
      stackName: z.string().optional(),
      directoryName: z.string().optional(),
    })
    .optional(),
});

const manifestShape = z.object({ artifacts: z.record(z.string(), artifactShape).default({}) });

type Artifact = z.infer<typeof artifactShape>;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const environment = /^aws:\/\/([^/]+)\/([^/]+)$/u;

const stackOf = (id: string, artifact: Artifact, folders: readonly string[]): SynthesizedStack => {
  const [, account = '', region = ''] = environment.exec(artifact.environment ?? '') ?? [];
  const file = artifact.properties?.templateFile;
  if (file === undefined) throw new Error(`stack ${id} of the cloud assembly names no template`);
  const [folder = ''] = folders;
  const name = artifact.properties?.stackName ?? id;
  return { name, region, account, template: readTemplate(readJson(join(folder, file)), name), folders };
};

/** Every stack of the assembly and of the assemblies nested in it (CDK makes one for each Stage). */
export const readAssembly = (folder: string, around: readonly string[] = []): readonly SynthesizedStack[] => {
  const folders = [folder, ...around];
  const { artifacts } = manifestShape.parse(readJson(join(folder, 'manifest.json')));
  return Object.entries(artifacts).flatMap(([id, artifact]) => {
    if (artifact.type === 'aws:cloudformation:stack') return [stackOf(id, artifact, folders)];
    if (artifact.type === 'cdk:cloud-assembly')
      return readAssembly(join(folder, artifact.properties?.directoryName ?? id), folders);
    return [];
  });
};

/** Asset files are named by their hash in a template: `<hash>.zip` is the folder `asset.<hash>` of the assembly. */
export const assetFolder = (stack: Pick<SynthesizedStack, 'name' | 'folders'>, key: string): string => {
  const name = `asset.${key.replace(/\.zip$/u, '')}`;
  const found = stack.folders.map((folder) => join(folder, name)).find(existsSync);
  if (found === undefined) throw new Error(`stack ${stack.name}: no ${name} in ${stack.folders.join(', ')}`);
  return found;
};
