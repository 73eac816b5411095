/** The second tier: what it is asked, what it costs, and what becomes of a message whose answer nobody can read. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { examplesFile, readPhrases } from '../../../bin/training-files.ts';
import { bedrockIntentModel } from '../../../functions/core/aws/bedrock/intent-model.ts';
import { tokenBuckets } from '../../../functions/core/aws/bedrock/token-bucket.ts';
import { examplesSource } from '../../../functions/core/understanding/examples/choose.ts';
import { closestPhrases } from '../../../functions/core/understanding/examples/closest.ts';
import { anUnderstanding } from '../../fakes/builders.ts';
import { fakeTools } from '../../fakes/tools.ts';
import { bedrockClient } from '../aws/bedrock-client.ts';

const said = (over: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    intent: 'refund_status',
    secondary: 'none',
    sentiment: 'negative',
    language: 'es',
    confidence: 0.9,
    ...over,
  });
/** What the fake client says that one answer costs. */
const once = { tokensIn: 200, tokensOut: 20 };
const twice = { tokensIn: 400, tokensOut: 40 };

const world = () => {
  const bedrock = bedrockClient();
  const { tools, pass } = fakeTools();
  const model = bedrockIntentModel(bedrock.client, 'sa-east-1', tools.clock, closestPhrases);
  const ask = async (maskedText = 'y mi plata?', tenant = 'a-shop') =>
    model.recognize({
      tenant,
      maskedText,
      earlier: ['hola', 'compré una mesa'],
      guess: anUnderstanding({ language: 'es', answered: false, intentConfidence: 0.4 }),
      market: 'MX',
    });
  return { bedrock, ask, pass };
};

describe('an answer that cannot be read', () => {
  it.each([
    ['with a label that we do not have', said({ intent: 'make_me_rich' })],
    ['that is no JSON', 'I think it is about a refund'],
    ['that breaks off', '{"intent": "refund_st'],
  ])('is asked for once more %s, and both answers are paid for', async (_, broken) => {
    const { bedrock, ask } = world();
    bedrock.says(broken);
    bedrock.says(said());
    expect(await ask()).toMatchObject({
      ok: true,
      value: { understanding: { intent: 'refund_status', answered: true }, use: twice },
    });
    expect(bedrock.asked).toHaveLength(2);
    expect(bedrock.prompt()).toContain('could not be read');
  });

  it('leaves the guess alone the second time, and tells what was spent', async () => {
    const { bedrock, ask } = world();
    bedrock.says('no');
    bedrock.says('no again');
    expect(await ask()).toMatchObject({ ok: false, problem: { because: 'malformed', use: twice } });
    expect(bedrock.asked).toHaveLength(2);
  });

  it('is paid for when the model is throttled before the repair', async () => {
    const { bedrock, ask } = world();
    bedrock.says('no');
    bedrock.throws('ThrottlingException');
    expect(await ask()).toMatchObject({ ok: false, problem: { because: 'malformed', use: once } });
  });
});

describe('a throttled model', () => {
  it('is not asked again for that message', async () => {
    const { bedrock, ask } = world();
    bedrock.throws('ThrottlingException');
    expect(await ask()).toEqual({ ok: false, problem: { kind: 'unavailable', because: 'throttled' } });
    expect(bedrock.asked).toHaveLength(1);
  });
});

describe('an allowance', () => {
  it('keeps the flood of one tenant from another, and comes back with time', async () => {
    const { bedrock, ask, pass } = world();
    let answered = 0;
    for (let count = 0; count < 200; count += 1) {
      bedrock.says(said());
      if ((await ask('y mi plata?', 'a-loud-shop')).ok) answered += 1;
    }
    expect(answered).toBeGreaterThan(50);
    expect(answered).toBeLessThan(100);
    const calls = bedrock.asked.length;
    expect(await ask('y mi plata?', 'a-loud-shop')).toMatchObject({ problem: { because: 'throttled' } });
    expect(bedrock.asked).toHaveLength(calls);
    expect(await ask('y mi plata?', 'a-quiet-shop')).toMatchObject({ ok: true });
    pass(5);
    expect(await ask('y mi plata?', 'a-loud-shop')).toMatchObject({ ok: true });
  });

  it('is never more than the bucket holds, and remembers no end of names', () => {
    const { tools, pass } = fakeTools();
    const take = tokenBuckets(tools.clock, { capacity: 10, perSecond: 1 });
    expect(take('a', 11)).toBe(false);
    expect(take('a', 10)).toBe(true);
    expect(take('a', 1)).toBe(false);
    pass(3600);
    expect(take('a', 11)).toBe(false);
    expect(take('a', 10)).toBe(true);
    for (let name = 0; name < 2_000; name += 1) take(`tenant ${String(name)}`, 1);
    expect(take('a', 10)).toBe(true);
  });
});

describe('a question', () => {
  /** Four characters a token, as Latin text has; the schema that goes with it counts too. */
  const tokensOf = (call: unknown): number => JSON.stringify(call).length / 4;

  it('takes 750 tokens at most on average, with definitions, examples and the schema, and asks for 90', async () => {
    const { bedrock, ask, pass } = world();
    const phrases = (await readPhrases()).filter((_, at) => at % 200 === 0);
    for (const { text } of phrases) {
      bedrock.says(said());
      pass(60);
      await ask(text);
    }
    const tokens = bedrock.asked.map(tokensOf);
    expect(tokens).toHaveLength(phrases.length);
    expect(tokens.reduce((sum, some) => sum + some, 0) / tokens.length).toBeLessThanOrEqual(750);
    expect(bedrock.asked.every(({ inferenceConfig }) => inferenceConfig?.maxTokens === 90)).toBe(true);
  });

  it('stays small however much a buyer writes', async () => {
    const { bedrock, ask } = world();
    bedrock.says(said());
    await ask('quiero mi plata '.repeat(10_000));
    expect(tokensOf(bedrock.asked[0])).toBeLessThan(1_000);
  });
});

describe('examples', () => {
  it('are the ones that these phrases give: otherwise `npm run train`', async () => {
    expect(await readFile(examplesFile, 'utf8')).toBe(examplesSource(await readPhrases()));
  });

  it('are close to the message, in its language, with no label more than twice', () => {
    const shown = closestPhrases('cuándo me devuelven la plata del pedido que cancelé', 'es');
    expect(shown.map(({ intent }) => intent)).toContain('refund_status');
    expect(shown.length).toBeLessThanOrEqual(6);
    const most = Math.max(
      ...[...Map.groupBy(shown, ({ intent }) => intent).values()].map((some) => some.length),
    );
    expect(most).toBeLessThanOrEqual(2);
  });

  it('are none for a language that is not answered, and none for nothing', () => {
    expect(closestPhrases('wo ist mein Geld', 'de')).toEqual([]);
    expect(closestPhrases('', 'xx')).toEqual([]);
  });
});
