/** The embedding model of the region, in the protocol of Cohere Embed v3. */
import { InvokeModelCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import { failed, found, type Outcome } from '../../domain/outcome.ts';
import { mayUse } from '../../policy/may-use.ts';
import { embeddingModel } from '../../policy/models.ts';
import type { Region } from '../../policy/regions.ts';
import type { Embedder } from '../../ports/knowledge.ts';
import type { Clock } from '../../ports/tools.ts';
import type { Unavailable } from '../../ports/understanding.ts';
import { breaker } from './breaker.ts';
import { problemOf } from './converse.ts';

/* https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html */
const mostTexts = 96;
const longestText = 2048;

const answer = z.object({ embeddings: z.array(z.array(z.number())) });
type Vectors = readonly (readonly number[])[];

const budgets = { passage: 10_000, question: 1500 } as const;
const inputTypes = { passage: 'search_document', question: 'search_query' } as const;

export const bedrockEmbedder = (client: BedrockRuntimeClient, region: Region, clock: Clock): Embedder => {
  const { id } = embeddingModel(region);
  const guarded = breaker(clock);
  const ask = async (
    texts: readonly string[],
    purpose: 'passage' | 'question',
  ): Promise<Outcome<Vectors, Unavailable>> => {
    const body = {
      texts: texts.map((text) => text.slice(0, longestText)),
      input_type: inputTypes[purpose],
      truncate: 'END',
    };
    try {
      const output = await client.send(
        new InvokeModelCommand({
          modelId: id,
          contentType: 'application/json',
          accept: 'application/json',
          body: JSON.stringify(body),
        }),
        { abortSignal: AbortSignal.timeout(budgets[purpose]) },
      );
      const parsed = z.safeParse(answer, JSON.parse(new TextDecoder().decode(output.body)));
      return parsed.success && parsed.data.embeddings.length === texts.length
        ? found(parsed.data.embeddings)
        : failed({ kind: 'unavailable', because: 'malformed' });
    } catch (error) {
      return failed(problemOf(error));
    }
  };
  return {
    async embed(texts, purpose) {
      if (!mayUse(region, { model: id }).allowed)
        return failed({ kind: 'unavailable', because: 'not-in-region' });
      const vectors: (readonly number[])[] = [];
      for (let from = 0; from < texts.length; from += mostTexts) {
        const part = await guarded(async () => ask(texts.slice(from, from + mostTexts), purpose));
        if (!part.ok) return part;
        vectors.push(...part.value);
      }
      return found(vectors);
    },
  };
};
