/** The Comprehend stand-in against the real client: languages it tells apart, limits, and where it does not exist. */
import {
  ComprehendClient,
  DetectDominantLanguageCommand,
  DetectPiiEntitiesCommand,
  DetectSentimentCommand,
} from '@aws-sdk/client-comprehend';
import type { LanguageCode } from '@aws-sdk/client-comprehend';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comprehendExistsIn, comprehendService } from '../../../lib/local/services/comprehend.ts';
import { refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

let place: TestPlace;
let served: Served;
let comprehend: ComprehendClient;

beforeEach(async () => {
  place = testPlace('us-east-1');
  served = await serveService(comprehendService(place));
  comprehend = new ComprehendClient({
    region: place.region,
    endpoint: served.endpoint,
    credentials,
    maxAttempts: 1,
  });
});

afterEach(async () => {
  comprehend.destroy();
  await served.close();
  place.remove();
});

const languages = async (Text: string) =>
  (await comprehend.send(new DetectDominantLanguageCommand({ Text }))).Languages ?? [];
const sentiment = (Text: string, code: LanguageCode = 'es') =>
  comprehend.send(new DetectSentimentCommand({ Text, LanguageCode: code }));
const personal = (Text: string, code: LanguageCode = 'en') =>
  comprehend.send(new DetectPiiEntitiesCommand({ Text, LanguageCode: code }));

describe('the language', () => {
  it.each([
    ['es', '¿Dónde está mi pedido? Todavía no me llegó'],
    ['es', 'cuando me van a mandar la factura de la compra'],
    ['pt', 'Meu pedido ainda não chegou, quando vai chegar?'],
    ['pt', 'o produto nao funciona e eu quero o meu dinheiro'],
    ['en', 'where is my order, it was supposed to be here'],
    ['fr', 'je n’ai pas reçu ma commande, où est-elle ?'],
    ['de', 'ich habe mein Paket noch nicht bekommen'],
    ['it', 'non ho ricevuto il mio ordine, dove si trova?'],
    ['zh', '我的订单什么时候到'],
    ['ja', '注文はいつ届きますか'],
    ['ko', '주문이 언제 도착하나요'],
    ['ar', 'أين طلبي'],
    ['ru', 'где мой заказ'],
    ['th', 'สินค้าอยู่ที่ไหน'],
  ])('is %s for "%s"', async (code, text) => {
    const [top] = await languages(text);
    expect(top?.LanguageCode).toBe(code);
    expect(top?.Score).toBeGreaterThan(0.5);
  });

  it('is ranked, with shares that never exceed one together', async () => {
    const found = await languages('hola, where is my package, no me llegó');
    const scores = found.map(({ Score = 0 }) => Score);
    expect(found.length).toBeGreaterThan(1);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1);
  });

  it('is a weak guess for words that it does not know, and none for digits', async () => {
    expect((await languages('xyzzy'))[0]?.Score).toBeLessThan(0.3);
    expect(await languages('12345')).toEqual([]);
  });
});

describe('sentiment', () => {
  it('is told apart where the words are plain', async () => {
    expect((await sentiment('Gracias, excelente atención')).Sentiment).toBe('POSITIVE');
    expect((await sentiment('péssimo, chegou quebrado', 'pt')).Sentiment).toBe('NEGATIVE');
    expect((await sentiment('excelente producto pero llegó roto')).Sentiment).toBe('MIXED');
    const plain = await sentiment('¿tienen talle 40?');
    expect(plain.Sentiment).toBe('NEUTRAL');
    expect(plain.SentimentScore?.Neutral).toBe(1);
  });
});

describe('personal data', () => {
  it('is found with offsets in characters', async () => {
    const { Entities } = await personal('📦 mail ana@example.com please');
    expect(Entities).toMatchObject([{ Type: 'EMAIL', BeginOffset: 7, EndOffset: 22 }]);
  });

  it('is not looked for in languages that Comprehend does not offer it for', async () => {
    expect(await refusal(personal('olá', 'pt'))).toBe('UnsupportedLanguageException');
  });
});

describe('limits', () => {
  it('are counted in bytes: 100,000 for a language, 5,000 for sentiment', async () => {
    const limit = 'TextSizeLimitExceededException';
    expect(await refusal(languages('é'.repeat(50_000)))).toBe('accepted');
    expect(await refusal(languages(`${'é'.repeat(50_000)}a`))).toBe(limit);
    expect(await refusal(sentiment('a'.repeat(5000)))).toBe('accepted');
    expect(await refusal(sentiment('a'.repeat(5001)))).toBe(limit);
  });

  it('leave short texts alone, and refuse an empty one', async () => {
    expect(await refusal(languages('oi'))).toBe('accepted');
    expect(await refusal(languages(''))).toBe('ValidationException');
  });
});

describe('the service', () => {
  it('does not exist in São Paulo', () => {
    expect(comprehendExistsIn('us-east-1')).toBe(true);
    expect(comprehendExistsIn('sa-east-1')).toBe(false);
    expect(() => comprehendService({ ...place, region: 'sa-east-1' })).toThrow(/does not exist in sa-east-1/);
  });

  it('needs a right that names no resource', async () => {
    await languages('hola');
    expect(served.asked[0]?.permissions).toEqual([
      { action: 'comprehend:DetectDominantLanguage', resource: '*' },
    ]);
  });
});
