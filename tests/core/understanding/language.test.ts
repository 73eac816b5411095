/** Which language a buyer writes in, also in one word, in other scripts, and when nothing tells. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFirstTier } from '../../../functions/core/understanding/first-tier.ts';
import { recogniseLanguage } from '../../../functions/core/understanding/language/recognise.ts';
import { variantOf } from '../../../functions/core/understanding/language/variant.ts';
import { ruleText } from '../../../functions/core/understanding/rules/pattern.ts';

const tier = createFirstTier(
  readFileSync(new URL('../../../functions/core/understanding/model/first-tier.bin', import.meta.url)),
);
const languageOf = (text: string, conversation?: string) =>
  recogniseLanguage(tier, text, conversation).language;

describe('a language is recognised', () => {
  it.each([
    ['cuando llega mi pedido', 'es'],
    ['cade meu pedido', 'pt'],
    ['where is my order', 'en'],
    ['nao funciona', 'pt'],
    ['tenes stock?', 'es'],
    ['gracias', 'es'],
    ['obrigada', 'pt'],
    ['thanks', 'en'],
    ['où est ma commande, je ne l’ai pas reçue', 'fr'],
    ['wo ist meine Bestellung, sie ist nicht angekommen', 'de'],
    ['dove è il mio ordine, non è arrivato', 'it'],
    ['我的订单在哪里', 'zh'],
    ['我的 iPhone 15 订单在哪里', 'zh'],
    ['注文はどこですか', 'ja'],
    ['주문이 어디 있나요', 'ko'],
    ['где мой заказ', 'ru'],
    ['де моє замовлення', 'uk'],
    ['коли прийде моя посилка', 'uk'],
    ['верните деньги, заказ не пришел', 'ru'],
    ['не работи, искам си парите', 'bg'],
    ['какой объем', 'ru'],
    ['أين طلبي', 'ar'],
    ['איפה ההזמנה שלי', 'he'],
    ['คำสั่งซื้อของฉันอยู่ที่ไหน', 'th'],
    ['πού είναι η παραγγελία μου', 'el'],
    ['मेरा ऑर्डर कहाँ है', 'hi'],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('where the text does not tell', () => {
  it.each(['', '😡😡', '12345', '???', ' \u200b '])('nobody guesses: %j', (text) => {
    expect(recogniseLanguage(tier, text)).toEqual({ language: 'unknown', confidence: 0 });
  });

  it('the conversation decides', () => {
    expect([languageOf('ok', 'pt'), languageOf('no', 'pt'), languageOf('', 'es')]).toEqual([
      'pt',
      'pt',
      'es',
    ]);
  });

  it('but never against a sentence that tells', () => {
    expect(languageOf('where is my order, it was due on monday', 'pt')).toBe('en');
  });
});

describe('a region is guessed', () => {
  it.each([
    ['es', 'ahorita me llega el paquete? pague en oxxo', 'es-MX'],
    ['es', 'che, vos tenés stock?', 'es-AR'],
    ['es', 'parce me regala el número de guía de servientrega', 'es-CO'],
    ['es', 'cuándo llega po, chilexpress no se mueve', 'es-CL'],
    ['es', 'dónde está mi pedido', null],
    ['pt', 'cadê meu pedido', 'pt-BR'],
    ['pt', 'os portes para Lisboa', null],
    ['en', 'where is my order', 'en-US'],
    ['en', 'royal mail lost my parcel', null],
    ['fr', 'où est ma commande', null],
  ])('%s: %s', (language, text, variant) => {
    expect(variantOf(language, ruleText(text))).toBe(variant);
  });
});
