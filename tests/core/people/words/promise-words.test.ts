/** A buyer is told a time that is true, in words of the country, and never the same sentence twice. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../../functions/core/answering/guard.ts';
import { voices } from '../../../../functions/core/answering/voice.ts';
import {
  promiseWords,
  statesPromise,
  type PromiseSituation,
} from '../../../../functions/core/people/words/promise-words.ts';
import { ratingIn, ratingRequest } from '../../../../functions/core/people/words/rating-words.ts';
import { exactMoment, roughMoment } from '../../../../functions/core/people/words/spoken-moment.ts';
import { buyerVoices, spokenBy } from '../../../../functions/core/people/words/voice.ts';

/** Friday 20 November 2026, noon in São Paulo. */
const now = new Date('2026-11-20T15:00:00Z');

const aPromise = (given: Partial<PromiseSituation> = {}): PromiseSituation => ({
  kind: 'first',
  promisedBy: new Date('2026-11-20T21:00:00Z'),
  now,
  timeZone: 'America/Sao_Paulo',
  namesZone: false,
  voice: 'pt-BR',
  mood: 'calm',
  maximumCharacters: 350,
  variantSeed: 0,
  previousTexts: [],
  ...given,
});

describe('a time', () => {
  const spoken = (moment: string, language: 'es' | 'pt' | 'en', namesZone = false) =>
    exactMoment({ moment: new Date(moment), now, timeZone: 'America/Sao_Paulo', namesZone }, language);

  it('is said as people of the language say it', () => {
    expect([
      spoken('2026-11-20T21:00:00Z', 'es'),
      spoken('2026-11-21T13:00:00Z', 'pt'),
      spoken('2026-11-21T13:30:00Z', 'pt'),
      spoken('2026-11-23T13:00:00Z', 'en'),
      spoken('2026-11-23T13:00:00Z', 'pt'),
      spoken('2026-11-28T13:00:00Z', 'pt'),
      spoken('2026-11-30T16:00:00Z', 'es'),
      spoken('2026-11-30T16:00:00Z', 'en'),
      spoken('2026-11-23T04:00:00Z', 'es'),
      spoken('2026-11-21T03:00:00Z', 'en'),
      spoken('2026-11-20T15:00:00Z', 'en'),
    ]).toEqual([
      'hoy antes de las 18:00',
      'amanhã até as 10h',
      'amanhã até as 10h30',
      'by 10 am on Monday',
      'na segunda-feira até as 10h',
      'no sábado, 28 de novembro, até as 10h',
      'el lunes 30 de noviembre antes de las 13:00',
      'by 1 pm on Monday, November 30',
      'el lunes antes de la 1:00',
      'by midnight today',
      'by 12 pm today',
    ]);
  });

  it('says whose clock it is where that is not plain', () => {
    expect(spoken('2026-11-20T21:00:00Z', 'pt', true)).toBe('hoje até as 18h (horário de Brasília)');
  });

  it('may be the part of a day that is not near', () => {
    const rough = (moment: string, language: 'es' | 'pt' | 'en') =>
      roughMoment(
        { moment: new Date(moment), now, timeZone: 'America/Sao_Paulo', namesZone: false },
        language,
      );
    expect([
      rough('2026-11-23T13:00:00Z', 'es'),
      rough('2026-11-23T18:00:00Z', 'pt'),
      rough('2026-11-23T13:00:00Z', 'en'),
      rough('2026-11-21T13:00:00Z', 'es'),
      rough('2026-11-23T23:00:00Z', 'es'),
    ]).toEqual(['el lunes por la mañana', 'na segunda-feira à tarde', 'on Monday morning', null, null]);
  });
});

describe('a promise', () => {
  it('names its time word for word as it is given to the guard', () => {
    const words = promiseWords(aPromise());
    expect(words?.said).toBe('hoje até as 18h');
    expect(words?.text).toContain('hoje até as 18h');
    expect(words?.text).not.toMatch(/[<>|{}]/);
  });

  it('speaks to Argentina in its own way', () => {
    const words = promiseWords(aPromise({ voice: 'es-AR', timeZone: 'America/Argentina/Buenos_Aires' }));
    expect(words?.text).toContain('acá');
  });

  it('is never said twice in the same sentence, and then not at all', () => {
    const said: string[] = [];
    for (let hour = 0; hour < 12; hour += 1) {
      const promisedBy = new Date(now.getTime() + (hour + 1) * 3_600_000);
      const words = promiseWords(aPromise({ promisedBy, previousTexts: said, variantSeed: hour }));
      if (words === null) break;
      said.push(words.text);
    }
    expect(said).toHaveLength(4);
    expect(new Set(said.map((text) => text.replace(/ (?:hoje|amanhã) até.*$/, ''))).size).toBe(4);
    expect(promiseWords(aPromise({ previousTexts: said }))).toBeNull();
  });

  it('fits the platform or is not said', () => {
    expect(promiseWords(aPromise({ maximumCharacters: 20 }))).toBeNull();
  });

  const situations = fc.record({
    kind: fc.constantFrom('first' as const, 'moved' as const),
    mood: fc.constantFrom('calm' as const, 'upset' as const),
    voice: fc.constantFrom(...buyerVoices),
    variantSeed: fc.nat(20),
    minutes: fc.integer({ min: 1, max: 20_000 }),
    namesZone: fc.boolean(),
  });
  const runs = { seed: 20_261_120, numRuns: 400 };

  it('states its own moment and no other', () => {
    fc.assert(
      fc.property(situations, ({ minutes, ...given }) => {
        const situation = aPromise({ ...given, promisedBy: new Date(now.getTime() + minutes * 60_000) });
        const words = promiseWords(situation);
        expect(words).not.toBeNull();
        const text = words?.text ?? '';
        expect(statesPromise(text, situation)).toBe(true);
        // A day and an hour later is another promise, in whatever words.
        const other = { ...situation, promisedBy: new Date(situation.promisedBy.getTime() + 25 * 3_600_000) };
        expect(statesPromise(text, other)).toBe(false);
        expect(statesPromise(`${text} 9:00`, situation)).toBe(false);
      }),
      runs,
    );
  });

  it('passes the guard once its time is known as a fact', () => {
    fc.assert(
      fc.property(situations, ({ minutes, ...given }) => {
        const words = promiseWords(
          aPromise({ ...given, promisedBy: new Date(now.getTime() + minutes * 60_000) }),
        );
        expect(
          checkReply(words?.text ?? '', {
            now,
            timeZone: 'America/Sao_Paulo',
            facts: {},
            quotes: words === null ? [] : [words.said],
            language: spokenBy(given.voice),
            market: 'BR',
            audience: 'private',
            rules: { maximumCharacters: 1000, links: 'forbidden', contacts: 'forbidden' },
          }),
        ).toEqual({ ok: true });
      }),
      runs,
    );
  });

  it('knows the voices of answers', () => {
    expect([...buyerVoices]).toEqual([...voices]);
  });
});

describe('a rating', () => {
  it('is asked for with buttons from 1 to 5 that fit a button', () => {
    for (const voice of buyerVoices) {
      const { text, buttons } = ratingRequest(voice, 3);
      expect(text).not.toMatch(/[<>|]/);
      expect(buttons.map(({ rating }) => rating)).toEqual([5, 4, 3, 2, 1]);
      expect(buttons.filter(({ title }) => title.length > 20)).toEqual([]);
      expect(buttons.map(({ title }) => ratingIn(title))).toEqual([5, 4, 3, 2, 1]);
    }
  });

  it.each([
    ['5', 5],
    [' 4 ', 4],
    ['nota 3', 3],
    ['5/5', 5],
    ['2 estrelas', 2],
    ['⭐⭐⭐⭐', 4],
    ['cinco!', 5],
    ['Le doy un 4', 4],
    ['five stars', 5],
    ['4️⃣', 4],
    ['10', null],
    ['0', null],
    ['6', null],
    ['5 días y nada', null],
    ['quiero 2 más', null],
    ['gracias', null],
    ['', null],
  ])('in "%s" is %s', (text, rating) => {
    expect(ratingIn(text)).toBe(rating);
  });
});
