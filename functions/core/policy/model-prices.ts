/** What a tenant's model calls cost us, for limits and alarms; never for a bill, so that plain numbers are exact enough. */
import { awsPrices } from './aws-prices.ts';
import type { Region } from './regions.ts';

/** USD for one token: a model that nobody knows the price of is taken for a dear one, or its limit would be slept through. */
const unknownPrice = 2 / 1_000_000;

const priceOf = (region: Region, model: string, way: 'input' | 'output'): number => {
  const price = awsPrices[region][`${model}.${way}`];
  return price === undefined || price.usd === null ? unknownPrice : Number(price.usd) / price.per;
};

/** USD. */
export const tokensCost = (region: Region, model: string, tokensIn: number, tokensOut: number): number =>
  tokensIn * priceOf(region, model, 'input') + tokensOut * priceOf(region, model, 'output');
