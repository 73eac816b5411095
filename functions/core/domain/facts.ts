/**
 * Facts of the shop or marketplace that an answer may state: orders and items, as the sources' ports give them.
 * Money is a decimal string with an ISO 4217 currency; times are ISO 8601, days `YYYY-MM-DD`.
 */

export type Money = { readonly amount: string; readonly currency: string };

export type OrderLine = {
  readonly item: string;
  readonly title?: string;
  readonly variant?: string;
  readonly quantity: number;
};

export type ShipmentEvent = { readonly at: string; readonly status: string; readonly text: string };

export type Shipment = {
  readonly id: string;
  readonly status: string;
  readonly substatus?: string;
  readonly carrier?: string;
  readonly tracking?: string;
  readonly shipBy?: string;
  readonly estimated?: string;
  readonly deliveredAt?: string;
  readonly events: readonly ShipmentEvent[];
};

export type ReturnCase = {
  readonly status: string;
  readonly reason?: string;
  readonly requestedAt: string;
  readonly receivedAt?: string;
  readonly labelValidUntil?: string;
};

export type Refund = {
  readonly status: string;
  readonly amount: string;
  readonly currency: string;
  readonly method?: string;
  readonly at?: string;
  readonly expectedBy?: string;
  readonly showsWithin?: string;
  readonly fee?: string;
};

export type Order = {
  readonly id: string;
  readonly buyer: string;
  readonly status: string;
  readonly placedAt: string;
  readonly total: string;
  readonly currency: string;
  readonly items: readonly OrderLine[];
  readonly payment?: {
    readonly method: string;
    readonly status: string;
    readonly instalments?: number;
    readonly due?: string;
  };
  /** Where it goes, in one line. */
  readonly address?: string;
  readonly shipBy?: string;
  readonly returnUntil?: string;
  readonly exchangeUntil?: string;
  readonly shipments: readonly Shipment[];
  readonly invoice?: { readonly type: string; readonly number: string; readonly issuedAt: string };
  readonly cancelled?: { readonly at: string; readonly by: string; readonly reason?: string };
  readonly returns: readonly ReturnCase[];
  readonly refund?: Refund;
};

export type ItemVariant = {
  readonly id: string;
  readonly price?: string;
  readonly stock: number;
  readonly attributes: Readonly<Record<string, string>>;
};

export type Item = {
  readonly id: string;
  readonly title: string;
  readonly price: string;
  readonly currency: string;
  readonly stock: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly variants: readonly ItemVariant[];
  readonly freight?: string;
  /** By when it would be at the postcode that the buyer named, sent now; a day or a time. */
  readonly deliveryBy?: string;
};

/** What was looked up for one turn. `null`: asked for and not there (or not this buyer's); absent: not asked for. */
export type Facts = {
  readonly order?: Order | null;
  readonly item?: Item | null;
};
