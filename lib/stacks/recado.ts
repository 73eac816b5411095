/** Places every stack of every stage and region, in the order in which they lean on each other. */
import type { Construct } from 'constructs';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { Stage } from '../config/stage.ts';
import type { CodeOf, Foundation } from '../constructs/foundation.ts';
import { ConversationStack } from './conversation.ts';
import { DataStack } from './data.ts';
import { EscalationStack } from './escalation.ts';
import { IngressStack } from './ingress.ts';
import { MeteringStack } from './metering.ts';

const placeRegion = (scope: Construct, stage: Stage, region: Region, code: CodeOf): void => {
  const data = new DataStack(scope, stage, region);
  const metering = new MeteringStack(scope, stage, region, data);
  const stores = { data, metering };
  const { dataKey, boundary, alarmTopic } = data;
  const foundation: Foundation = { stage, region, code, dataKey, boundary, alarmTopic };
  metering.run(foundation, stores);
  const conversation = new ConversationStack(scope, foundation, stores);
  new IngressStack(scope, foundation, stores, conversation);
  new EscalationStack(scope, foundation, stores, conversation.queues);
};

export const placeStages = (scope: Construct, stages: readonly Stage[], code: CodeOf): void => {
  for (const stage of stages) for (const region of stage.regions) placeRegion(scope, stage, region, code);
};
