/** The request of SES's second API, in JSON. Source: SES API v2 reference, SendEmail. */
import { z } from 'zod';
import { readInput } from '../aws-json.ts';
import type { Mail } from './mail.ts';
import { rawMail } from './raw-mail.ts';

const data = z.object({ Data: z.string() });
const addresses = z.array(z.string()).default([]);
const shape = z.object({
  FromEmailAddress: z.string(),
  Destination: z
    .object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .optional(),
  ReplyToAddresses: addresses,
  ConfigurationSetName: z.string().optional(),
  Content: z.union([
    z.object({
      Simple: z.object({
        Subject: data,
        Body: z.object({ Text: data.optional(), Html: data.optional() }),
        Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
      }),
    }),
    z.object({ Raw: z.object({ Data: z.base64() }) }),
  ]),
});

export const versionTwoMail = (body: Buffer): Mail => {
  const { FromEmailAddress: from, Destination, Content, ...asked } = readInput(shape, body);
  const { ToAddresses: to = [], CcAddresses: cc = [], BccAddresses: bcc = [] } = Destination ?? {};
  const configurationSet = asked.ConfigurationSetName;
  if ('Raw' in Content) {
    const everybody = [...to, ...cc, ...bcc];
    const raw = Buffer.from(Content.Raw.Data, 'base64').toString();
    return { ...rawMail(raw, { from, ...(everybody.length > 0 && { to: everybody }) }), configurationSet };
  }
  const { Subject, Body, Headers } = Content.Simple;
  return {
    from,
    to,
    cc,
    bcc,
    replyTo: asked.ReplyToAddresses,
    subject: Subject.Data,
    text: Body.Text?.Data,
    html: Body.Html?.Data,
    headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
    configurationSet,
  };
};
