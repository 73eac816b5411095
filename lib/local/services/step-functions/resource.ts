/** What the Resource of a Task names: a Lambda, or an action of a service. */

export type TaskResource = {
  /** `function`: a Lambda by its own ARN. */
  readonly kind: 'function' | 'integration';
  /** As histories name it: `lambda`, `dynamodb`, `aws-sdk:dynamodb`. */
  readonly type: string;
  readonly action: string;
  /** Whether the task goes on only by its token. */
  readonly waits: boolean;
};

const integration = /^arn:aws:states:::((?:aws-sdk:)?[a-z0-9]+):([A-Za-z]+)(\.[A-Za-z:0-9]+)?$/u;
const lambdaArn = /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9-_]+(?::[A-Za-z0-9-_$]+)?$/u;

/** The integrations that are imitated; of SDK integrations any action of these services. */
const known: readonly RegExp[] = [
  /^lambda:invoke(\.waitForTaskToken)?$/u,
  /^dynamodb:(getItem|putItem|updateItem|deleteItem)$/u,
  /^sqs:sendMessage(\.waitForTaskToken)?$/u,
  /^sns:publish(\.waitForTaskToken)?$/u,
  /^states:startExecution(\.waitForTaskToken)?$/u,
  /^aws-sdk:(dynamodb|sqs|sfn):[A-Za-z]+(\.waitForTaskToken)?$/u,
  /^aws-sdk:sns:publish$/u,
  /^aws-sdk:s3:(getObject|putObject)$/u,
];

/** Throws for a resource that this machine does not imitate. */
export const readResource = (resource: string): TaskResource => {
  if (lambdaArn.test(resource)) return { kind: 'function', type: 'lambda', action: resource, waits: false };
  const [, type = '', action = '', pattern = ''] = integration.exec(resource) ?? [];
  if (!known.some((shape) => shape.test(`${type}:${action}${pattern}`)))
    throw new Error(`the resource ${resource} is not imitated on this machine`);
  return { kind: 'integration', type, action: `${action}${pattern}`, waits: pattern === '.waitForTaskToken' };
};
