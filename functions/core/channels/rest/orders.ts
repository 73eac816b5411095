/** The shop's own facts, and what it may be asked to do with an order. */
import { failed, found } from '../../domain/outcome.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type {
  AccessDenied,
  Busy,
  ItemSource,
  NotFound,
  OrderActions,
  OrderSource,
  Unreadable,
} from '../../ports/channel.ts';
import type { BodyProblem, ChannelDeps } from '../kit/http.ts';
import { asBusy } from '../kit/judge.ts';
import type { Judged } from '../kit/judge.ts';
import { readItem, readOrder } from '../kit/order-schemas.ts';
import { getFromShop, postToShop } from './shop.ts';

type Read<Fact> = (text: string) => Outcome<Fact, Unreadable>;
type FactProblem = NotFound | Busy | AccessDenied | Unreadable;

export const order =
  (deps: ChannelDeps): OrderSource['order'] =>
  async (id, buyer, access) => {
    const fact = readFact(await getFromShop(deps, access, ['orders', id], { buyer }), readOrder);
    // The shop was told who asks; should it answer with another buyer's order, this buyer must not hear of it.
    return fact.ok && fact.value.buyer !== buyer ? failed({ kind: 'not-found' }) : fact;
  };

export const item =
  (deps: ChannelDeps): ItemSource['item'] =>
  // A shop tells one freight, wherever it goes.
  async (id, _postcode, access) =>
    readFact(await getFromShop(deps, access, ['items', id]), readItem);

const readFact = <Fact>(answer: Judged, read: Read<Fact>): Outcome<Fact, FactProblem> => {
  if (answer.kind === 'good') return readBody(answer.text, read);
  if (answer.kind === 'unknown') return failed(asBusy(answer));
  if (answer.kind !== 'refused') return failed(answer);
  if (isAbsent(answer.status)) return failed({ kind: 'not-found' });
  return failed({ kind: 'unreadable', because: `status ${String(answer.status)}` });
};

const readBody = <Fact>(text: Outcome<string, BodyProblem>, read: Read<Fact>): Outcome<Fact, FactProblem> => {
  if (text.ok) return read(text.value);
  const because = text.problem.kind;
  // The rest of a cut answer may well come next time; what is too large or no text will be so again.
  return failed(because === 'cut-short' ? asBusy({ because }) : { kind: 'unreadable', because });
};

const isAbsent = (status: number): boolean => status === 404 || status === 410;

export const act =
  (deps: ChannelDeps): OrderActions['act'] =>
  async (request, access) => {
    const { id, order: orderId, action, details } = request;
    // Order and action stand in the body too, so that the signature covers them.
    const content = { order: orderId, action, details };
    const answer = await postToShop(deps, access, ['orders', orderId, action], id, content);
    if (answer.kind === 'good') return found({ done: true });
    if (answer.kind === 'unknown') return failed({ kind: 'unknown' });
    if (answer.kind !== 'refused') return failed(answer);
    if (isAbsent(answer.status)) return failed({ kind: 'not-found' });
    return failed({ kind: 'rejected', because: `status ${String(answer.status)}` });
  };
