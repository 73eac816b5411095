/** Reads from a mail that was handed in whole what its headers say. */
import { bareAddress } from './mail.ts';
import type { Mail } from './mail.ts';

/** The envelope of the request goes before the headers; recipients whom no header names are blind copies. */
export const rawMail = (
  raw: string,
  envelope: { readonly from?: string | undefined; readonly to?: readonly string[] } = {},
): Mail => {
  const headers = headersOf(raw);
  const list = (name: string) => addresses(headers.get(name) ?? '');
  const named = [...list('to'), ...list('cc')].map(bareAddress);
  const unnamed = envelope.to?.filter((address) => !named.includes(bareAddress(address)));
  return {
    from: envelope.from ?? headers.get('from') ?? '',
    to: list('to'),
    cc: list('cc'),
    bcc: unnamed ?? list('bcc'),
    replyTo: list('reply-to'),
    subject: headers.get('subject') ?? '',
    headers: Object.fromEntries(headers),
    raw,
  };
};

/** Header values by name in lower case, folded lines joined (RFC 5322, section 2.2.3). */
const headersOf = (raw: string): ReadonlyMap<string, string> => {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as const];
    }),
  );
};

/** Addresses of a list; a comma within quotes or angle brackets does not part them. */
const addresses = (list: string): readonly string[] =>
  (list.match(/(?:"[^"]*"|<[^>]*>|[^,"<])+/g) ?? []).map((one) => one.trim()).filter((one) => one !== '');
