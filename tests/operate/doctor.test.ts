/** What the doctor says of an account: the right finding, in plain words, in each language of the seller's people. */
import { describe, expect, it } from 'vitest';
import { deskLocales } from '../../bin/operate/desk-words.ts';
import {
  diagnose,
  findings,
  steps,
  type AccountFacts,
  type Finding,
  type Step,
} from '../../bin/operate/diagnose.ts';
import { doctorWords } from '../../bin/operate/doctor-words.ts';
import { reportOf } from '../../bin/operate/report.ts';
import { accountId, registrationId } from '../../functions/core/domain/ids.ts';
import type { Account } from '../../functions/core/domain/tenant.ts';
import { account as shop } from '../fakes/builders.ts';

const now = new Date('2026-11-20T12:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

const account: Account = {
  ...shop,
  channel: 'mercado-libre',
  id: accountId('465432224'),
  registration: registrationId('luna-meli'),
};
const healthy: AccountFacts = {
  access: { kind: 'token', state: 'usable', until: ago(-300), platform: 'accepts' },
  pulls: [
    { at: ago(3), lastGapAt: null },
    { at: ago(4), lastGapAt: null },
  ],
  heardAt: ago(20),
  answeredAt: ago(19),
};
const token = (over: Partial<Extract<AccountFacts['access'], { kind: 'token' }>>): Partial<AccountFacts> => ({
  access: { kind: 'token', state: 'usable', until: ago(-300), platform: 'accepts', ...over },
});
const found = (facts: Partial<AccountFacts>, step: Step) =>
  diagnose({ ...healthy, ...facts }, now).find((check) => check.step === step);

describe('a connection that is whole', () => {
  it('is good at every step, in the order of a message', () => {
    const checks = diagnose(healthy, now);
    expect(checks.map(({ step, verdict }) => [step, verdict])).toEqual(steps.map((step) => [step, 'good']));
  });

  it('of a shop that pushes needs no token and no pull', () => {
    const checks = diagnose({ ...healthy, access: { kind: 'secret' }, pulls: null }, now);
    expect(checks.map(({ finding }) => finding)).toEqual([
      'by-secret',
      'heard',
      'no-pull-needed',
      'answered',
    ]);
  });
});

describe('a connection that is not', () => {
  const cases: readonly (readonly [what: string, Partial<AccountFacts>, Step, Finding, 'look' | 'bad'])[] = [
    ['nothing was ever stored', { access: { kind: 'none' } }, 'authorisation', 'not-connected', 'bad'],
    [
      'the seller changed the password',
      token({ state: 'lost', platform: 'refuses' }),
      'authorisation',
      'token-lost',
      'bad',
    ],
    [
      'it is lost and its last token still works',
      token({ state: 'lost' }),
      'authorisation',
      'token-lost',
      'bad',
    ],
    [
      'the renewal hangs',
      token({ until: ago(1), platform: 'refuses' }),
      'authorisation',
      'token-ended',
      'bad',
    ],
    [
      'the platform refuses a fresh token',
      token({ platform: 'refuses' }),
      'authorisation',
      'token-refused',
      'bad',
    ],
    ['the platform is away', token({ platform: 'silent' }), 'authorisation', 'platform-silent', 'look'],
    ['nobody ever wrote', { heardAt: null, answeredAt: null }, 'notifications', 'never-heard', 'look'],
    [
      'the platform kept something to itself today',
      { pulls: [{ at: ago(3), lastGapAt: ago(60) }] },
      'notifications',
      'not-told',
      'bad',
    ],
    ['it was never looked at', { pulls: [{ at: null, lastGapAt: null }] }, 'pull', 'never-pulled', 'look'],
    [
      'one topic of several is not looked at',
      {
        pulls: [
          { at: ago(3), lastGapAt: null },
          { at: ago(45), lastGapAt: null },
        ],
      },
      'pull',
      'pull-late',
      'bad',
    ],
    ['a buyer waits', { heardAt: ago(15), answeredAt: ago(60) }, 'answer', 'waits', 'look'],
    ['nothing was ever answered', { heardAt: null, answeredAt: null }, 'answer', 'never-answered', 'look'],
  ];
  it.each(cases)('because %s', (_, facts, step, finding, verdict) => {
    expect(found(facts, step)).toMatchObject({ finding, verdict });
  });

  it('no longer matters a day after its gap', () => {
    expect(found({ pulls: [{ at: ago(3), lastGapAt: ago(25 * 60) }] }, 'notifications')?.finding).toBe(
      'heard',
    );
  });

  it('is not one when a buyer wrote a minute ago', () => {
    expect(found({ heardAt: ago(1) }, 'answer')?.finding).toBe('answered');
  });
});

describe('the words', () => {
  it('of each language name every finding, each in its own way', () => {
    for (const locale of deskLocales) {
      const said = findings.map((finding) => doctorWords[locale].findings[finding]);
      expect(new Set(said).size).toBe(findings.length);
    }
  });

  it('say the same moments and commands in every language', () => {
    const holes = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();
    for (const finding of findings)
      for (const locale of deskLocales)
        expect(holes(doctorWords[locale].findings[finding])).toEqual(holes(doctorWords.en.findings[finding]));
  });

  it.each([
    ['zh-CN', '请卖家重新授权'],
    ['en', 'the seller must authorise again'],
    ['es', 'el vendedor debe autorizar de nuevo'],
    ['pt-BR', 'o vendedor precisa autorizar de novo'],
  ] as const)('tell a seller who is shut out what to do (%s)', (locale, words) => {
    const checks = diagnose({ ...healthy, ...token({ state: 'lost', platform: 'refuses' }) }, now);
    const report = reportOf(account, checks, locale);
    expect(report).toContain(words);
    expect(report).toContain(
      'npm run connect -- --tenant lunaecasa0 --channel mercado-libre --account 465432224',
    );
    expect(report).not.toMatch(/[{}]/);
  });

  it('name the callback address when the platform keeps silent', () => {
    const checks = diagnose({ ...healthy, pulls: [{ at: ago(3), lastGapAt: ago(60) }] }, now);
    for (const locale of deskLocales)
      expect(reportOf(account, checks, locale)).toContain('/webhooks/mercado-libre/luna-meli');
  });
});
