/** Where the files of the ledger lie in their bucket: Athena's table, the closes and the published recipe rely on it. */

/** Lines of a tenant's closed hour (`YYYY-MM-DDTHH`, UTC). */
export const linesFileOf = (tenant: string, hour: string): string =>
  `lines/day=${hour.slice(0, 10)}/hour=${hour.slice(11)}/${tenant}.parquet`;

/** A month's signed close, beside the files of its hours. */
export const closeFileOf = (close: {
  readonly month: string;
  readonly tenant: string;
  readonly closedAt: string;
}): string => `closes/month=${close.month}/${close.tenant}-${close.closedAt.replaceAll(/[^0-9]/g, '')}.json`;
