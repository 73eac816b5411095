/** Every stand-in for an AWS service, wired to each other for one machine. */
import { bedrockService, type BedrockParts } from './services/bedrock.ts';
import { cloudwatchService } from './services/cloudwatch.ts';
import { comprehendExistsIn, comprehendService } from './services/comprehend.ts';
import { dynamodbService } from './services/dynamodb/index.ts';
import { kmsService } from './services/kms.ts';
import { outbox } from './services/outbox.ts';
import { s3Service } from './services/s3.ts';
import { schedulerService } from './services/scheduler.ts';
import { secretsManagerService } from './services/secrets-manager.ts';
import { sesService } from './services/ses.ts';
import { snsService } from './services/sns.ts';
import { sqsService } from './services/sqs/sqs.ts';
import { stepFunctionsService } from './services/step-functions.ts';
import { callerOf } from './services/step-functions/caller.ts';
import { roleSessions } from './services/step-functions/role-sessions.ts';
import { stsService } from './services/sts.ts';
import { translateExistsIn, translateService } from './services/translate.ts';
import type { DynamoDbService } from './services/dynamodb/index.ts';
import type { StepFunctionsService } from './services/step-functions.ts';
import type { Host, Played } from './stand-ins.ts';

export type AwsParts = {
  readonly bedrock: BedrockParts;
};

/** What the commands of this machine read beside the wire. */
export type PlayedAws = Played & {
  readonly dynamodb: DynamoDbService;
  readonly states: StepFunctionsService;
  readonly warnings: () => readonly string[];
};

const sweepEvery = 60;

export const playAws = (host: Host, parts: AwsParts): PlayedAws => {
  const { place } = host;
  const left = outbox(place);
  const kms = kmsService(place);
  const keyArn = (reference: string): string => kms.keyArn(reference);
  const queues = sqsService(place, () => host.endpoint);
  const sns = snsService(place, left);
  const cloudwatch = cloudwatchService(
    place,
    {
      queueDepth: (arn) => (queues.all().includes(arn) ? queues.depth(arn).visible : undefined),
      queueAge: (arn) => (queues.all().includes(arn) ? queues.oldestAge(arn) : undefined),
    },
    { publish: sns.publish },
  );
  const s3 = s3Service(place, keyArn);
  const dynamodb = dynamodbService(place);
  const bedrock = bedrockService(place, parts.bedrock);
  const scheduler = schedulerService(place, host.invokeTarget);
  const states = stepFunctionsService(place, {
    callAs: callerOf({
      endpoint: () => host.endpoint,
      region: place.region,
      accessKeyOf: roleSessions(place.clock, host.assume),
    }),
    trusts: (roleArn) => host.trustsService(roleArn, 'states.amazonaws.com'),
    measure: (metric, value) => cloudwatch.record(metric, value),
    chance: Math.random,
  });
  let ticks = 0;
  return {
    services: [
      kms,
      dynamodb,
      queues,
      s3,
      secretsManagerService(place, keyArn),
      stsService(place, { trusts: host.trusts, assume: host.assume }),
      sns,
      sesService(place, left),
      cloudwatch,
      scheduler,
      states,
      bedrock,
      ...(comprehendExistsIn(place.region) ? [comprehendService(place)] : []),
      ...(translateExistsIn(place.region) ? [translateService(place)] : []),
    ],
    queues,
    streams: dynamodb,
    executions: states,
    scheduler,
    dynamodb,
    states,
    warnings: () => bedrock.warnings(),
    sent: (after) => left.since(after),
    measure: (metric, value) => cloudwatch.record(metric, value),
    halt: states.halt,
    tick: () => {
      void scheduler.tick();
      states.tick();
      queues.tick();
      ticks += 1;
      if (ticks % sweepEvery === 0) {
        dynamodb.sweepExpired();
        s3.sweepExpired();
      }
    },
  };
};
