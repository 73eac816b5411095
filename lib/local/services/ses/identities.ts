/** Who may send: the identities and configuration sets of the templates. */
import { z } from 'zod';
import { AwsError } from '../../service.ts';
import type { Permission, Place, Provider, Provisioned, Resource } from '../../service.ts';
import { bareAddress } from './mail.ts';
import type { Mail } from './mail.ts';

export type Identities = Provider & {
  /** Throws MessageRejected or ConfigurationSetDoesNotExist. */
  refuse(mail: Mail): void;
  rights(action: string, mail: Mail): readonly Permission[];
};

const identity = z.object({ EmailIdentity: z.string() });
const configurationSet = z.object({ Name: z.string().optional() });

export const identities = (place: Place): Identities => {
  const verified = new Set<string>();
  const sets = new Set<string>();
  const arn = (kind: string, name: string) => `arn:aws:ses:${place.region}:${place.account}:${kind}/${name}`;
  const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
  /** The identity that a mail from this address uses: the address itself goes before its domain. */
  const used = (address: string) =>
    [address, domainOf(address)].find((name) => verified.has(name)) ?? domainOf(address);

  const makeIdentity = ({ properties }: Resource): Provisioned => {
    const name = identity.parse(properties).EmailIdentity.toLowerCase();
    verified.add(name);
    const tokens = [1, 2, 3].flatMap((n) => [
      [`DkimDNSTokenName${n}`, `token${n}._domainkey.${name}`] as const,
      [`DkimDNSTokenValue${n}`, `token${n}.dkim.amazonses.com`] as const,
    ]);
    return { ref: name, attributes: Object.fromEntries(tokens) };
  };

  const makeSet = ({ stack, logicalId, properties }: Resource): Provisioned => {
    const name = configurationSet.parse(properties).Name ?? `${stack}-${logicalId}`;
    sets.add(name);
    return { ref: name, attributes: {} };
  };

  return {
    types: ['AWS::SES::EmailIdentity', 'AWS::SES::ConfigurationSet'],
    provision: (resource) =>
      resource.type === 'AWS::SES::EmailIdentity' ? makeIdentity(resource) : makeSet(resource),
    refuse: (mail) => {
      const from = bareAddress(mail.from).toLowerCase();
      // Identities that were verified by hand stand in no template: without any in the templates all may send.
      if (verified.size > 0 && !verified.has(used(from)))
        throw new AwsError(
          'MessageRejected',
          `Email address is not verified. The following identities failed the check in region ${place.region.toUpperCase()}: ${from}`,
        );
      if (mail.configurationSet !== undefined && !sets.has(mail.configurationSet))
        throw new AwsError(
          'ConfigurationSetDoesNotExist',
          `Configuration set <${mail.configurationSet}> does not exist.`,
        );
    },
    rights: (action, mail) => {
      const from = bareAddress(mail.from).toLowerCase();
      const context = {
        'ses:FromAddress': [from],
        'ses:Recipients': [...mail.to, ...mail.cc, ...mail.bcc].map(bareAddress),
      };
      const own = { action: `ses:${action}`, resource: arn('identity', used(from)), context };
      return mail.configurationSet === undefined
        ? [own]
        : [own, { ...own, resource: arn('configuration-set', mail.configurationSet) }];
    },
  };
};
