/** The doctor's report of an account in plain words: one line for each step, and what to do about it. */
import type { Account } from '../../functions/core/domain/tenant.ts';
import type { DeskLocale } from './desk-words.ts';
import type { Check } from './diagnose.ts';
import { doctorWords } from './doctor-words.ts';

const marks: Readonly<Record<Check['verdict'], string>> = { good: '✓', look: '·', bad: '✗' };

/** Minutes are enough; the zone is said, because who reads it may be on another continent. */
const momentOf = (at: Date | null): string =>
  at === null ? '' : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const connectCommand = ({ tenant, channel, id }: Account): string =>
  `npm run connect -- --tenant ${tenant} --channel ${channel} --account ${id}`;

export const saidOf = (check: Check, account: Account, locale: DeskLocale): string =>
  doctorWords[locale].findings[check.finding]
    .replaceAll('{at}', momentOf(check.at))
    .replaceAll('{connect}', `\`${connectCommand(account)}\``)
    .replaceAll('{webhook}', `/webhooks/${account.channel}/${account.registration}`);

export const reportOf = (account: Account, checks: readonly Check[], locale: DeskLocale): string => {
  const { steps, verdicts } = doctorWords[locale];
  return [
    `${account.channel} ${account.id} (${account.tenant}, ${account.market})`,
    ...checks.map(
      (check) =>
        `  ${marks[check.verdict]} ${steps[check.step]} [${verdicts[check.verdict]}]: ${saidOf(check, account, locale)}`,
    ),
  ].join('\n');
};
