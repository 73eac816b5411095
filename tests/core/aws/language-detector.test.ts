/** The region's language service: masked words in, the likeliest language out, and no waiting. */
import { expect, it } from 'vitest';
import { comprehendDetector } from '../../../functions/core/aws/comprehend/language-detector.ts';
import { AwsCallFailed, type SignedCalls } from '../../../functions/core/aws/signed/client.ts';

const detector = (answer: unknown) => {
  const asked: unknown[] = [];
  const calls: SignedCalls = {
    address: () => '',
    put: async () => undefined,
    get: async () => '',
    json: async (service, target, body) => {
      asked.push([service, target, body]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { asked, port: comprehendDetector(calls) };
};
const failedAs = (name: string): Error => Object.assign(new Error('words'), { name });

it('takes the likeliest language, by its two letters', async () => {
  const { port, asked } = detector({
    Languages: [
      { LanguageCode: 'es', Score: 0.1 },
      { LanguageCode: 'zh-TW', Score: 0.9 },
    ],
  });
  expect(await port.detect('x'.repeat(3000))).toEqual({
    ok: true,
    value: { language: 'zh', confidence: 0.9 },
  });
  expect(asked).toEqual([
    ['comprehend', 'Comprehend_20171127.DetectDominantLanguage', { Text: 'x'.repeat(1000) }],
  ]);
});

it.each([
  [new AwsCallFailed('ThrottlingException', 400, 'x'), 'throttled'],
  [failedAs('TimeoutError'), 'timed-out'],
  [failedAs('AbortError'), 'timed-out'],
  [new AwsCallFailed('AccessDeniedException', 400, 'x'), 'refused'],
  [{ Languages: [] }, 'malformed'],
  [{ unexpected: true }, 'malformed'],
])('names the reason why there is none: %s', async (answer, because) => {
  expect(await detector(answer).port.detect('olá')).toEqual({
    ok: false,
    problem: { kind: 'unavailable', because },
  });
});
