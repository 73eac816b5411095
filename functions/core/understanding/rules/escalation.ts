/** Why a person must see a message, and whether in haste, by rule. */
import { escalationReasons, type EscalationReason } from '../../domain/intent.ts';
import { anger } from './anger.ts';
import { ruleBook } from './book.ts';
import { chargebackOrFraud } from './fraud.ts';
import { medicalOrVulnerable } from './health.ts';
import { bareHumanRequests, escalationRequest, humanRequest } from './human-request.ts';
import { legalOrRegulator } from './law.ts';
import type { Rule } from './pattern.ts';
import { publicThreat } from './public-threat.ts';
import { repeatContact } from './repeat-contact.ts';
import { safetyHazard } from './safety.ts';
import { staffMisconduct } from './staff.ts';
import { urgency } from './urgency.ts';

const reasonRules = {
  safety_hazard: safetyHazard,
  medical_or_vulnerable: medicalOrVulnerable,
  legal_or_regulator: legalOrRegulator,
  chargeback_or_fraud: chargebackOrFraud,
  public_threat: publicThreat,
  staff_misconduct: staffMisconduct,
  repeat_contact: repeatContact,
  explicit_escalation: escalationRequest,
  human_requested: humanRequest,
  anger_high: anger,
} as const satisfies Readonly<Record<EscalationReason, Rule>>;

const book = ruleBook({ ...reasonRules, urgency });

const courtesies =
  /(?: (?:hola|oi|ola|hi|hello|please|por favor|buenas|buenos dias|bom dia|boa tarde|gracias|obrigad[oa]|thanks|\.))+(?= )/g;

/** What the rules heard. */
export type Heard = {
  /** In order of precedence. */
  readonly reasons: readonly EscalationReason[];
  readonly urgent: boolean;
};

/** @param text as `ruleText` leaves it */
export const hear = (text: string): Heard => {
  const heard = book(text);
  const asksAlone = bareHumanRequests.has(text.replace(courtesies, '').trim());
  return {
    reasons: escalationReasons.filter(
      (reason) => heard.has(reason) || (reason === 'human_requested' && asksAlone),
    ),
    urgent: heard.has('urgency'),
  };
};
