/** Reads what a service answered: JSON, and the code and words of an error. */
import { z } from 'zod';
import type { Json } from '../../../asl/json.ts';
import type { AwsReply } from './caller.ts';

const json = z.json();

export const parsedOr = <Other>(text: string, otherwise: Other): Json | Other => {
  try {
    return json.parse(JSON.parse(text));
  } catch {
    return otherwise;
  }
};

const error = z.object({ __type: z.string().optional(), message: z.string().optional() });

/** `ConditionalCheckFailedException` of a header, of `com.amazonaws…#ConditionalCheckFailedException`, or of XML. */
export const codeOf = ({ headers, body }: AwsReply): string => {
  const header = headers['x-amzn-errortype'];
  const told =
    (typeof header === 'string' ? header : undefined) ??
    error.safeParse(parsedOr(body, {})).data?.__type ??
    /<Code>([^<]+)<\/Code>/u.exec(body)?.[1];
  return told?.split('#').at(-1)?.split(':')[0] ?? 'Unknown';
};

export const messageOf = ({ status, body }: AwsReply): string =>
  error.safeParse(parsedOr(body, {})).data?.message ??
  /<Message>([^<]*)<\/Message>/u.exec(body)?.[1] ??
  `HTTP status ${status}`;
