/** Templates of both regions, rights that nobody uses, and a right that is taken away. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { exactly, type Figure, type Scope } from '../figure.ts';
import { startLocal, type LocalMachine } from '../local-machine.ts';
import { webhookOf } from './conversations.ts';
import { post } from './shop.ts';

const forbidden = [/comprehend/i, /translate/i, /amazon\.nova/i, /"us\./, /"global\./, /:us\./, /:global\./];

const templates = (assembly: string, part: string): readonly string[] =>
  readdirSync(assembly).filter((file) => file.endsWith('.template.json') && file.includes(part));

export const brazilIsFenced = (scope: Scope): readonly Figure[] => {
  const brazil = templates(scope.assembly, 'sa-east-1');
  const found = brazil.flatMap((file) =>
    forbidden
      .filter((words) => words.test(readFileSync(join(scope.assembly, file), 'utf8')))
      .map((words) => `${file} ${String(words)}`),
  );
  return [
    exactly(
      'main.synth-regions',
      ['sa-east-1', 'us-east-1'].filter((region) => templates(scope.assembly, region).length > 0).length,
      2,
    ),
    exactly('main.synth-brazil-forbidden-words', found.length, 0),
  ];
};

/** The same assembly with one action taken out of every statement of a part's roles. */
const without = (assembly: string, copy: string, action: string): void => {
  cpSync(assembly, copy, { recursive: true });
  for (const file of templates(copy, 'conversation')) {
    const path = join(copy, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`"${action}"`, '"sqs:GetQueueUrl"'));
  }
};

export const missingRight = async (scope: Scope): Promise<readonly Figure[]> => {
  const action = 'dynamodb:PutItem';
  const copy = join(scope.folder, 'without-a-right');
  without(scope.assembly, copy, action);
  const machine = await startLocal({
    data: join(scope.folder, `right-${String(scope.seed)}`),
    assembly: copy,
  });
  const message = `right-${String(scope.seed)}`;
  await post(webhookOf(machine, 'luna-br'), 'luna-br', {
    conversation: message,
    message,
    buyer: 'buyer-1',
    text: 'oi',
  });
  const named = await machine.until(30, 'a log line that names the missing right', async () => {
    const line = machine
      .logs()
      .find((one) => one['name'] === 'failed' && JSON.stringify(one).includes('AccessDenied'));
    return line === undefined ? null : JSON.stringify(line);
  });
  await machine.stop();
  return [exactly('main.missing-right-named', named.includes(action) ? action : named, action)];
};

const report = z.object({
  unused: z.array(
    z.object({
      role: z.string(),
      action: z.string(),
      resource: z.union([z.string(), z.array(z.string())]).optional(),
    }),
  ),
});

/** Cases, the ledger's keepers and finance have journeys of their own: `prove -- escalation`, `prove -- metering`. */
const playedElsewhere = /-metering-|-escalation-|-finance$/;

/** After every journey has run: rights that nothing used are listed, so that they can be taken away. */
export const unusedRights = async (machine: LocalMachine): Promise<readonly Figure[]> => {
  const { unused: all } = report.parse(await machine.permissions());
  const unused = all.filter(({ role }) => !playedElsewhere.test(role));
  for (const { role, action } of unused)
    console.error(`unused right: ${role.split('/').at(-1) ?? ''} ${action}`);
  return [{ name: 'main.unused-rights-listed', value: unused.length, bound: 'told', ok: true }];
};
