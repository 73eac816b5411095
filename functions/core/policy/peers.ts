/** What three known suppliers publish as their price, as data with dates: the yardstick beside a statement. */

export type PeerPlan = { readonly monthly: string; readonly tickets: number };

export type Peer = {
  readonly peer: 'Fin' | 'Zendesk' | 'Gorgias';
  readonly currency: 'USD';
  /** A resolution at the lowest and the highest published price. */
  readonly resolution: { readonly low: string; readonly high: string };
  /** Resolutions that are paid for even when fewer happen. */
  readonly leastResolutions: number;
  /** Silence of the buyer counts as a resolution there. */
  readonly billsSilence: boolean;
  /** Plans of tickets that every conversation uses up; null where only resolutions cost. */
  readonly tickets: {
    readonly plans: readonly PeerPlan[];
    readonly overage: { readonly low: string; readonly high: string };
  } | null;
  readonly asOf: string;
  readonly source: string;
};

/** Seats are left out everywhere: they depend on the team, not on the volume. */
export const peers: readonly Peer[] = [
  {
    peer: 'Fin',
    currency: 'USD',
    resolution: { low: '0.99', high: '0.99' },
    leastResolutions: 50,
    billsSilence: true,
    tickets: null,
    asOf: '2026-09-20',
    source: 'intercom.com/help/en/articles/8205718; api-evangelist/intercom plans-pricing',
  },
  {
    peer: 'Zendesk',
    currency: 'USD',
    // Committed, and as one goes.
    resolution: { low: '1.50', high: '2.00' },
    leastResolutions: 0,
    billsSilence: false,
    tickets: null,
    asOf: '2026-10-07',
    source: 'zendesk.com/pricing by api-evangelist/klaus plans-pricing; support.zendesk.com 9570369117338',
  },
  {
    peer: 'Gorgias',
    currency: 'USD',
    resolution: { low: '0.90', high: '1.00' },
    leastResolutions: 0,
    billsSilence: false,
    tickets: {
      plans: [
        { monthly: '10', tickets: 50 },
        { monthly: '60', tickets: 300 },
        { monthly: '360', tickets: 2000 },
        { monthly: '900', tickets: 5000 },
      ],
      overage: { low: '0.36', high: '0.40' },
    },
    asOf: '2026-11-20',
    source:
      'docs.gorgias.com how-youre-billed-199385; usagepricing.com/blueprint/gorgias; botapolis.com/pricing/gorgias',
  },
];
