/** The ledger's table as Athena sees it, and the queries that finance starts from. Plain SQL: a test runs them elsewhere too. */

/** Columns of a file of lines, in its order, with Athena's types. */
export const ledgerColumns = [
  { name: 'tenant', type: 'string' },
  { name: 'region', type: 'string' },
  { name: 'unit', type: 'string' },
  { name: 'source', type: 'string' },
  { name: 'quantity', type: 'bigint' },
  { name: 'channel', type: 'string' },
  { name: 'market', type: 'string' },
  { name: 'language', type: 'string' },
  { name: 'intent', type: 'string' },
  { name: 'mode', type: 'string' },
  { name: 'module', type: 'string' },
  { name: 'conversation', type: 'string' },
  { name: 'occurred_at', type: 'timestamp' },
  { name: 'accepted_at', type: 'timestamp' },
  { name: 'booked_at', type: 'timestamp' },
  { name: 'billing_month', type: 'string' },
  { name: 'billing_day', type: 'string' },
  { name: 'model', type: 'string' },
  { name: 'tokens_in', type: 'bigint' },
  { name: 'tokens_out', type: 'bigint' },
  { name: 'evidence', type: 'string' },
  { name: 'detail', type: 'string' },
  { name: 'reverses', type: 'string' },
  { name: 'reverses_accepted_at', type: 'timestamp' },
] as const;

export type SavedQuery = { readonly name: string; readonly title: string; readonly sql: string };

/** Each has `billing_month` in its answer: `WHERE billing_month = '2026-11'` narrows it. */
export const savedQueries: readonly SavedQuery[] = [
  {
    name: 'usage-by-tenant-day-region',
    title: 'UsageByDay',
    sql: `SELECT tenant, region, billing_month, billing_day, unit,
       sum(quantity) AS quantity,
       count(*) AS lines,
       sum(CASE WHEN reverses IS NULL THEN 0 ELSE 1 END) AS reversals
FROM lines
GROUP BY tenant, region, billing_month, billing_day, unit
ORDER BY tenant, region, billing_day, unit`,
  },
  {
    name: 'margin-by-tenant-intent',
    title: 'Margin',
    sql: `SELECT tenant, region, billing_month, coalesce(intent, 'none') AS intent,
       count(DISTINCT conversation) AS conversations,
       sum(CASE WHEN unit = 'session' THEN quantity ELSE 0 END) AS sessions,
       sum(CASE WHEN unit = 'generated_reply' THEN quantity ELSE 0 END) AS replies,
       sum(CASE WHEN unit = 'verified_resolution' THEN quantity ELSE 0 END) AS resolutions,
       sum(CASE WHEN unit = 'escalation' THEN quantity ELSE 0 END) AS escalations,
       sum(CASE WHEN unit = 'model_tokens' THEN tokens_in ELSE 0 END) AS cost_tokens_in,
       sum(CASE WHEN unit = 'model_tokens' THEN tokens_out ELSE 0 END) AS cost_tokens_out,
       sum(CASE WHEN unit = 'translation_characters' THEN quantity ELSE 0 END) AS cost_characters,
       sum(CASE WHEN unit = 'channel_fee' THEN quantity ELSE 0 END) AS cost_channel_fees,
       sum(CASE WHEN unit = 'transfer_bytes' THEN quantity ELSE 0 END) AS cost_bytes
FROM lines
GROUP BY tenant, region, billing_month, coalesce(intent, 'none')
ORDER BY tenant, region, billing_month, intent`,
  },
  {
    name: 'resolutions-with-evidence',
    title: 'Resolutions',
    sql: `SELECT r.tenant, r.billing_month, r.conversation, r.source, r.intent, r.language, r.mode,
       r.accepted_at AS settled_at, r.evidence, r.quantity AS resolved,
       coalesce(b.quantity, 0) AS taken_back,
       r.quantity + coalesce(b.quantity, 0) AS billed,
       b.accepted_at AS returned_at
FROM lines r
LEFT JOIN lines b
  ON b.tenant = r.tenant AND b.unit = r.unit AND b.reverses = r.source
WHERE r.unit = 'verified_resolution' AND r.reverses IS NULL
ORDER BY r.tenant, r.accepted_at, r.source`,
  },
];
