/** The law: whether a service or a model may be used in a region, and the reason if not. */
import { modelRow } from './models.ts';
import { services } from './regions.ts';
import type { Region, ServiceId } from './regions.ts';

/** A tenant's recorded decision to let text leave the home region for one model. */
export type Transfer = {
  readonly tenant: string;
  readonly region: Region;
  /** The inference profile, with its prefix: `us.anthropic.claude-haiku-4-5-20251001-v1:0`. */
  readonly model: string;
  /** Two-letter codes of the countries where the text may be processed. */
  readonly countries: readonly string[];
  /** The legal ground, e.g. `standard contractual clauses`. */
  readonly mechanism: string;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
  readonly signedBy: string;
};

/** What a stage has put in writing; without it the strict answer is given. */
export type Consent = {
  /** AWS was told, for the whole organization, not to keep content of its AI services. */
  readonly aiServicesOptOut: boolean;
  readonly transfers: readonly Transfer[];
};
export const noConsent: Consent = { aiServicesOptOut: false, transfers: [] };

export type What = { readonly service: ServiceId } | { readonly model: string };
export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly because: string };

/** AWS may keep what these are sent, outside the region too, until the organization opts out. */
const keepsContent: ReadonlySet<ServiceId> = new Set(['comprehend', 'polly', 'transcribe', 'translate']);

const allowed: Verdict = { allowed: true };
const refused = (because: string): Verdict => ({ allowed: false, because });

const mayUseService = (region: Region, service: ServiceId, consent: Consent): Verdict => {
  const row = services[region][service];
  if (!row.available) return refused(`${service} in ${region}: ${row.because ?? 'it is not offered there'}`);
  if (keepsContent.has(service) && !consent.aiServicesOptOut)
    return refused(`${service} in ${region}: the stage does not state aiServicesOptOut: confirmed`);
  return allowed;
};

/** Any model id with one of these in front is an inference profile: AWS chooses where it runs. */
const profilePrefix = /^(?:apac|au|ca|eu|global|in|jp|us|us-gov)\./;

const mayUseProfile = (region: Region, profile: string, consent: Consent): Verdict => {
  if (region === 'sa-east-1')
    return refused(`${profile} in sa-east-1: a profile leaves Brazil, and no recorded decision changes that`);
  if (!/^(?:us|global)\./.test(profile))
    return refused(`${profile} in ${region}: no profile of that geography starts there`);
  const decided = consent.transfers.some(
    (transfer) => transfer.region === region && transfer.model === profile,
  );
  return decided
    ? allowed
    : refused(`${profile} in ${region}: it leaves the region, and no tenant's transfer decision is recorded`);
};

const mayUseModel = (region: Region, model: string, consent: Consent): Verdict => {
  if (profilePrefix.test(model)) return mayUseProfile(region, model, consent);
  const row = modelRow(region, model);
  if (row === null) return refused(`${model} in ${region}: the table of models has no row for it`);
  return row.inRegion
    ? allowed
    : refused(`${model} in ${region}: ${row.note ?? 'it is not offered inside the region'}`);
};

/**
 * Whether a service or a model may be used in a region, with the reason if not.
 * A transfer decision is the tenant's own: at run time hand over the transfers of that tenant only.
 */
export const mayUse = (region: Region, what: What, consent: Consent = noConsent): Verdict =>
  'service' in what ? mayUseService(region, what.service, consent) : mayUseModel(region, what.model, consent);
