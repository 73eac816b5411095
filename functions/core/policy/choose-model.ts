/** The model of a tenant for a use: the region's own unless the tenant wants another that the law allows. */
import { mayUse, noConsent, type Consent } from './may-use.ts';
import { intentModel, modelRow, replyModel, type ModelRow } from './models.ts';
import type { Region } from './regions.ts';

export type Chosen =
  { readonly ok: true; readonly row: ModelRow } | { readonly ok: false; readonly because: string };

const ofRegion = { intent: intentModel, reply: replyModel } as const;

/** The row that tells how a profile's model answers: the same as the plain id's. */
const rowOf = (region: Region, wanted: string): ModelRow | null => {
  const plain = modelRow(region, wanted) ?? modelRow(region, wanted.replace(/^[a-z-]+\./, ''));
  return plain === null ? null : { ...plain, id: wanted };
};

/**
 * @param wanted the tenant's own choice, a plain id or a profile; null: the region's model
 * @param consent the transfers of that tenant only; what leaves the region without one is refused, with the reason
 */
export const chooseModel = (
  region: Region,
  use: keyof typeof ofRegion,
  wanted: string | null,
  consent: Consent = noConsent,
): Chosen => {
  const row = wanted === null ? ofRegion[use](region) : rowOf(region, wanted);
  if (row === null)
    return { ok: false, because: `${wanted ?? ''} in ${region}: no row tells how it answers` };
  const verdict = mayUse(region, { model: row.id }, consent);
  if (!verdict.allowed) return { ok: false, because: verdict.because };
  const isOurs = row.uses.includes(use);
  const isDecided = consent.transfers.some(({ model }) => model === row.id);
  return isOurs || isDecided
    ? { ok: true, row }
    : { ok: false, because: `${row.id} in ${region}: the table does not use it for ${use}` };
};
