/** What every Lambda, queue and alarm of one region stands on. */
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { Stage } from '../config/stage.ts';

/** The bundle of a Lambda, by the name of its folder in `functions/`. */
export type CodeOf = (lambda: string) => Code;

export type Foundation = {
  readonly stage: Stage;
  readonly region: Region;
  readonly code: CodeOf;
  /** Encrypts tables, queues, bodies and notices. */
  readonly dataKey: IKey;
  readonly boundary: IManagedPolicy;
  /** The one topic of the region that every alarm publishes to. */
  readonly alarmTopic: ITopic;
};
