/** What AWS itself hands to a resource in the name of a role: a schedule's event to a Lambda, a queue or a state machine. */
import type { Access } from './iam/access.ts';
import type { Background } from './lambda/background.ts';
import type { QueueAccess } from './services/sqs/sqs.ts';
import type { ExecutionAccess } from './services/step-functions.ts';

/** Rejects when the role may not, or the target does not take it. */
export type InvokeTarget = (targetArn: string, payload: string, roleArn: string) => Promise<void>;

export type TargetParts = {
  readonly allowed: Access['allowed'];
  readonly background: Pick<Background, 'invoke'>;
  readonly queues: QueueAccess | undefined;
  readonly executions?: ExecutionAccess | undefined;
};

export const invokeTarget = async (
  { allowed, background, queues, executions }: TargetParts,
  ...[targetArn, payload, roleArn]: Parameters<InvokeTarget>
): Promise<void> => {
  const demand = (action: string) => {
    if (!allowed(roleArn, { action, resource: targetArn }))
      throw new Error(`${roleArn} is not authorized to perform: ${action} on resource: ${targetArn}`);
  };
  const service = targetArn.split(':')[2];
  if (service === 'lambda') {
    demand('lambda:InvokeFunction');
    const accepted = background.invoke(targetArn, payload);
    if (accepted.kind === 'refused') throw new Error(accepted.message);
  } else if (service === 'sqs' && queues !== undefined) {
    demand('sqs:SendMessage');
    const sent = queues.send(targetArn, { body: payload }, roleArn);
    if (sent instanceof Error) throw sent;
  } else if (service === 'states' && executions?.has(targetArn) === true) {
    demand('states:StartExecution');
    executions.start(targetArn, payload);
  } else throw new Error(`nothing here can be handed to ${targetArn}`);
};
