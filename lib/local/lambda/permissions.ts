/** Who may invoke a Lambda from outside: AWS::Lambda::Permission, without which API Gateway and EventBridge cannot. */
import { z } from 'zod';
import { arnLike } from '../iam/pattern.ts';
import type { Provider } from '../service.ts';

export type InvokePermissions = Provider & {
  /** Whether this AWS service may invoke the function on behalf of this resource. */
  readonly permits: (functionArn: string, service: string, sourceArn: string) => boolean;
};

const shape = z.object({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});

/** `arnOf` finds the ARN behind a name, a partial or a whole ARN. */
export const openInvokePermissions = (
  arnOf: (nameOrArn: string) => string | undefined,
): InvokePermissions => {
  const permissions: z.infer<typeof shape>[] = [];
  return {
    types: ['AWS::Lambda::Permission'],
    provision: ({ stack, logicalId, properties }) => {
      permissions.push(shape.parse(properties));
      return { ref: `${stack}-${logicalId}`, attributes: {} };
    },
    permits: (functionArn, service, sourceArn) =>
      permissions.some(
        ({ Action, FunctionName, Principal, SourceArn }) =>
          ['lambda:InvokeFunction', 'lambda:*'].includes(Action) &&
          Principal === service &&
          arnOf(FunctionName) === functionArn &&
          (SourceArn === undefined || arnLike(SourceArn)(sourceArn, { values: () => [] }) === true),
      ),
  };
};
