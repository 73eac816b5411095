/** Notices leave by mail and by robot, and what refuses them is named without an address; Translate answers by signed calls. */
import { afterEach, expect, it } from 'vitest';
import { noticeSender } from '../../../functions/core/aws/notices/sender.ts';
import { lambdaCredentials, signedCalls } from '../../../functions/core/aws/signed/client.ts';
import { amazonTranslator } from '../../../functions/core/aws/translate/translator.ts';
import { outbox } from '../../../lib/local/services/outbox.ts';
import { sesService } from '../../../lib/local/services/ses.ts';
import { translateService } from '../../../lib/local/services/translate.ts';
import { testPlace, type TestPlace } from '../../local/services/place.ts';
import { credentials, serveService, type Served } from '../../local/services/serve.ts';

const environment = {
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
};
const open: { readonly served: Served; readonly place: TestPlace }[] = [];
afterEach(async () => {
  for (const { served, place } of open.splice(0)) {
    await served.close();
    place.remove();
  }
});

const message = { by: 'mail', to: 'lin@example.com', subject: '有工单', text: '打开' } as const;

it('a mail is sent from the stage’s address, and not without one', async () => {
  const place = testPlace();
  const left = outbox(place);
  const served = await serveService(sesService(place, left));
  open.push({ served, place });
  const calls = signedCalls(place.region, lambdaCredentials(environment), served.endpoint);
  const sender = noticeSender({ calls, mailFrom: 'recado@example.com', fetch });
  expect(await sender.send(message)).toMatchObject({ ok: true });
  expect(left.since(0)).toEqual([
    expect.objectContaining({ from: 'recado@example.com', to: ['lin@example.com'], subject: '有工单' }),
  ]);
  expect(await noticeSender({ calls, mailFrom: undefined, fetch }).send(message)).toMatchObject({
    problem: { because: 'no-sender' },
  });
});

it.each([
  ['takes it', 200, { errcode: 0 }, null],
  ['refuses it in its answer', 200, { errcode: 93000 }, 'code-93000'],
  ['refuses it', 404, {}, 'status-404'],
])('a robot that %s', async (_, status, body, because) => {
  const asked: string[] = [];
  const sender = noticeSender({
    calls: { post: async () => '', address: () => '' },
    mailFrom: undefined,
    fetch: async (url) => {
      asked.push(url);
      return Response.json(body, { status });
    },
  });
  const sent = await sender.send({ by: 'robot', to: 'https://robot.example/1', body: '{}' });
  expect(sent).toMatchObject(because === null ? { ok: true } : { ok: false, problem: { because } });
  expect(asked).toEqual(['https://robot.example/1']);
});

it('a robot that cannot be reached is told by a name', async () => {
  const sender = noticeSender({
    calls: { post: async () => '', address: () => '' },
    mailFrom: undefined,
    fetch: async () => {
      throw new TypeError('getaddrinfo secret.example');
    },
  });
  expect(await sender.send({ by: 'robot', to: 'https://secret.example/1', body: '{}' })).toEqual({
    ok: false,
    problem: { kind: 'not-sent', because: 'unreachable' },
  });
});

it('Translate is asked by language alone, and what it refuses is a value', async () => {
  const place = testPlace('us-east-1');
  const served = await serveService(translateService(place));
  open.push({ served, place });
  const translator = amazonTranslator(
    signedCalls('us-east-1', lambdaCredentials(environment), served.endpoint),
  );
  expect(await translator.translate({ text: '您好', from: 'zh-CN', into: 'es-MX' })).toEqual({
    ok: true,
    value: { text: '[zh→es] 您好', from: 'zh', use: { by: 'service', characters: 2 } },
  });
  expect(await translator.translate({ text: '您好', from: 'xx', into: 'es' })).toMatchObject({ ok: false });
  expect(await translator.translate({ text: '您'.repeat(4000), from: 'zh', into: 'es' })).toMatchObject({
    problem: { because: 'refused' },
  });
});
