/** What a marketplace or shop offers, in our words; shaped by the hardest platforms, without optional members. */
import type { OrderAction } from '../domain/action.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Audience } from '../domain/channel.ts';
import type { AccountId } from '../domain/ids.ts';
import type { Intent } from '../domain/intent.ts';
import type { ReplyKind } from '../domain/reply.ts';
import type { Item, Order } from '../domain/facts.ts';

/** A webhook call as it came in: the very bytes, header names in lower case, values as sent. */
export type WebhookCall = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** A buyer's words with the platform's ids (personal data: sealed as soon as it is stored). */
export type InboundMessage = {
  /** `null`: the registration serves one account, and that one is meant. */
  readonly account: string | null;
  readonly conversation: string;
  readonly message: string;
  readonly buyer: { readonly id: string; readonly name: string | null; readonly email: string | null };
  readonly text: string;
  readonly locale: string | null;
  readonly order: string | null;
  readonly item: string | null;
  /** The platform's time. */
  readonly at: Date;
  readonly attachments: number;
  readonly audience: Audience;
};

/** Words that left the seller's side: ours coming back, or a seller's person writing elsewhere; the flow knows what we sent. */
export type OutgoingMessage = {
  readonly account: string | null;
  readonly conversation: string;
  /** The platform's id of the outgoing message. */
  readonly message: string;
  /** Our reply id where the platform hands it back, else null. */
  readonly reply: string | null;
  readonly text: string;
  readonly at: Date;
  /** Why the platform took these words back after it had accepted them, else null. */
  readonly refused: string | null;
};

/** A notice that something exists and must be fetched. */
export type Pointer = {
  readonly account: string | null;
  /** The application that it was sent to, where the platform says so. */
  readonly application: string | null;
  readonly topic: string;
  /** Path taken apart and rebuilt by the channel; never fetched as given. */
  readonly resource: string;
  /** The same for every repetition of this notice; another one about the same resource has another. */
  readonly notice: string;
  readonly at: Date;
};

/** A formal complaint at the platform: a person's work from the first moment, on the conversation of its order. */
export type Claim = {
  readonly account: string | null;
  /** The platform's id of the claim. */
  readonly claim: string;
  readonly conversation: string;
  /** The platform's id of the buyer who complains. */
  readonly buyer: string;
  readonly order: string | null;
  /** The platform's own code. */
  readonly reason: string;
  readonly stage: string;
  /** What the platform lets the seller do about it, in its own words. */
  readonly availableActions: readonly string[];
  /** The platform's time. */
  readonly at: Date;
  /** By when the platform itself says that the seller must have acted; null: it names no time. */
  readonly dueAt: Date | null;
  /** What the parties have written in it so far, for the person who takes it. */
  readonly text: string;
};

/** `closed`: nobody can answer it any more, or not now; the platform tells when that changes. */
export type IgnoredArrival = 'receipt' | 'other-topic' | 'closed';

export type Arrival =
  | { readonly kind: 'message'; readonly message: InboundMessage }
  | { readonly kind: 'pointer'; readonly pointer: Pointer }
  | { readonly kind: 'outgoing'; readonly message: OutgoingMessage }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'ignored'; readonly because: IgnoredArrival };

export type Unreadable = { readonly kind: 'unreadable'; readonly because: string };
/** The platform asks us to come back: throttled, down, or silent before it could have acted. */
export type Busy = { readonly kind: 'busy'; readonly afterSeconds: number | null; readonly because: string };
/** The platform no longer accepts our access: a person must reconnect it. */
export type AccessDenied = { readonly kind: 'access-denied'; readonly because: string };

/** What a call to the platform is made with. */
export type Access = {
  readonly account: AccountId;
  /** Base address of the platform or shop. */
  readonly address: string;
  /** Newest first: signing uses the first. */
  readonly secrets: readonly string[];
  /** Bearer token of the seller's authorisation; `null` where the platform knows none. */
  readonly token: string | null;
  /** Who the seller is at the platform, where its calls name that. */
  readonly platformUser: string | null;
  /** Our application there: notices for another one are not ours. */
  readonly applicationId: string | null;
};

export type OutboundReply = {
  /** Our reply id: the idempotency key. */
  readonly id: string;
  readonly conversation: string;
  readonly inReplyTo: string;
  /** The platform's id of the buyer whom it answers. */
  readonly buyer: string;
  readonly audience: Audience;
  readonly text: string;
  readonly language: string;
  readonly kind: ReplyKind;
  /** What the buyer wanted: some platforms offer a way of its own for it; null: not known. */
  readonly about: Intent | null;
  /** What we have said in this conversation already: other words of the seller's side are a person's. */
  readonly earlier: readonly { readonly platformId: string | null; readonly text: string }[];
};

export type Sent = { readonly kind: 'sent'; readonly platformId: string | null };
/** The platform read it and refuses it; sending the same again would be refused again. */
export type Rejected = { readonly kind: 'rejected'; readonly because: string };

/** A person of the seller's answered meanwhile, in the platform's own application: nothing was sent. */
export type Overtaken = { readonly kind: 'overtaken'; readonly by: OutgoingMessage };
/** The platform took it and has not judged it yet: reading back tells what became of it. */
export type Accepted = { readonly kind: 'accepted'; readonly afterSeconds: number };

export type SendResult =
  | Sent
  | Accepted
  | Rejected
  | Overtaken
  | Busy
  | AccessDenied
  /** We cannot know whether the platform took it. */
  | { readonly kind: 'unknown' };

export type SettleResult =
  | Sent
  | Rejected
  | Overtaken
  | Busy
  | AccessDenied
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'cannot-know' };

/** The two pure functions that a webhook needs: all that `receive-webhook` bundles of a channel. */
export type ChannelIngress = {
  /** Over the received bytes. Several secrets, because keys rotate. */
  verify(call: WebhookCall, secrets: readonly string[], now: Date): 'genuine' | 'unsigned' | 'forged';
  /** One arrival for each entry of the call, however the platform nests them. */
  read(call: WebhookCall): Outcome<readonly Arrival[], Unreadable>;
};

export type MessageChannel = ChannelIngress & {
  send(reply: OutboundReply, access: Access): Promise<SendResult>;
  /** Reads back what `send` left unknown or not judged. */
  settle(reply: OutboundReply, access: Access): Promise<SettleResult>;
};

/** Asked for and not there, or not this buyer's: the two are never told apart. */
export type NotFound = { readonly kind: 'not-found' };

export type OrderSource = {
  order(
    id: string,
    buyer: string,
    access: Access,
  ): Promise<Outcome<Order, NotFound | Busy | AccessDenied | Unreadable>>;
};

export type ItemSource = {
  /** `postcode`: where the buyer wants it delivered, for the freight; null when nobody said. */
  item(
    id: string,
    postcode: string | null,
    access: Access,
  ): Promise<Outcome<Item, NotFound | Busy | AccessDenied | Unreadable>>;
};

export type ActionRequest = {
  /** Idempotency key. */
  readonly id: string;
  readonly order: string;
  readonly action: OrderAction;
  readonly details: Readonly<Record<string, unknown>>;
};

export type OrderActions = {
  act(
    request: ActionRequest,
    access: Access,
  ): Promise<
    Outcome<{ readonly done: true }, NotFound | Rejected | Busy | AccessDenied | { readonly kind: 'unknown' }>
  >;
};
