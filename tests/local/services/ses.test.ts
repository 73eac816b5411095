import {
  ConfigurationSetDoesNotExistException,
  MessageRejected,
  SendEmailCommand,
  SendRawEmailCommand,
  SESClient,
} from '@aws-sdk/client-ses';
import type { SendEmailCommandInput } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../lib/local/service.ts';
import { outbox } from '../../../lib/local/services/outbox.ts';
import type { Outbox } from '../../../lib/local/services/outbox.ts';
import { sesService } from '../../../lib/local/services/ses.ts';
import { complaint, refusal, testPlace } from './place.ts';
import type { TestPlace } from './place.ts';
import { credentials, serveService } from './serve.ts';
import type { Served } from './serve.ts';

let place: TestPlace;
let left: Outbox;
let ses: Service;
let served: Served;
let client: SESClient;

beforeEach(async () => {
  place = testPlace();
  left = outbox(place);
  ses = sesService(place, left);
  served = await serveService(ses);
  client = new SESClient({ region: place.region, endpoint: served.endpoint, credentials, maxAttempts: 1 });
});
afterEach(async () => {
  client.destroy();
  await served.close();
  place.remove();
});

const make = async (type: string, properties: Readonly<Record<string, unknown>>) =>
  ses.provision({ stack: 'demo', logicalId: 'It', type: `AWS::SES::${type}`, properties });
const mail: SendEmailCommandInput = {
  Source: 'The shop <shop@example.com>',
  Destination: { ToAddresses: ['ana@example.org', '"Ortiz, Luz" <luz@example.org>'] },
  Message: {
    Subject: { Data: 'Olá & oi' },
    Body: { Text: { Data: 'até já' }, Html: { Data: '<b>até já</b>' } },
  },
};
const send = (input: Partial<SendEmailCommandInput> = {}) =>
  client.send(new SendEmailCommand({ ...mail, ...input }));
const sendRaw = (lines: readonly string[], more: { Source?: string; Destinations?: string[] } = {}) =>
  client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(lines.join('\r\n')) }, ...more }));
/** The second version of the API, spoken by hand: its client is not among our packages. */
const sendTwo = async (body: object) => {
  const answer = await fetch(`${served.endpoint}/v2/email/outbound-emails`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const parsed: unknown = await answer.json();
  return { status: answer.status, type: answer.headers.get('x-amzn-errortype'), body: parsed };
};

describe('a mail', () => {
  it('is kept with all it says and whom it reaches', async () => {
    await make('ConfigurationSet', { Name: 'answers' });
    const { MessageId } = await send({
      ReplyToAddresses: ['desk@example.com'],
      Destination: { ...mail.Destination, CcAddresses: ['c@example.org'], BccAddresses: ['b@example.org'] },
      ConfigurationSetName: 'answers',
    });
    expect(left.since(0)).toEqual([
      {
        n: 1,
        at: expect.any(String),
        kind: 'mail',
        messageId: MessageId,
        from: 'The shop <shop@example.com>',
        to: ['ana@example.org', '"Ortiz, Luz" <luz@example.org>'],
        cc: ['c@example.org'],
        bcc: ['b@example.org'],
        replyTo: ['desk@example.com'],
        subject: 'Olá & oi',
        text: 'até já',
        html: '<b>até já</b>',
        configurationSet: 'answers',
      },
    ]);
  });

  it('may be handed in whole, and is read from its headers', async () => {
    await sendRaw([
      'From: shop@example.com',
      'To: "Ortiz, Luz" <luz@example.org>,',
      ' ana@example.org',
      'Subject: Re: my order',
      'In-Reply-To: <1@example.org>',
      '',
      'Subject: not a header',
    ]);
    expect(left.since(0)).toMatchObject([
      {
        from: 'shop@example.com',
        to: ['"Ortiz, Luz" <luz@example.org>', 'ana@example.org'],
        subject: 'Re: my order',
        headers: { 'in-reply-to': '<1@example.org>' },
        raw: expect.stringContaining('not a header'),
      },
    ]);
  });

  it('handed in whole goes out from and to whom the request says', async () => {
    const lines = ['From: shop@example.com', 'To: Ana <ana@example.org>', 'Subject: x', '', 'words'];
    await sendRaw(lines, {
      Source: 'desk@example.com',
      Destinations: ['ana@example.org', 'log@example.com'],
    });
    expect(left.since(0)).toMatchObject([{ from: 'desk@example.com', bcc: ['log@example.com'] }]);
  });

  it('may be sent through the second version of the API, with headers of its own', async () => {
    const Content = {
      Simple: {
        Subject: { Data: 'Oi' },
        Body: { Text: { Data: 'tchau' } },
        Headers: [{ Name: 'In-Reply-To', Value: '<1@example.org>' }],
      },
    };
    const Destination = { ToAddresses: ['ana@example.org'] };
    const answer = await sendTwo({ FromEmailAddress: 'shop@example.com', Destination, Content });
    expect(answer).toMatchObject({ status: 200, body: { MessageId: expect.any(String) } });
    expect(left.since(0)).toMatchObject([
      {
        to: ['ana@example.org'],
        subject: 'Oi',
        text: 'tchau',
        headers: { 'In-Reply-To': '<1@example.org>' },
      },
    ]);
  });

  it('may be handed in whole through the second version', async () => {
    const raw = 'From: shop@example.com\r\nTo: ana@example.org\r\nSubject: Oi\r\n\r\ntchau';
    const Content = { Raw: { Data: Buffer.from(raw).toString('base64') } };
    await sendTwo({ FromEmailAddress: 'shop@example.com', Content });
    expect(left.since(0)).toMatchObject([{ to: ['ana@example.org'], subject: 'Oi', raw }]);
  });
});

describe('what is refused', () => {
  const to = (...ToAddresses: string[]) => ({ Destination: { ToAddresses } });
  it.each<[string, Partial<SendEmailCommandInput>]>([
    ['nobody to send to', { Destination: {} }],
    ['more than fifty recipients', to(...Array.from({ length: 51 }, (_, n) => `buyer${n}@example.org`))],
    ['an address without a domain', to('ana')],
    ['an address that smuggles a header in', to('Ana\r\nBcc: all@example.org <ana@example.org>')],
    [
      'a subject of two lines',
      { Message: { Subject: { Data: 'a\r\nBcc: b@c.de' }, Body: { Text: { Data: 'x' } } } },
    ],
    ['no words', { Message: { Subject: { Data: 's' }, Body: {} } }],
  ])('%s', async (_, input) => {
    expect(await refusal(send(input))).toBe('InvalidParameterValue');
    expect(left.since(0)).toEqual([]);
  });

  it('a sender that is no identity of the templates, once there is one', async () => {
    await send({ Source: 'anybody@example.net' });
    expect(await make('EmailIdentity', { EmailIdentity: 'example.com' })).toMatchObject({
      ref: 'example.com',
    });
    await send();
    await expect(send({ Source: 'anybody@example.net' })).rejects.toBeInstanceOf(MessageRejected);
    expect(await complaint(send({ Source: 'shop@sub.example.com' }))).toContain('not verified');
  });

  it('a configuration set that is not there', async () => {
    await expect(send({ ConfigurationSetName: 'none' })).rejects.toBeInstanceOf(
      ConfigurationSetDoesNotExistException,
    );
  });

  it('the same in the words of the second version', async () => {
    const Content = { Simple: { Subject: { Data: 's' }, Body: {} } };
    const Destination = { ToAddresses: ['ana@example.org'] };
    expect(await sendTwo({ FromEmailAddress: 'shop@example.com', Destination, Content })).toEqual({
      status: 400,
      type: 'BadRequestException',
      body: { message: 'The message has no body.' },
    });
  });

  it('an action that this machine does not imitate', async () => {
    const answer = await fetch(served.endpoint, { method: 'POST', body: 'Action=SendTemplatedEmail' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('InvalidAction')]);
  });
});

describe('the rights that a mail needs', () => {
  const arn = (rest: string) => `arn:aws:ses:sa-east-1:000000000000:${rest}`;
  const context = {
    'ses:FromAddress': ['shop@example.com'],
    'ses:Recipients': ['ana@example.org', 'luz@example.org'],
  };

  it('are on the identity of its sender and on its configuration set', async () => {
    await make('ConfigurationSet', { Name: 'answers' });
    await send({ ConfigurationSetName: 'answers' });
    expect(served.asked.at(-1)?.permissions).toEqual([
      { action: 'ses:SendEmail', resource: arn('identity/example.com'), context },
      { action: 'ses:SendEmail', resource: arn('configuration-set/answers'), context },
    ]);
  });

  it('are on the address itself where that is an identity', async () => {
    await make('EmailIdentity', { EmailIdentity: 'example.com' });
    await make('EmailIdentity', { EmailIdentity: 'shop@example.com' });
    await send();
    expect(served.asked.at(-1)?.permissions).toEqual([
      { action: 'ses:SendEmail', resource: arn('identity/shop@example.com'), context },
    ]);
  });
});
