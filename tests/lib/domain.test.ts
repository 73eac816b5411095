/** A stage with a domain of its own is called there, under a name of the region. */
import { expect, it } from 'vitest';
import { ofType, ownStages, templatesOf } from './template-rules.ts';

it('serves webhooks at a name of the region, with a certificate of its own and modern TLS', () => {
  const stages = ownStages().slice(0, 1);
  const templates = templatesOf(
    stages.map((stage) => ({ ...stage, regions: ['us-east-1'], domain: 'chat.example.com' })),
  );
  const host = 'us-east-1.chat.example.com';
  const names = ofType(templates, 'AWS::ApiGatewayV2::DomainName').map(({ properties }) => properties);
  expect(names.map((properties) => properties['DomainName'])).toEqual([host]);
  expect(JSON.stringify(names)).toContain('"SecurityPolicy":"TLS_1_2"');
  const certificates = ofType(templates, 'AWS::CertificateManager::Certificate');
  expect(certificates.map(({ properties }) => properties['DomainName'])).toEqual([host]);
  expect(ofType(templates, 'AWS::ApiGatewayV2::ApiMapping')).toHaveLength(1);
});
