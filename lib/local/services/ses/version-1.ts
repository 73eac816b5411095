/** The requests of SES's first API, in the query protocol. Source: SES API reference, SendEmail and SendRawEmail. */
import { AwsError } from '../../service.ts';
import { queryList } from '../query-form.ts';
import type { Mail } from './mail.ts';
import { rawMail } from './raw-mail.ts';

export const sendEmail = (form: URLSearchParams): Mail => ({
  from: demanded(form, 'Source'),
  to: queryList(form, 'Destination.ToAddresses.member'),
  cc: queryList(form, 'Destination.CcAddresses.member'),
  bcc: queryList(form, 'Destination.BccAddresses.member'),
  replyTo: queryList(form, 'ReplyToAddresses.member'),
  subject: demanded(form, 'Message.Subject.Data'),
  text: form.get('Message.Body.Text.Data') ?? undefined,
  html: form.get('Message.Body.Html.Data') ?? undefined,
  configurationSet: form.get('ConfigurationSetName') ?? undefined,
});

export const sendRawEmail = (form: URLSearchParams): Mail => {
  const to = queryList(form, 'Destinations.member');
  const raw = Buffer.from(demanded(form, 'RawMessage.Data'), 'base64').toString();
  return {
    ...rawMail(raw, { from: form.get('Source') ?? undefined, ...(to.length > 0 && { to }) }),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  };
};

const demanded = (form: URLSearchParams, name: string): string => {
  const value = form.get(name);
  if (value !== null) return value;
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  );
};
