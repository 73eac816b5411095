/** Name, account and region of a stack: `recado-<stage>-<region>-<part>`. */
import type { StackProps } from 'aws-cdk-lib';
import type { Region } from '../../functions/core/policy/regions.ts';
import type { Stage } from '../config/stage.ts';

export type Part = 'data' | 'metering' | 'conversation' | 'ingress' | 'escalation';

export const placeOf = (
  stage: Stage,
  region: Region,
  part: Part,
  protection: { readonly terminationProtection: boolean },
): [id: string, props: StackProps] => [
  `recado-${stage.name}-${region}-${part}`,
  {
    ...protection,
    env: { account: stage.account, region },
    description: `Recado, stage ${stage.name}: ${part}`,
    tags: { 'recado:stage': stage.name, 'recado:part': part },
  },
];
