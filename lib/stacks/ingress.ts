/** The front door of a region: marketplaces call it, shops without an address fetch their replies from it. */
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Construct } from 'constructs';
import type { ListRepliesEnv } from '../../functions/list-replies/env.ts';
import type { ReceiveWebhookEnv } from '../../functions/receive-webhook/env.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { ApiDomain } from '../constructs/api-domain.ts';
import { ApiStage } from '../constructs/api-stage.ts';
import type { Foundation } from '../constructs/foundation.ts';
import { HarmAlarm } from '../constructs/harm-alarm.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import type { Environment } from '../constructs/house-function.ts';
import type { ConversationStack } from './conversation.ts';
import { listRepliesGrants, receiveWebhookGrants } from './grants/ingress.ts';
import type { Stores } from './grants/rights.ts';
import { placeOf } from './place.ts';

export class IngressStack extends Stack {
  constructor(scope: Construct, foundation: Foundation, stores: Stores, conversation: ConversationStack) {
    const { stage, region } = foundation;
    super(scope, ...placeOf(stage, region, 'ingress', { terminationProtection: true }));
    const api = new HttpApi(this, 'Api', {
      apiName: `recado-${stage.name}`,
      description: 'Webhooks of marketplaces, and replies for shops that poll',
      createDefaultStage: false,
    });
    /* Registered at every platform: a new id would cut them all off. */
    api.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const apiStage = new ApiStage(this, 'Stage', foundation, api);

    this.route(
      api,
      HttpMethod.ANY,
      '/webhooks/{channel}/{registration}',
      this.receiveWebhook(foundation, stores, conversation),
    );
    this.route(
      api,
      HttpMethod.GET,
      '/channels/rest/{registration}/replies',
      this.listReplies(foundation, stores),
    );

    const address =
      stage.domain === undefined
        ? api.apiEndpoint
        : new ApiDomain(this, 'Domain', { host: `${region}.${stage.domain}`, api, stage: apiStage.stage })
            .address;
    new HarmAlarm(this, 'Refuses', foundation, {
      name: 'webhook-refuses',
      harm: {
        impact: 'marketplaces get errors from us: they repeat for a while, then messages of buyers are lost',
        runbook: 'docs/runbook.md#webhook-refuses',
      },
      metric: api.metricServerError({ period: Duration.minutes(1) }),
      when: { atLeast: 1 },
      periods: 2,
    });
    new CfnOutput(this, 'WebhookAddress', { value: `${address}/webhooks` });
    new CfnOutput(this, 'RepliesAddress', { value: `${address}/channels/rest` });
  }

  private receiveWebhook(foundation: Foundation, stores: Stores, { queues, unreadable }: ConversationStack) {
    const { data } = stores;
    return new HouseFunction<ReceiveWebhookEnv>(this, 'ReceiveWebhook', foundation, {
      lambda: 'receive-webhook',
      timeout: Duration.seconds(5),
      environment: {
        HOME_REGION: foundation.region,
        INBOUND_QUEUE_URL: queues.inbound.queue.queueUrl,
        POINTERS_QUEUE_URL: queues.pointers.queue.queueUrl,
        UNREADABLE_QUEUE_URL: unreadable.queueUrl,
        REGISTRATIONS_TABLE: data.registrations.tableName,
        ACCESS_KEY_ARN: data.accessKey.keyArn,
        BODIES_BUCKET: data.bodies.bucketName,
        ID_KEY_SECRET: data.idKey.secretArn,
      },
      grants: receiveWebhookGrants(stores, queues.inbound.queue, queues.pointers.queue, unreadable),
    });
  }

  private listReplies(foundation: Foundation, stores: Stores) {
    const { data } = stores;
    return new HouseFunction<ListRepliesEnv>(this, 'ListReplies', foundation, {
      lambda: 'list-replies',
      timeout: Duration.seconds(10),
      environment: {
        HOME_REGION: foundation.region,
        REGISTRATIONS_TABLE: data.registrations.tableName,
        ACCESS_KEY_ARN: data.accessKey.keyArn,
        TENANTS_TABLE: data.tenants.tableName,
        CONVERSATIONS_TABLE: data.conversations.tableName,
        KEYS_TABLE: data.keys.tableName,
        DATA_KEY_ARN: data.dataKey.keyArn,
      },
      grants: listRepliesGrants(stores),
    });
  }

  private route(
    api: HttpApi,
    method: HttpMethod,
    path: string,
    { lambda }: HouseFunction<Environment>,
  ): void {
    const routes = api.addRoutes({
      path,
      methods: [method],
      integration: new HttpLambdaIntegration(`${lambda.node.id}Integration`, lambda),
    });
    for (const route of routes)
      acknowledge(route, {
        rule: 'AwsSolutions-APIG4',
        because: 'Platforms sign the body: the Lambda verifies it, which no authorizer of an HTTP API can',
        reviewBy: '2027-05-31',
      });
  }
}
