/** Serves an API at a name of the deployer's, with a certificate of the region; DNS stays in the deployer's hands. */
import { CfnOutput } from 'aws-cdk-lib';
import { ApiMapping, DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { Construct } from 'constructs';

export type ApiDomainProps = { readonly host: string; readonly api: HttpApi; readonly stage: HttpStage };

export class ApiDomain extends Construct {
  readonly address: string;

  constructor(scope: Construct, id: string, { host, api, stage }: ApiDomainProps) {
    super(scope, id);
    /* Without a hosted zone the deploy waits until the deployer has made the record that ACM asks for. */
    const certificate = new Certificate(this, 'Certificate', {
      domainName: host,
      validation: CertificateValidation.fromDns(),
    });
    const domainName = new DomainName(this, 'Name', {
      domainName: host,
      certificate,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, 'Mapping', { api, domainName, stage });
    this.address = `https://${host}`;
    new CfnOutput(this, 'PointsAt', {
      description: `CNAME of ${host}`,
      value: domainName.regionalDomainName,
    });
  }
}
