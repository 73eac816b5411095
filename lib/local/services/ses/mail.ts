/** A mail as SES takes it, whichever way it came, and what SES refuses about it. */
import { AwsError } from '../../service.ts';

export type Mail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  /** Further headers by name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The whole message as it was handed in, when it was handed in whole. */
  readonly raw?: string | undefined;
  readonly configurationSet?: string | undefined;
};

/** Source: SES quotas, "Recipients per message". */
const mostRecipients = 50;

const invalid = (words: string) => new AwsError('InvalidParameterValue', words);

/** Throws InvalidParameterValue. */
export const refuseMail = ({ from, to, cc, bcc, replyTo, subject, text, html, raw }: Mail): void => {
  const recipients = [...to, ...cc, ...bcc];
  if (recipients.length === 0) throw invalid('At least one recipient is required.');
  if (recipients.length > mostRecipients) throw invalid(`Recipient count exceeds ${mostRecipients}.`);
  for (const address of [from, ...recipients, ...replyTo]) refuseAddress(address);
  if (/[\r\n]/.test(subject)) throw invalid('Header value contains a line break.');
  if (raw === undefined && !text && !html) throw invalid('The message has no body.');
};

const refuseAddress = (address: string): void => {
  if (/\p{Cc}/u.test(address)) throw invalid('Local address contains control or whitespace');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(bareAddress(address))) throw invalid("Missing final '@domain'");
};

/** `shop@example.com` of `The shop <shop@example.com>`. */
export const bareAddress = (address: string): string =>
  (/<([^<>]*)>\s*$/.exec(address)?.[1] ?? address).trim();
