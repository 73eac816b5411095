/** How large the bundles are, and how soon a fresh process has handled its first event, beside an empty handler. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atMost, percentile, scaled, type Figure, type Scope } from '../figure.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const bundles = join(root, '.build', 'functions');

/** Everything that any Lambda needs to start; addresses lead nowhere. */
const environment = {
  HOME_REGION: 'sa-east-1',
  AWS_REGION: 'sa-east-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
  POWERTOOLS_DEV: 'false',
  ...Object.fromEntries(
    [
      'INBOUND_QUEUE_URL',
      'POINTERS_QUEUE_URL',
      'UNREADABLE_QUEUE_URL',
      'REGISTRATIONS_TABLE',
      'ACCESS_KEY_ARN',
      'BODIES_BUCKET',
      'ID_KEY_SECRET',
    ].map((name) => [name, 'http://127.0.0.1:9/x']),
  ),
};

/** A call that is refused before anything of AWS is asked: the whole way through the layers and the flow. */
const refusedCall = {
  version: '2.0',
  rawPath: '/webhooks/none/none',
  headers: {},
  pathParameters: { channel: 'none', registration: 'none' },
  requestContext: { http: { method: 'POST' } },
  isBase64Encoded: false,
  body: '',
};

/** Milliseconds from the start of a fresh process to its first handled event. */
const firstEventMilliseconds = (file: string): number => {
  const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)}); await handler(${JSON.stringify(refusedCall)}, {}); console.log('took', performance.now()); process.exit(0);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: environment,
    encoding: 'utf8',
  });
  return Number(/took ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
};

export const bundleSizes = (): readonly Figure[] => {
  const sizes = readdirSync(bundles).map((name) => ({
    name,
    kilobytes: statSync(join(bundles, name, 'index.mjs')).size / 1000,
  }));
  return sizes.map(({ name, kilobytes }) =>
    atMost(`main.bundle.${name}`, kilobytes, name === 'receive-webhook' ? 120 : 700, 'KB'),
  );
};

export const firstEventOfTheWebhook = (scope: Scope): readonly Figure[] => {
  const empty = join(scope.folder, 'empty');
  mkdirSync(empty, { recursive: true });
  writeFileSync(join(empty, 'index.mjs'), 'export const handler = async () => ({});\n');
  const webhook: number[] = [];
  const nothing: number[] = [];
  for (let run = 0; run < scaled(scope, 25, 5); run += 1) {
    nothing.push(firstEventMilliseconds(join(empty, 'index.mjs')));
    webhook.push(firstEventMilliseconds(join(bundles, 'receive-webhook', 'index.mjs')));
  }
  const ratio = percentile(webhook, 0.5) / percentile(nothing, 0.5);
  return [atMost('main.webhook-first-event-over-empty', ratio, 3, 'x')];
};
