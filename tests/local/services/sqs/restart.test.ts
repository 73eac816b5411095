import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { house, told } from './house.ts';
import type { House } from './house.ts';

let folder = '';
let at: House;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sqs-'));
  at = await house(folder);
});
afterEach(async () => at.close());

const restart = async () => {
  await at.close('keep');
  at = await house(folder, at.now());
};
const named = { MessageGroupId: 'A', MessageDeduplicationId: 'x' };

describe('after a restart', () => {
  it('messages are there with all they had', async () => {
    const { url } = at.queue('inbound.fifo');
    const attribute = { DataType: 'String', StringValue: 'x' };
    const sent = await at.send(url, 'kept', { ...named, MessageAttributes: { a: attribute } });
    await restart();
    const [message] = await at.receive(at.queue('inbound.fifo').url, { MessageAttributeNames: ['All'] });
    expect(message).toMatchObject({
      MessageId: sent.MessageId,
      Body: 'kept',
      MessageAttributes: { a: attribute },
      Attributes: { MessageGroupId: 'A', MessageDeduplicationId: 'x', SequenceNumber: sent.SequenceNumber },
    });
  });

  it('what was in flight is visible at once; the receive that was cut short does not count, earlier ones do', async () => {
    const { url } = at.queue('inbound.fifo', { VisibilityTimeout: 300 });
    await at.send(url, 'held', named);
    await at.receive(url);
    await restart();
    expect(told(await at.receive(at.queue('inbound.fifo').url))).toEqual(['held/1']);
    at.pass(300);
    expect(told(await at.receive(at.queue('inbound.fifo').url))).toEqual(['held/2']);
    await restart();
    expect(told(await at.receive(at.queue('inbound.fifo').url))).toEqual(['held/2']);
  });

  it('a delay still runs', async () => {
    const { url } = at.queue('plain');
    await at.send(url, 'later', { DelaySeconds: 60 });
    await restart();
    const again = at.queue('plain');
    expect(await at.receive(again.url)).toEqual([]);
    at.pass(60);
    expect(told(await at.receive(again.url))).toEqual(['later/1']);
  });

  it('a duplicate is still a duplicate', async () => {
    const first = await at.send(at.queue('inbound.fifo').url, 'once', named);
    await restart();
    const { url } = at.queue('inbound.fifo');
    const again = await at.send(url, 'twice', named);
    expect(again).toMatchObject({ MessageId: first.MessageId, SequenceNumber: first.SequenceNumber });
    expect(told(await at.receive(url))).toEqual(['once/1']);
  });

  it('numbers go on upwards, also when everything was deleted before', async () => {
    const before = at.queue('inbound.fifo');
    const first = await at.send(before.url, 'once', named);
    const [message] = await at.receive(before.url);
    await at.remove(before.url, message);
    await restart();
    const { url } = at.queue('inbound.fifo');
    const next = await at.send(url, 'next', { ...named, MessageDeduplicationId: 'y' });
    expect(BigInt(next.SequenceNumber ?? 0)).toBeGreaterThan(BigInt(first.SequenceNumber ?? 0));
  });
});

describe('after a kill without warning', () => {
  /** Sends for ever, tells each acknowledged message, deletes every second one. */
  const sender = `
    import { sqsService } from ${JSON.stringify(new URL('../../../../lib/local/services/sqs/sqs.ts', import.meta.url).href)};
    const place = { region: 'sa-east-1', account: '000000000000', data: process.argv[1], clock: Date.now };
    const sqs = sqsService(place, () => 'http://127.0.0.1');
    const { attributes } = sqs.provision({
      stack: 'test', logicalId: 'Q', type: 'AWS::SQS::Queue', properties: { QueueName: 'plain' },
    });
    for (let n = 0; ; n += 1) {
      sqs.send(attributes.Arn, { body: String(n) }, 'tester');
      process.stdout.write('sent ' + n + '\\n');
      const [message] = n % 2 ? await sqs.receive(attributes.Arn, { most: 1, waitSeconds: 0 }) : [];
      if (message) {
        process.stdout.write('deleting ' + message.body + '\\n');
        sqs.remove(attributes.Arn, message.receiptHandle);
        process.stdout.write('deleted ' + message.body + '\\n');
      }
    }`;

  it('nothing is missing that was acknowledged, and nothing is back that was deleted', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', sender, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.length > 4000) child.kill('SIGKILL');
    }
    const acknowledged = (verb: string) =>
      [...said.matchAll(new RegExp(`^${verb} (\\d+)\\n`, 'gm'))].map(([, n]) => n ?? '');
    const deleted = new Set(acknowledged('deleted'));
    // The kill may fall between the deletion and its word: that one may be there or not.
    const begun = new Set(acknowledged('deleting'));
    const survivor = await house(folder, Date.now() + 1000);
    const { arn } = survivor.queue('plain');
    const there = new Set<string>();
    for (;;) {
      const batch = await survivor.sqs.receive(arn, { most: 10, waitSeconds: 0 });
      if (batch.length === 0) break;
      batch.forEach(({ body }) => there.add(body));
    }
    await survivor.close('keep');
    expect(acknowledged('sent').length).toBeGreaterThan(50);
    expect(acknowledged('sent').filter((n) => !begun.has(n) && !there.has(n))).toEqual([]);
    expect([...deleted].filter((n) => there.has(n))).toEqual([]);
  });
});
