/** A process of its own that rates many lines, or writes their statement, and prints what that took. */
import { rate, openRating } from '../../../functions/core/rating/rate.ts';
import { statementOf } from '../../../functions/core/rating/statement/statement-of.ts';
import { statementJson } from '../../finance/statement-json.ts';
import { chanceOf } from '../figure.ts';
import { historyMonth, inventedContract, inventedFact } from './histories.ts';

const [what = 'rate', lines = '1000', seed = '1'] = process.argv.slice(2);
const chance = chanceOf(Number(seed));
const { card, agreement, tenant } = inventedContract(chance);
const context = {
  tenant,
  month: historyMonth,
  timeZone: 'America/Sao_Paulo',
  agreement: { ...agreement, trialFrom: null },
};

/** The same lines each time it is asked. */
const factsOf = function* () {
  const own = chanceOf(Number(seed) + 1);
  for (let index = 0; index < Number(lines); index += 1)
    yield what === 'statement'
      ? { ...inventedFact(own, index), unit: 'session' as const, quantity: 1, reverses: null }
      : inventedFact(own, index);
};

/** Most heap that was in use while the work went on, looked at every so many pieces. */
let [most, pieces] = [0, 0];
const look = (): void => {
  pieces += 1;
  if (pieces % 20_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
};

const statement = async (): Promise<number> => {
  const rating = openRating(card, context);
  if (!rating.ok) throw new Error(rating.problem.kind);
  for (const fact of factsOf()) {
    rating.value.add(fact);
    look();
  }
  const rated = rating.value.rated();
  const document = statementOf({ rated, number: '1', locale: 'en', before: null });
  let bytes = 0;
  for await (const piece of statementJson(document, rated, factsOf())) {
    bytes += piece.length;
    look();
  }
  return bytes;
};

const began = process.cpuUsage();
const result =
  what === 'statement' ? await statement() : JSON.stringify(rate(factsOf(), card, context)).length;
const used = process.cpuUsage(began);
console.log(
  JSON.stringify({
    result,
    cpuSeconds: (used.user + used.system) / 1e6,
    residentMegabytes: process.resourceUsage().maxRSS / 1024,
    heapMegabytes: most / 1024 / 1024,
  }),
);
