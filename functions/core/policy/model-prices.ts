/** What models cost: USD for a million tokens, on demand, in the region. For limits and alarms, never for a bill. */
import type { Region } from './regions.ts';

export type TokenPrice = { readonly input: number; readonly output: number };

/* AWS price list of 2026-11, by way of public price files of both regions; a model without a row has no known price. */
export const modelPrices: Readonly<Record<Region, Readonly<Record<string, TokenPrice>>>> = {
  'us-east-1': {
    'amazon.nova-micro-v1:0': { input: 0.035, output: 0.14 },
    'amazon.nova-lite-v1:0': { input: 0.06, output: 0.24 },
    'cohere.embed-multilingual-v3': { input: 0.1, output: 0 },
    'mistral.ministral-3-8b-instruct': { input: 0.15, output: 0.15 },
    'mistral.ministral-3-14b-instruct': { input: 0.2, output: 0.2 },
    'mistral.mistral-large-3-675b-instruct': { input: 0.5, output: 1.5 },
  },
  'sa-east-1': {
    'cohere.embed-multilingual-v3': { input: 0.1, output: 0 },
    'mistral.ministral-3-8b-instruct': { input: 0.18, output: 0.18 },
    'mistral.ministral-3-14b-instruct': { input: 0.24, output: 0.24 },
    'mistral.mistral-large-3-675b-instruct': { input: 0.61, output: 1.82 },
  },
};

/** A model that nobody knows the price of is taken for the dearest that we use: a limit must not be slept through. */
const unknown: TokenPrice = { input: 0.61, output: 1.82 };

/** USD. */
export const tokensCost = (region: Region, model: string, tokensIn: number, tokensOut: number): number => {
  const price = modelPrices[region][model] ?? unknown;
  return (tokensIn * price.input + tokensOut * price.output) / 1_000_000;
};
