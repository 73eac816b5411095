/** The regions, and which AWS service exists in which. `may-use.ts` answers with it, at synth and at run time alike. */

export const regions = ['sa-east-1', 'us-east-1'] as const;
export type Region = (typeof regions)[number];

export const serviceIds = [
  'bedrock',
  'comprehend',
  'guardrails-classic',
  'guardrails-standard',
  'polly',
  'transcribe',
  'translate',
] as const;
export type ServiceId = (typeof serviceIds)[number];

export type ServiceRow = {
  readonly available: boolean;
  readonly asOf: string;
  readonly source: string;
  readonly because?: string;
};

const endpoints = 'botocore 1.43.107, data/endpoints.json';
const comprehendPage = `${endpoints}; docs.aws.amazon.com/general/latest/gr/comprehend.html`;
const translatePage = `${endpoints}; docs.aws.amazon.com/general/latest/gr/translate-service.html`;
const guardrailPage = 'docs.aws.amazon.com/bedrock/latest/userguide/guardrails-supported.html';
const standardTier = {
  available: false,
  asOf: '2026-10-01',
  source: 'botocore 1.43.107, bedrock model: STANDARD tier; userguide/guardrails-cross-region-support.html',
  because: 'it works by cross-region inference only, so text would leave the region',
} as const;

/** One row for each service and region. A host name that an SDK can spell is no proof that the service exists there. */
export const services: Readonly<Record<Region, Readonly<Record<ServiceId, ServiceRow>>>> = {
  'sa-east-1': {
    bedrock: { available: true, asOf: '2026-10-08', source: `${endpoints} (bedrock-runtime)` },
    comprehend: {
      available: false,
      asOf: '2026-10-01',
      source: comprehendPage,
      because: 'the service does not exist there',
    },
    translate: {
      available: false,
      asOf: '2026-10-01',
      source: translatePage,
      because: 'the service does not exist there',
    },
    transcribe: { available: true, asOf: '2026-10-01', source: endpoints },
    polly: { available: true, asOf: '2026-10-01', source: endpoints },
    'guardrails-classic': { available: true, asOf: '2026-06-15', source: guardrailPage },
    'guardrails-standard': standardTier,
  },
  'us-east-1': {
    bedrock: { available: true, asOf: '2026-10-08', source: `${endpoints} (bedrock-runtime)` },
    comprehend: { available: true, asOf: '2026-10-01', source: comprehendPage },
    translate: { available: true, asOf: '2026-10-01', source: translatePage },
    transcribe: { available: true, asOf: '2026-10-01', source: endpoints },
    polly: { available: true, asOf: '2026-10-01', source: endpoints },
    'guardrails-classic': { available: true, asOf: '2026-06-15', source: guardrailPage },
    'guardrails-standard': standardTier,
  },
};
