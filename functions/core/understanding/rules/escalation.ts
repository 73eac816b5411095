/** Why a person must see a message, by rule: every reason that holds, in order of precedence. */
import type { EscalationReason } from '../../domain/intent.ts';
import { anger } from './anger.ts';
import { chargebackOrFraud } from './fraud.ts';
import { medicalOrVulnerable } from './health.ts';
import { bareHumanRequests, escalationRequest, humanRequest } from './human-request.ts';
import { legalOrRegulator } from './law.ts';
import { listenFor, type Listens, type RuleText } from './pattern.ts';
import { publicThreat } from './public-threat.ts';
import { repeatContact } from './repeat-contact.ts';
import { safetyHazard } from './safety.ts';
import { staffMisconduct } from './staff.ts';

const courtesies =
  /(?: (?:hola|oi|ola|hi|hello|please|por favor|buenas|buenos dias|bom dia|boa tarde|gracias|obrigad[oa]|thanks|\.))+(?= )/g;

const asksForHuman = listenFor(humanRequest);
const asksForHumanAlone: Listens = (text) =>
  asksForHuman(text) || bareHumanRequests.has(text.replace(courtesies, '').trim());

/** In the order of precedence of the domain. */
const listeners: Readonly<Record<EscalationReason, Listens>> = {
  safety_hazard: listenFor(safetyHazard),
  medical_or_vulnerable: listenFor(medicalOrVulnerable),
  legal_or_regulator: listenFor(legalOrRegulator),
  chargeback_or_fraud: listenFor(chargebackOrFraud),
  public_threat: listenFor(publicThreat),
  staff_misconduct: listenFor(staffMisconduct),
  repeat_contact: listenFor(repeatContact),
  explicit_escalation: listenFor(escalationRequest),
  human_requested: asksForHumanAlone,
  anger_high: listenFor(anger),
};

/** @param reasons which to look for */
export const reasonsHeard = (text: RuleText, reasons: readonly EscalationReason[]): EscalationReason[] =>
  reasons.filter((reason) => listeners[reason](text));
