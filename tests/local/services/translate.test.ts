/** The Translate stand-in against the real client: marked, limited, and absent where AWS has none. */
import { TranslateClient, TranslateTextCommand } from '@aws-sdk/client-translate';
import type { TranslateTextCommandInput } from '@aws-sdk/client-translate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { translateExistsIn, translateService } from '../../../lib/local/services/translate.ts';
import { refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

let place: TestPlace;
let served: Served;
let client: TranslateClient;

beforeEach(async () => {
  place = testPlace('us-east-1');
  served = await serveService(translateService(place));
  client = new TranslateClient({
    region: place.region,
    endpoint: served.endpoint,
    credentials,
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await served.close();
  place.remove();
});

const translate = (Text: string, more: Partial<TranslateTextCommandInput> = {}) =>
  client.send(
    new TranslateTextCommand({ Text, SourceLanguageCode: 'en', TargetLanguageCode: 'zh', ...more }),
  );

it('gives the text back behind a mark that nobody takes for a translation', async () => {
  expect(await translate('where is it?')).toMatchObject({
    TranslatedText: '[en→zh] where is it?',
    SourceLanguageCode: 'en',
    TargetLanguageCode: 'zh',
  });
});

it('finds the source language when asked to, which needs the right to Comprehend too', async () => {
  const { SourceLanguageCode } = await translate('¿dónde está mi pedido?', { SourceLanguageCode: 'auto' });
  expect(SourceLanguageCode).toBe('es');
  expect(served.asked[0]?.permissions.map(({ action }) => action)).toEqual([
    'translate:TranslateText',
    'comprehend:DetectDominantLanguage',
  ]);
  expect(await refusal(translate('123', { SourceLanguageCode: 'auto' }))).toBe(
    'DetectedLanguageLowConfidenceException',
  );
});

it('takes 10,000 bytes and not one more', async () => {
  expect(await refusal(translate('é'.repeat(5000)))).toBe('accepted');
  expect(await refusal(translate(`${'é'.repeat(5000)}a`))).toBe('TextSizeLimitExceededException');
});

it('refuses a language that Translate does not have, and says which', async () => {
  const call = translate('hi', { TargetLanguageCode: 'xx' });
  await expect(call).rejects.toMatchObject({
    name: 'UnsupportedLanguagePairException',
    SourceLanguageCode: 'en',
    TargetLanguageCode: 'xx',
  });
});

it('refuses terminologies, which are not imitated', async () => {
  expect(await refusal(translate('hi', { TerminologyNames: ['brand'] }))).toBe('ValidationException');
});

it('does not exist in São Paulo', () => {
  expect(translateExistsIn('us-east-1')).toBe(true);
  expect(translateExistsIn('sa-east-1')).toBe(false);
  expect(() => translateService({ ...place, region: 'sa-east-1' })).toThrow(/does not exist in sa-east-1/);
});
