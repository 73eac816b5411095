/** The way of one AWS request: who calls, may they, what goes wrong on purpose, and the service's answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Faults } from '../faults.ts';
import type { Access } from '../iam/access.ts';
import type { Caller, Callers } from '../iam/callers.ts';
import { AwsError } from '../service.ts';
import type { AwsAnswer, AwsRequest, Service } from '../service.ts';
import { errorAnswer } from '../services/error-answer.ts';
import type { Calls } from './calls.ts';
import { readCredential } from './credential.ts';
import { denied, expired, injected, otherRegion, unknownKey, unknownService, unsigned } from './refusals.ts';

/** A request before anybody knows who sent it. */
export type UnknownRequest = Omit<AwsRequest, 'principal'>;

/** What happens to the connection: an answer, a broken line, or nothing until the client gives up. */
export type Ending =
  | { readonly kind: 'answer'; readonly answer: AwsAnswer }
  | { readonly kind: 'drop' }
  | { readonly kind: 'silence' };

export type Dispatch = (request: UnknownRequest) => Promise<Ending>;

export type DispatchParts = {
  readonly services: readonly Service[];
  readonly region: string;
  readonly callers: Callers;
  readonly access: Access;
  readonly faults: Faults;
  readonly calls: Calls;
  /** Told of every error that is a bug of a stand-in and not an answer. */
  readonly onBug: (error: unknown) => void;
};

type Known = { readonly service: Service; readonly caller: Caller; readonly request: AwsRequest };

export const openDispatch = (parts: DispatchParts): Dispatch => {
  const identify = (request: UnknownRequest, service: Service, accessKeyId: string): Known => {
    const caller = parts.callers.find(accessKeyId);
    if (caller === 'unknown') throw unknownKey(service.name);
    if (caller === 'expired') throw expired(service.name);
    return { service, caller, request: { ...request, principal: caller } };
  };

  const checkPermissions = ({ service, caller, request }: Known) => {
    for (const permission of service.permissions(request)) {
      const refusal = parts.access.refuse(caller, permission);
      if (refusal !== undefined) throw denied(service.name, refusal);
    }
  };

  const answer = async (known: Known): Promise<Ending> => {
    const { service, caller, request } = known;
    const operation = service.operation(request);
    const functionName = caller.function?.names[0];
    parts.calls.count({
      service: service.name,
      operation,
      principal: caller.arn,
      ...(functionName === undefined ? {} : { function: functionName }),
    });
    checkPermissions(known);
    // A fault of an invocation belongs to the function invoked, whichever way it is invoked: the pool injects it.
    const fault =
      service.name === 'lambda' && operation === 'Invoke'
        ? undefined
        : parts.faults.take({
            service: service.name,
            operation,
            functionNames: caller.function?.names ?? [],
          });
    if (fault !== undefined) return suffer(fault, known);
    return { kind: 'answer', answer: await service.answer(request) };
  };

  return async (request) => {
    const credential = readCredential(request);
    const name = credential?.service ?? '';
    try {
      if (credential === undefined) throw unsigned();
      const service = parts.services.find((one) => one.name === name);
      if (service === undefined) throw unknownService(name);
      if (credential.region !== parts.region) throw otherRegion(credential.region, parts.region);
      return await answer(identify(request, service, credential.accessKeyId));
    } catch (error) {
      if (!(error instanceof AwsError)) parts.onBug(error);
      const told = error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), 500);
      return { kind: 'answer', answer: errorAnswer(name, told) };
    }
  };
};

/** Does to a call what the fault says, in this order: delay, effect if it is wanted, error. */
const suffer = async (fault: Fault, { service, caller, request }: Known): Promise<Ending> => {
  if (fault.delayMs !== undefined) await sleep(fault.delayMs);
  const delayOnly = fault.error === undefined && fault.afterEffect !== true;
  if (delayOnly) return { kind: 'answer', answer: await service.answer(request) };
  if (fault.afterEffect === true) await service.answer(request);
  switch (fault.error) {
    case undefined:
      return { kind: 'drop' };
    case 'timeout':
      return { kind: 'silence' };
    case 'crash':
      caller.function?.crash();
      return { kind: 'drop' };
    default:
      return { kind: 'answer', answer: errorAnswer(service.name, injected(fault.error)) };
  }
};
