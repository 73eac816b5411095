/** The fixed answers as data: enough wordings, no facts of their own, each country in its own voice. */
import { describe, expect, it } from 'vitest';
import { answeredLanguages } from '../../../functions/core/domain/language.ts';
import { answerKeys, variantsOf } from '../../../functions/core/answering/fixed-answers/catalogue.ts';
import { greetings, inVoiceOf, openings } from '../../../functions/core/answering/fixed-answers/openings.ts';
import { parcelWords } from '../../../functions/core/answering/fixed-answers/parcels.ts';
import { contactsIn, linksIn } from '../../../functions/core/answering/linter.ts';
import { countsInWords, promisesSomething } from '../../../functions/core/answering/claims.ts';
import { marksIn } from '../../../functions/core/answering/reply-language.ts';
import { render } from '../../../functions/core/answering/template.ts';
import { languageOf, localWordNames, moods, voices } from '../../../functions/core/answering/voice.ts';

const templates = answerKeys.flatMap((key) =>
  answeredLanguages.flatMap((language) =>
    moods.flatMap((mood) =>
      variantsOf(key, language, mood).map((template) => ({ key, language, mood, template })),
    ),
  ),
);
const openingWords = moods.flatMap((mood) =>
  [greetings[mood], ...Object.values(openings[mood])].flatMap((words) =>
    voices.map((voice) => ({ language: languageOf(voice), mood, voice, words: inVoiceOf(words, voice) })),
  ),
);
const everyWord = [
  ...templates,
  ...openingWords.flatMap(({ language, mood, words }) =>
    words.map((template) => ({ language, mood, template })),
  ),
  ...Object.values(parcelWords).flatMap((words) =>
    answeredLanguages.map((language) => ({ language, mood: 'calm', template: words[language] })),
  ),
];

const slots = new Proxy({}, { get: () => ({ text: '▯', fact: null }) });
/** Every slot known: all that the template can say. */
const spoken = (template: string, voice: (typeof voices)[number]): string =>
  render(template, voice, slots)
    .map(({ text }) => text)
    .join(' ');

const emoji = /\p{Extended_Pictographic}/gu;

describe('fixed answers', () => {
  it('hold at least three different wordings for each situation, language and mood', () => {
    const thin = answerKeys.flatMap((key) =>
      answeredLanguages.flatMap((language) =>
        moods
          .filter((mood) => new Set(variantsOf(key, language, mood)).size < 3)
          .map((mood) => `${key} ${language} ${mood}`),
      ),
    );
    expect(thin).toEqual([]);
    expect(openingWords.filter(({ words }) => new Set(words).size < 3)).toEqual([]);
  });

  it('name no number, link or contact of their own', () => {
    expect(
      everyWord.filter(
        ({ template }) =>
          /\d/.test(template) || linksIn(template).length > 0 || contactsIn(template).length > 0,
      ),
    ).toEqual([]);
  });

  it('promise nothing and count no time in words', () => {
    expect(
      everyWord.filter(({ template }) => promisesSomething(template) || countsInWords(template)),
    ).toEqual([]);
  });

  it('stay in one language, sentence by sentence', () => {
    const mixed = everyWord.flatMap(({ language, template }) =>
      voices
        .filter((voice) => languageOf(voice) === language)
        .flatMap((voice) => render(template, voice, slots))
        .filter(({ text }) => {
          const marks = marksIn(text);
          return answeredLanguages.some(
            (other) =>
              other !== language && marks[other] > Math.max(0, marks[language] - 1) && marks[other] > 0,
          );
        })
        .map(({ text }) => `${language}: ${text}`),
    );
    expect([...new Set(mixed)]).toEqual([]);
  });

  it('hold one emoji at most, and none for an upset buyer', () => {
    expect(everyWord.filter(({ template }) => (template.match(emoji)?.length ?? 0) > 1)).toEqual([]);
    const cheerful = answerKeys.filter((key) => !['greeting.thanks', 'greeting.solved'].includes(key));
    const upset = templates.filter(
      ({ key, mood, template }) => mood === 'upset' && cheerful.includes(key) && emoji.test(template),
    );
    expect(upset).toEqual([]);
  });

  it('end every sentence, and open and close what they open', () => {
    const broken = templates.filter(({ template }) => {
      const whole = spoken(template, 'es');
      const opens = (mark: string) => whole.split(mark).length;
      return (
        !/[.!?]$/.test(whole) ||
        /[<>[\]{}]|\s{2}|\s[.,;:]|\.\./.test(whole) ||
        opens('¿') > opens('?') ||
        opens('¡') > opens('!') ||
        opens('(') !== opens(')')
      );
    });
    expect(broken).toEqual([]);
  });

  it('know every local word they use', () => {
    const words = templates.flatMap(({ template }) =>
      [...template.matchAll(/<([^<>|]+)>/g)].map(([, word]) => word ?? ''),
    );
    expect(words.filter((word) => !localWordNames.includes(word))).toEqual([]);
  });
});

describe('the voice of a country', () => {
  const spanish = templates.filter(({ language }) => language === 'es').map(({ template }) => template);
  const openingsOf = (voice: (typeof voices)[number]) =>
    openingWords.filter((words) => words.voice === voice).flatMap(({ words }) => words);

  it('says "vos" in Argentina and nowhere else', () => {
    const tu =
      /(?<!\p{L})(?:puedes|tienes|quieres|necesitas|prefieres|hablas|dices|eres|dime|cuéntame|cuéntanos|disculpa|contigo|ti|mereces|envíame|compartes|envías|revisas|confirmas|avísame|fíjate|pregunta por|escribes|déjanos|déjalo|ten en|deja de|aléjalo|mándalo|agrega|notas|usa el|lleva a)(?!\p{L})/iu;
    const vos =
      /(?<!\p{L})(?:podés|tenés|querés|necesitás|preferís|decime|contame|disculpá|con vos|vos|merecés|mandame|pasás|avisame|fijate|acá)(?!\p{L})/iu;
    const argentine = [...spanish.map((template) => spoken(template, 'es-AR')), ...openingsOf('es-AR')];
    expect(argentine.filter((text) => tu.test(text))).toEqual([]);
    const others = (['es', 'es-MX', 'es-CO', 'es-CL'] as const).flatMap((voice) => [
      ...spanish.map((template) => spoken(template, voice)),
      ...openingsOf(voice),
    ]);
    expect(others.filter((text) => vos.test(text))).toEqual([]);
  });

  it('uses each country’s own words for the carrier, the tracking number and a size', () => {
    const sizes = render('<tracking>, <carrier>, <size>, <refund>', 'es-AR', {}).map(({ text }) => text);
    expect(sizes).toEqual(['código de seguimiento, el correo, talle, reintegro']);
    expect(render('<tracking>, <carrier>', 'es-MX', {})[0]?.text).toBe('número de guía, la paquetería');
    expect(render('<tracking>, <carrier>', 'es-CO', {})[0]?.text).toBe('número de guía, la transportadora');
    expect(render('<tracking>, <carrier>', 'es-CL', {})[0]?.text).toBe('número de seguimiento, el courier');
  });
});
