/** Who works at the desk, what it needs, and what it can answer instead of doing what was asked. */
import type { TenantId } from '../domain/ids.ts';
import type { AgentLocale } from '../people/agent-locale.ts';
import type { AuditLog } from '../ports/audit.ts';
import type { BuyerAgents } from '../ports/buyer-agents.ts';
import type { ConversationStore, Inbox } from '../ports/conversations.ts';
import type { OutboundStage } from '../ports/queues.ts';
import type { TenantDirectory } from '../ports/tenants.ts';
import type { LanguageReader } from '../ports/understanding.ts';
import type { CaseTools } from './case-machine.ts';
import type { DeskDirectory } from './desk-settings.ts';
import type { TranslateDeps } from './translate-words.ts';

export type DeskDeps = CaseTools &
  TranslateDeps & {
    readonly tenants: Pick<TenantDirectory, 'tenant' | 'tenants'>;
    readonly conversations: ConversationStore;
    readonly inbox: Inbox;
    readonly outbound: OutboundStage;
    readonly desk: DeskDirectory;
    readonly audit: AuditLog;
    readonly buyerAgents: BuyerAgents;
    /** Tells the language that an agent types in. */
    readonly languages: LanguageReader;
  };

/** Whom the caller may act for: one tenant of a token, or every tenant for the deployment's own operators. */
export type DeskCaller = {
  readonly tenant: TenantId | 'every';
  readonly agent: string;
  /** Where the caller reads from, two letters, as claimed until there is a sign-in; null: not told. */
  readonly country: string | null;
  /** What the caller reads; null: the tenant's own. */
  readonly locale: AgentLocale | null;
};

export type DeskProblem =
  | { readonly kind: 'no-such-conversation' }
  | { readonly kind: 'no-such-draft' }
  | { readonly kind: 'no-such-action' }
  /** The shop refused, is busy, or cannot be understood. */
  | { readonly kind: 'action-not-done'; readonly state: string; readonly because: string }
  | { readonly kind: 'no-such-agent'; readonly agent: string; readonly known: readonly string[] }
  | { readonly kind: 'no-such-group'; readonly group: string; readonly known: readonly string[] }
  | { readonly kind: 'nothing-to-answer' }
  | { readonly kind: 'no-case' }
  /** The words that were not sent come back, so that nothing is typed twice. */
  | { readonly kind: 'closed'; readonly text: string }
  | {
      readonly kind: 'too-long';
      readonly text: string;
      readonly length: number;
      readonly most: number;
    }
  | { readonly kind: 'not-allowed-here'; readonly text: string; readonly because: string }
  /** The buyer wrote after the draft was made. */
  | { readonly kind: 'stale-draft'; readonly draft: string }
  | { readonly kind: 'masked'; readonly says: string }
  | { readonly kind: 'stale' };
