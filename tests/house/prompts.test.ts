/** Every prompt is filled by its adapter, with exactly the holes that it has. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bedrockIntentModel } from '../../functions/core/aws/bedrock/intent-model.ts';
import { bedrockReplyWriter } from '../../functions/core/aws/bedrock/reply-writer.ts';
import { bedrockSummaryWriter } from '../../functions/core/aws/bedrock/summary-writer.ts';
import { bedrockTranslator } from '../../functions/core/aws/bedrock/translator.ts';
import { regions, type Region } from '../../functions/core/policy/regions.ts';
import { fill, holesOf, type Prompt } from '../../functions/core/prompts/fill.ts';
import { anUnderstanding } from '../fakes/builders.ts';
import { filesBelow, root } from './files.ts';

const clock = () => new Date('2026-11-20T12:00:00.000Z');

const question = z.object({
  messages: z.array(z.object({ content: z.array(z.object({ text: z.string() })) })),
});

/** A client that never calls: it keeps the words that it was asked, and answers nothing. */
const listening = (region: Region) => {
  const asked: string[] = [];
  const client = new BedrockRuntimeClient({ region });
  client.middlewareStack.add(
    () => async (call) => {
      const { messages } = question.parse(call.input);
      asked.push(...messages.flatMap(({ content }) => content.map(({ text }) => text)));
      throw new Error('not asked in a test');
    },
    { step: 'initialize', name: 'listening' },
  );
  return { client, asked };
};

/** How each prompt is asked for in production, with values that can be found again. */
const askedBy: Readonly<Record<string, (client: BedrockRuntimeClient, region: Region) => Promise<unknown>>> =
  {
    intent: async (client, region) =>
      bedrockIntentModel(client, region, clock).recognize({
        tenant: 'a-shop',
        maskedText: 'word-of-message',
        earlier: ['word-of-earlier'],
        guess: anUnderstanding(),
        market: 'BR',
      }),
    reply: async (client, region) =>
      bedrockReplyWriter(client, region, clock).write({
        tenant: 'a-shop',
        maskedText: 'word-of-message',
        earlier: ['word-of-earlier'],
        language: 'pt-BR',
        facts: [{ name: 'price', value: 'word-of-fact' }],
        passages: [{ id: 'article', text: 'word-of-passage' }],
        tone: 'calm',
        emoji: true,
        intents: ['product_question'],
        held: null,
      }),
    summary: async (client, region) =>
      bedrockSummaryWriter(client, region, clock).write({
        material: 'word-of-message ⟦1⟧',
        language: 'zh-CN',
        longest: 900,
      }),
    translation: async (client, region) =>
      bedrockTranslator(client, region, clock).translate({
        text: 'word-of-message ⟦1⟧',
        from: 'zh',
        into: 'pt',
      }),
  };

const isPrompt = (value: unknown): value is Prompt =>
  typeof value === 'object' && value !== null && 'name' in value && 'text' in value;

const prompts: readonly Prompt[] = (
  await Promise.all(
    filesBelow('functions/core/prompts')
      .filter((path) => path.endsWith('.ts'))
      .map(
        async (path): Promise<Readonly<Record<string, unknown>>> =>
          import(pathToFileURL(join(root, path)).href),
      ),
  )
).flatMap((module) => Object.values(module).filter(isPrompt));

describe('prompts', () => {
  it('each have an adapter here, and no name is theirs twice', () => {
    expect(prompts.map(({ name }) => name).toSorted()).toEqual(Object.keys(askedBy).toSorted());
  });

  describe.each(prompts.map((prompt) => [prompt.name, prompt] as const))('%s', (name, prompt) => {
    it.each(regions)('is filled by its adapter in %s, and no hole is left', async (region) => {
      const { client, asked } = listening(region);
      await askedBy[name]?.(client, region);
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('word-of-message');
      expect(asked[0]).not.toMatch(/\{\{|\}\}|undefined/);
    });

    it('refuses a value too few and a value too many', () => {
      const holes = [...holesOf(prompt)];
      const values = Object.fromEntries(holes.map((hole) => [hole, `<${hole}>`]));
      expect(holes.length).toBeGreaterThan(0);
      expect(holes.filter((hole) => !fill(prompt, values).includes(`<${hole}>`))).toEqual([]);
      for (const hole of holes) {
        const { [hole]: _, ...fewer } = values;
        expect(() => fill(prompt, fewer)).toThrow(hole);
      }
      expect(() => fill(prompt, { ...values, colour: 'red' })).toThrow('colour');
    });

    it('has no hole that is spelt so that nobody fills it', () => {
      expect(prompt.text.replaceAll(/\{\{[a-z]+\}\}/g, '')).not.toMatch(/[{}]{2}/);
    });
  });
});
