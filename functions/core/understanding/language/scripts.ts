/** Languages that their writing gives away: no table needed, only the letters. */

type Writing = {
  readonly script: RegExp;
  /** What one letter weighs beside Latin ones: a Chinese sentence with a product name in it is Chinese. */
  readonly weight: number;
  readonly languageOf: (text: string) => string;
};

/** The first language whose own letters stand in the text, else the usual one of the script. */
const byLetters =
  (usual: string, own: readonly (readonly [string, RegExp])[]) =>
  (text: string): string =>
    own.find(([, letters]) => letters.test(text))?.[0] ?? usual;

const always = (language: string) => (): string => language;

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Common words that hold none of their language's own letters. */
const cyrillicWords: Readonly<Record<string, ReadonlySet<string>>> = {
  uk: new Set(
    `де коли чому що як але або ще вже мене мого мою моє моя мое дуже дякую будь ласка добрий доброго дня день ранку вечора
    замовлення замовив замовила замовляв замовляла посилка посилку прийшло прийшов прийшла прийде чекаю треба потрібно можна повернути
    поверну поверніть гроши гроші скільки коштує немає нема хто сьогодни завтра вчора доставка доставку оплата оплатив оплатила
    розмір колір чекати отримав отримала товару зламаний зламана поламаний бракований не те також тому вас ваш допоможуть
    допоможи допоможить перепрошую вибачте замовленням знижка знижку черевики сукня куртка взуття`.split(
      /\s+/,
    ),
  ),
  bg: new Set(
    `къде кога моля здравейте здрасти благодаря поръчка поръчката поръчах пратка пратката искам искаме няма нямам още колко струва
    защо какво това този тази моята моите парите пари пристигна пристигнала пристигне получих размера върна върнете смяна
    счупен счупена грешен грешна доставката има ли дали сте съм беше добър ден вечер утро днес вчера утре много`.split(
      /\s+/,
    ),
  ),
  ru: new Set(
    `где когда почему что как но или еще уже мне меня моего мою мой моя очень спасибо пожалуйста здравствуйте привет заказ заказа
    заказал заказала заказе пришло пришел пришла придет жду нужно надо можно вернуть верну верните деньги сколько стоит нет кто
    сегодня завтра вчера доставка доставку доставки оплата оплатил оплатила размер цвет ждать получил получила товар товара сломан
    сломана сломанный бракованный тоже поэтому вас ваш помогите извините скидка скидку ботинки платье куртка обувь неправильно`.split(
      /\s+/,
    ),
  ),
};

/** Letters that tell a language; `ъ` stands for a vowel in Bulgarian, and only before certain vowels in Russian. */
const cyrillicLetters = byLetters('', [
  ['uk', /[іїєґ]/i],
  ['be', /ў/i],
  ['mk', /[ѓќѕ]/i],
  ['sr', /[ђћјљњџ]/i],
  ['kk', /[әғқңөұүһ]/i],
  ['ru', /[ыэё]/i],
  ['bg', /ъ(?![еёюя])/i],
]);

/** By letters; without telling ones by the words of whichever language has most, Russian where none is ahead. */
const cyrillic = (text: string): string => {
  const byLetter = cyrillicLetters(text);
  if (byLetter !== '') return byLetter;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = (language: string): number =>
    words.filter((word) => cyrillicWords[language]?.has(word) === true).length;
  const [uk, bg, ru] = [known('uk'), known('bg'), known('ru')];
  if (uk > ru && uk >= bg) return 'uk';
  return bg > ru ? 'bg' : 'ru';
};

const arabic = byLetters('ar', [
  ['ur', /[ٹڈڑںےھ]/],
  ['fa', /[پچژگک‌]|ی/],
]);

const writings: readonly Writing[] = [
  {
    script: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu,
    weight: 3,
    languageOf: (text) => (kana.test(text) ? 'ja' : 'zh'),
  },
  { script: /\p{Script=Hangul}/gu, weight: 3, languageOf: always('ko') },
  { script: /\p{Script=Cyrillic}/gu, weight: 1, languageOf: cyrillic },
  { script: /\p{Script=Arabic}/gu, weight: 1.5, languageOf: arabic },
  { script: /\p{Script=Hebrew}/gu, weight: 1.5, languageOf: always('he') },
  { script: /\p{Script=Thai}/gu, weight: 1.5, languageOf: always('th') },
  { script: /\p{Script=Greek}/gu, weight: 1, languageOf: always('el') },
  { script: /\p{Script=Devanagari}/gu, weight: 1.5, languageOf: always('hi') },
  { script: /\p{Script=Bengali}/gu, weight: 1.5, languageOf: always('bn') },
  { script: /\p{Script=Tamil}/gu, weight: 1.5, languageOf: always('ta') },
  { script: /\p{Script=Telugu}/gu, weight: 1.5, languageOf: always('te') },
  { script: /\p{Script=Kannada}/gu, weight: 1.5, languageOf: always('kn') },
  { script: /\p{Script=Malayalam}/gu, weight: 1.5, languageOf: always('ml') },
  { script: /\p{Script=Gujarati}/gu, weight: 1.5, languageOf: always('gu') },
  { script: /\p{Script=Gurmukhi}/gu, weight: 1.5, languageOf: always('pa') },
  { script: /\p{Script=Sinhala}/gu, weight: 1.5, languageOf: always('si') },
  { script: /\p{Script=Georgian}/gu, weight: 1, languageOf: always('ka') },
  { script: /\p{Script=Armenian}/gu, weight: 1, languageOf: always('hy') },
  { script: /\p{Script=Lao}/gu, weight: 1.5, languageOf: always('lo') },
  { script: /\p{Script=Khmer}/gu, weight: 1.5, languageOf: always('km') },
  { script: /\p{Script=Myanmar}/gu, weight: 1.5, languageOf: always('my') },
  { script: /\p{Script=Ethiopic}/gu, weight: 1.5, languageOf: always('am') },
  { script: /\p{Script=Tibetan}/gu, weight: 1.5, languageOf: always('bo') },
];

/** Letters from Greek on; not the marks and emoji that Latin texts hold too, nor Vietnamese letters. */
const beyondLatin =
  /[\u0370-\u1dff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefe\uff66-\uffdc\ud840-\ud87f]/;
const latin = /\p{Script=Latin}/gu;

/** The language of the script that most of the text is written in, and its share; null where that is Latin. */
export const languageByScript = (text: string): { language: string; share: number } | null => {
  if (!beyondLatin.test(text)) return null;
  let all = text.match(latin)?.length ?? 0;
  let best: { writing: Writing; mass: number } | null = null;
  for (const writing of writings) {
    const mass = (text.match(writing.script)?.length ?? 0) * writing.weight;
    all += mass;
    if (mass > (best?.mass ?? 0)) best = { writing, mass };
  }
  if (best === null || best.mass * 2 < all) return null;
  return { language: best.writing.languageOf(text), share: best.mass / all };
};
