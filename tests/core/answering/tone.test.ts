/** How we sound: every fixed answer against the sheet of its market, and what a seller's own tone changes. */
import { describe, expect, it } from 'vitest';
import { sayTeam } from '../../../functions/core/answering/action-words.ts';
import { compose, type Composition } from '../../../functions/core/answering/compose.ts';
import { decide } from '../../../functions/core/answering/decision.ts';
import { emojiIn, withoutEmoji } from '../../../functions/core/answering/emoji.ts';
import { answerKeys, variantsOf } from '../../../functions/core/answering/fixed-answers/catalogue.ts';
import { greetings, inVoiceOf, openings } from '../../../functions/core/answering/fixed-answers/openings.ts';
import { saysForbidden, saysOneOf } from '../../../functions/core/answering/forbidden-words.ts';
import { checkReply } from '../../../functions/core/answering/guard.ts';
import { situation } from '../../../functions/core/answering/situations/situation.ts';
import { render } from '../../../functions/core/answering/template.ts';
import { languageOf, marketLanguage, moods, voiceFor } from '../../../functions/core/answering/voice.ts';
import { filled } from '../../../functions/core/answering/writing.ts';
import { markets } from '../../../functions/core/domain/channel.ts';
import type { TenantTone } from '../../../functions/core/domain/tenant.ts';
import { promiseTexts } from '../../../functions/core/people/words/promise-texts.ts';
import { ratingRequest } from '../../../functions/core/people/words/rating-words.ts';
import { inVoice } from '../../../functions/core/people/words/voice.ts';
import { offensiveWords, toneSheets } from '../../../functions/core/policy/tone.ts';
import { aMessage, anInput, wordsFor } from './builders.ts';

const slots = new Proxy({}, { get: () => ({ text: '▯', fact: null }) });
const composition = (given: Partial<Composition> = {}): Composition => ({
  situations: [situation('greeting.hello')],
  voice: 'es-MX',
  mood: 'calm',
  handsOver: false,
  audience: 'private',
  maximumCharacters: 4000,
  variantSeed: 0,
  previousTexts: [],
  ...given,
});

/** Each answer of ours as a buyer of the market reads it, with its greeting and opening, in each of its wordings. */
const spoken = markets.flatMap((market) => {
  const voice = voiceFor(marketLanguage(market), null, market);
  return moods.flatMap((mood) =>
    answerKeys.flatMap((key) =>
      variantsOf(key, languageOf(voice), mood).flatMap((_, variantSeed) => {
        const composed = compose(
          composition({ situations: [situation(key, { slots })], voice, mood, variantSeed }),
        );
        return composed === null ? [] : [{ market, mood, text: composed.text }];
      }),
    ),
  );
});

/** Everything else that is written for buyers: each opening, promise and question for stars, and all wordings by themselves. */
const pieces = markets.flatMap((market) => {
  const language = marketLanguage(market);
  const voice = voiceFor(language, null, market);
  return [
    ...moods.flatMap((mood) => [
      ...[greetings[mood], ...Object.values(openings[mood])].flatMap((words) => inVoiceOf(words, voice)),
      ...answerKeys.flatMap((key) =>
        variantsOf(key, language, mood).flatMap((one) => render(one, voice, slots).map(({ text }) => text)),
      ),
      ...Object.values(promiseTexts).flatMap((kinds) =>
        kinds[mood][language].map((template) => inVoice(template, voice)),
      ),
    ]),
    ...[0, 1, 2].map((seed) => ratingRequest(voice, seed).text),
  ].map((text) => ({ market, text }));
});

/** Whole words, accents as written: "tú" is not "tu". */
const says = (text: string, words: readonly string[]): readonly string[] =>
  words.filter((word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').test(text));

describe('the sheet of a market', () => {
  it('holds for every fixed answer: emoji as many as it lets, and none for an upset buyer', () => {
    expect(spoken.length).toBeGreaterThan(2000);
    const tooMany = spoken.filter(
      ({ market, mood, text }) => emojiIn(text) > (mood === 'upset' ? 0 : toneSheets[market].emoji.atMost),
    );
    expect(tooMany).toEqual([]);
    expect(spoken.some(({ text }) => emojiIn(text) === 1)).toBe(true);
  });

  it('holds for every word of ours: no form of address of another country', () => {
    const strange = pieces.flatMap(({ market, text }) =>
      says(text, toneSheets[market].strange.words).map((word) => `${market}: ${word}: ${text}`),
    );
    expect([...new Set(strange)]).toEqual([]);
  });

  it('holds for every word of ours: nothing that offends there', () => {
    const offending = pieces.filter(({ market, text }) =>
      saysForbidden(text, offensiveWords(market, marketLanguage(market))),
    );
    expect(offending).toEqual([]);
  });

  it('names the form of address that its answers use', () => {
    const marks = {
      tú: /(?:puedes|quieres|dime)/iu,
      vos: /(?:podés|querés|decime)/iu,
      você: /você/iu,
      you: /you/iu,
    };
    for (const market of markets) {
      const { form } = toneSheets[market].address;
      expect(pieces.some((one) => one.market === market && marks[form].test(one.text))).toBe(true);
      expect(toneSheets[market].language).toBe(marketLanguage(market));
    }
  });

  it('gives a reason for every list, and lists no word twice', () => {
    for (const { offends, strange } of Object.values(toneSheets)) {
      for (const { words, because } of [...offends, strange]) {
        expect(because).not.toBe('');
        expect(words.filter((word) => word.trim() === '')).toEqual([]);
      }
      const all = offends.flatMap(({ words }) => words);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('holds a reply with words that offend there, and only there', () => {
    const { facts, channel, now, timeZone } = anInput();
    const context = {
      facts,
      quotes: [],
      language: 'es',
      audience: 'private',
      rules: channel.reply,
      now,
      timeZone,
    } as const;
    const text = 'Lo puedes coger de la estantería sin problema, está a la altura de la mano.';
    expect(checkReply(text, { ...context, market: 'MX' })).toEqual({ ok: false, because: 'forbidden' });
    expect(checkReply(text, { ...context, market: 'CO' })).toEqual({ ok: true });
  });
});

describe('emoji', () => {
  it('are counted as they are seen, signs apart', () => {
    expect(emojiIn('👍🏽 👩‍👩‍👧 ❤️ 🇧🇷')).toBe(4);
    expect(emojiIn('Marca® 100% © ™ 5 → #1')).toBe(0);
  });

  it('leave with the blank before them', () => {
    expect(withoutEmoji('¡Gracias! 😊 Que tengas un lindo día ❤️.')).toBe(
      '¡Gracias! Que tengas un lindo día.',
    );
    expect(withoutEmoji('👍 ok')).toBe('ok');
  });

  it('of a model leave where none is wanted, and those of a fact stay', () => {
    const facts = [{ name: 'title', value: 'Taza ☕' }];
    expect(filled('Es la {title} 😊', facts, false)).toBe('Es la Taza ☕');
    expect(filled('Es la {title} 😊', facts, true)).toBe('Es la Taza ☕ 😊');
  });

  it('stand once in an answer, however many matters it tells', () => {
    const two = [situation('greeting.thanks'), situation('greeting.solved')] as const;
    for (let variantSeed = 0; variantSeed < 12; variantSeed += 1)
      expect(emojiIn(compose(composition({ situations: two, variantSeed }))?.text ?? '')).toBeLessThan(2);
  });
});

const without = (...forbidden: string[]): TenantTone => ({ emoji: 'as-usual', forbidden });
const bought = { messages: [aMessage()] };

describe('a seller’s own tone', () => {
  it('takes every emoji out of our words', () => {
    const none: TenantTone = { emoji: 'none', forbidden: [] };
    const said = answerKeys.flatMap((key) =>
      [0, 1, 2].map((variantSeed) =>
        compose(composition({ situations: [situation(key, { slots })], variantSeed, tone: none })),
      ),
    );
    expect(said.filter((one) => emojiIn(one?.text ?? '') > 0)).toEqual([]);
    expect(said.filter((one) => /\s{2}/.test(one?.text ?? ''))).toEqual([]);
  });

  it('passes over wordings with its words, whatever their case and accents', () => {
    const usual = [0, 1, 2].map((variantSeed) => wordsFor({ ...bought, variantSeed }));
    const [first = ''] = usual;
    const word = first.match(/\p{L}{6,}/u)?.[0] ?? '';
    for (const variantSeed of [0, 1, 2]) {
      const text = wordsFor({ ...bought, variantSeed, tone: without(word.toUpperCase()) });
      expect(text).not.toBe('');
      expect(saysOneOf(text, [word])).toBe(false);
    }
  });

  it('leaves a buyer to a person when no wording is without its words', () => {
    const tone = without('R-1042');
    expect(decide(anInput(bought)).kind).toBe('reply');
    const decision = decide(anInput({ ...bought, tone }));
    expect(decision).toMatchObject({ kind: 'escalate' });
    expect(decision.kind === 'escalate' ? decision.holding : '').not.toContain('R-1042');
  });

  it('says nothing at all rather than a word of its list', () => {
    const words = ['equipo', 'persona', 'te', 'tu', 'pedido', 'mensaje', 'alguien', 'lo'];
    const about = { ...anInput(), tone: without(...words) };
    expect(sayTeam(anInput()).text).not.toBeNull();
    expect(sayTeam(about).text).toBeNull();
  });

  it('leaves a greeting out that it forbids', () => {
    const text = compose(
      composition({ situations: [situation('offer.person')], tone: without('hola') }),
    )?.text;
    expect(text).not.toMatch(/hola/i);
    expect(wordsFor({ ...bought, tone: without('hola') })).not.toMatch(/hola/i);
    expect(wordsFor({ ...bought, tone: without('hola') })).toContain('R-1042');
  });

  it('forbids a phrase that two sentences would make', () => {
    const twoSentences = composition({
      situations: [situation('greeting.thanks')],
      voice: 'en-US',
      variantSeed: 2,
    });
    const plain = compose(twoSentences)?.text ?? '';
    const [before = '', after = ''] = plain.split(/[.!?]\s+(?:\p{Extended_Pictographic}\s+)?/u);
    const phrase = `${before.split(' ').at(-1) ?? ''} ${after.split(' ')[0] ?? ''}`;
    expect(saysOneOf(plain, [phrase])).toBe(true);
    const text = compose({ ...twoSentences, tone: without(phrase) })?.text ?? '';
    expect(saysOneOf(text, [phrase])).toBe(false);
  });
});
