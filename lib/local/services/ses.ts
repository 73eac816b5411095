/** Amazon SES on this machine: mails, sent through either version of its API, are kept to be read. */
import { randomUUID } from 'node:crypto';
import { AwsError } from '../service.ts';
import type { AwsAnswer, AwsRequest, Place, Service } from '../service.ts';
import { jsonAnswer } from './aws-json.ts';
import type { Outbox } from './outbox.ts';
import { queryAnswer, queryForm } from './query-form.ts';
import { identities } from './ses/identities.ts';
import { refuseMail } from './ses/mail.ts';
import type { Mail } from './ses/mail.ts';
import { sendEmail, sendRawEmail } from './ses/version-1.ts';
import { versionTwoMail } from './ses/version-2.ts';

/** SendEmail and SendRawEmail of version 1, SendEmail of version 2. */
export const sesService = (place: Place, sent: Outbox, newId: () => string = randomUUID): Service => {
  const senders = identities(place);

  const send = (mail: Mail): string => {
    refuseMail(mail);
    senders.refuse(mail);
    const messageId = newId();
    sent.add('mail', { messageId, ...mail });
    return messageId;
  };

  return {
    name: 'ses',
    types: senders.types,
    provision: (resource) => senders.provision(resource),
    operation,
    permissions: (request) => senders.rights(operation(request), mailOf(request)),
    answer: async (request) => {
      const mail = mailOf(request);
      if (!isVersionTwo(request)) return queryAnswer(operation(request), { MessageId: send(mail) });
      return versionTwoAnswer(() => send(mail));
    },
    close: async () => {},
  };
};

const isVersionTwo = ({ path }: AwsRequest): boolean => path.startsWith('/v2/');

const operation = (request: AwsRequest): string => {
  if (!isVersionTwo(request)) return queryForm(request).get('Action') ?? '';
  const { method, path } = request;
  return method === 'POST' && path === '/v2/email/outbound-emails' ? 'SendEmail' : `${method} ${path}`;
};

const mailOf = (request: AwsRequest): Mail => {
  const name = operation(request);
  if (name === 'SendEmail' && isVersionTwo(request)) return versionTwoMail(request.body);
  if (name === 'SendEmail') return sendEmail(queryForm(request));
  if (name === 'SendRawEmail') return sendRawEmail(queryForm(request));
  throw new AwsError('InvalidAction', `ses ${name} is not imitated on this machine.`);
};

/** The second version answers in JSON, errors too, and calls a refused value a bad request. */
const versionTwoAnswer = (send: () => string): AwsAnswer => {
  try {
    return jsonAnswer({ MessageId: send() }, 'application/json');
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const code = error.code === 'InvalidParameterValue' ? 'BadRequestException' : error.code;
    return {
      status: error.status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
      body: JSON.stringify({ message: error.message }),
    };
  }
};
