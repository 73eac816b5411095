/** The one stage of an HTTP API: throttled, and logged without the path, which would name a registration. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { callsPerSecond } from '../config/capacity.ts';
import type { Foundation } from './foundation.ts';

const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    name: 'access',
    time: '$context.requestTimeEpoch',
    request: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    durationMs: '$context.responseLatency',
    integrationStatus: '$context.integrationStatus',
  }),
);

export class ApiStage extends Construct {
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, foundation: Foundation, api: HttpApi) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/recado-${foundation.stage.name}-access`,
      retention: foundation.stage.retentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { rate, burst } = callsPerSecond(foundation.stage);
    this.stage = new HttpStage(this, 'Default', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: rate, burstLimit: burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: accessLog },
    });
  }
}
