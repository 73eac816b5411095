/** What a Publish request asks for, and what SNS refuses about it. Limits: SNS API reference, Publish. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';

export type Notice = {
  readonly subject?: string | undefined;
  readonly message: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
};

export type Publication = { readonly notice: Notice } & (
  | { readonly topicArn: string; readonly phoneNumber?: undefined }
  | { readonly topicArn?: undefined; readonly phoneNumber: string }
);

const longestMessage = 262_144;
const invalid = (words: string) => new AwsError('InvalidParameter', `Invalid parameter: ${words}`);

export const targetTopic = (form: URLSearchParams): string | undefined =>
  form.get('TopicArn') ?? form.get('TargetArn') ?? undefined;

/** Throws InvalidParameter. */
export const publication = (form: URLSearchParams): Publication => {
  const notice = noticeOf(form);
  const topicArn = targetTopic(form);
  if (topicArn !== undefined) return { topicArn, notice };
  const phoneNumber = form.get('PhoneNumber');
  if (phoneNumber === null) throw invalid('TopicArn or TargetArn Reason: no value for required parameter');
  if (!/^\+[1-9]\d{1,14}$/.test(phoneNumber))
    throw invalid(`PhoneNumber Reason: ${phoneNumber} is not valid to publish to`);
  return { phoneNumber, notice };
};

const noticeOf = (form: URLSearchParams): Notice => {
  const message = form.get('Message') ?? '';
  const subject = form.get('Subject') ?? undefined;
  if (message === '') throw invalid('Empty message');
  if (Buffer.byteLength(message) > longestMessage) throw invalid('Message too long');
  if (subject !== undefined && !/^[^\p{Cc}\s][^\p{Cc}]{0,98}$/u.test(subject)) throw invalid('Subject');
  return {
    subject,
    message: messageIn(form.get('MessageStructure'), message),
    attributes: attributesOf(form),
  };
};

/** With the structure `json` each protocol may have its own words; the default ones are kept. */
const messageIn = (structure: string | null, message: string): string => {
  if (structure === null) return message;
  if (structure !== 'json') throw invalid('MessageStructure');
  const parsed = z.object({ default: z.string() }).safeParse(jsonOf(message));
  if (!parsed.success) throw invalid('Message Structure - No default entry in JSON message body');
  return parsed.data.default;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('Message Structure - JSON message body failed to parse');
  }
};

/** Values by name, binary ones in base64; undefined without any. */
const attributesOf = (form: URLSearchParams): Record<string, string> | undefined => {
  const entries: [string, string][] = [];
  for (let n = 1; ; n += 1) {
    const name = form.get(`MessageAttributes.entry.${n}.Name`);
    if (name === null) return entries.length === 0 ? undefined : Object.fromEntries(entries);
    const value = `MessageAttributes.entry.${n}.Value`;
    entries.push([name, form.get(`${value}.StringValue`) ?? form.get(`${value}.BinaryValue`) ?? '']);
  }
};
