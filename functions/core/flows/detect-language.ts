/** Stores what arrived once, finds its language, and hands it on; hears the seller's own people. */
import { isAccountId } from '../domain/ids.ts';
import { done, type Handled } from '../domain/outcome.ts';
import type { DetectedLanguage } from '../domain/message.ts';
import type { Account } from '../domain/tenant.ts';
import type { InboundMessage } from '../ports/channel.ts';
import type { NextStage, QueuedArrival } from '../ports/queues.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { CaseTools } from './case-machine.ts';
import { hearPerson } from './hear-person.ts';
import { openClaim } from './open-claim.ts';
import { parkMessage } from './park-message.ts';
import { arrivalNames } from './put-arrival.ts';
import { newMessage, plainMessage, storeBilled, type StoreMessageDeps } from './store-message.ts';

export type DetectLanguageDeps = StoreMessageDeps &
  CaseTools & {
    readonly tenants: Pick<TenantDirectory, 'account'>;
    readonly next: NextStage;
  };

const connectedAccount = async (deps: DetectLanguageDeps, queued: QueuedArrival): Promise<Account | null> => {
  if (!isAccountId(queued.account)) return null;
  const account = await deps.tenants.account(queued.channel, queued.account);
  // A registration speaks for its own accounts only: another seller's name in the body opens nothing.
  return account !== null && account.registration === queued.registration ? account : null;
};

const storeMessage = async (
  deps: DetectLanguageDeps,
  account: Account,
  queued: QueuedArrival,
  inbound: InboundMessage,
): Promise<Handled> => {
  const message = await newMessage(deps, account, queued, inbound);
  const stored = await storeBilled(deps, message);
  const names = { tenant: message.tenant, conversation: message.conversation, message: message.message };
  if (stored.kind === 'stored') {
    deps.log('message-stored', { ...names, channel: message.channel });
    deps.log('language-detected', { ...names, language: message.detected.language, by: message.detected.by });
    deps.log('usage-recorded', { ...names, count: stored.opened === null ? 1 : 2 });
  } else {
    deps.log('message-duplicate', { ...names, state: stored.message.state });
  }
  // A second run finds its own result and passes it on; the queue drops what it has seen.
  if (stored.message.state === 'detected') await deps.next.forward(stored.message, stored.message.attempt);
  return done;
};

export const detectLanguage =
  (deps: DetectLanguageDeps) =>
  async (queued: QueuedArrival): Promise<Handled> => {
    const account = await connectedAccount(deps, queued);
    if (account === null) {
      await deps.conversations.dropUnknown(
        deps.ids.unknown(queued.channel, queued.account, arrivalNames(queued).name),
        queued.channel,
        queued.acceptedAt,
      );
      deps.count('UnknownAccount');
      deps.log('message-dropped', { channel: queued.channel, because: 'unknown-account' });
      return done;
    }
    switch (queued.arrival.kind) {
      case 'message':
        return storeMessage(deps, account, queued, queued.arrival.message);
      case 'outgoing':
        return hearPerson(deps, account, queued.arrival.message);
      case 'claim':
        return openClaim(deps, account, queued, queued.arrival.claim);
    }
  };

/** Parks a poison arrival: stored with its language unknown, so that a person can read it, and dead. */
export const parkArrival = async (
  deps: DetectLanguageDeps,
  queued: QueuedArrival,
  because: string,
): Promise<boolean> => {
  const account = await connectedAccount(deps, queued);
  if (account === null || queued.arrival.kind !== 'message') return false;
  const detected: DetectedLanguage = { language: 'unknown', confidence: 0, by: 'first-tier' };
  const message = {
    ...plainMessage(deps, account, queued, queued.arrival.message),
    maskedText: '',
    detected,
  };
  const stored = await storeBilled(deps, message);
  return parkMessage(deps, stored.message, because);
};
