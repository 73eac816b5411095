/** Carries out the call of a task under the role of its machine. */
import { z } from 'zod';
import type { CallAs } from './caller.ts';
import type { Ongoing } from './execution.ts';
import { invokeArguments, invokeCall, invokeOutcome } from './lambda-task.ts';
import { readResource } from './resource.ts';
import { serviceTask } from './service-task.ts';
import type { TaskOutcome } from './store.ts';

/** Never rejects: what goes wrong is an outcome with the name that AWS gives it. */
export const performTask = async (callAs: CallAs, roleArn: string, task: Ongoing): Promise<TaskOutcome> => {
  const resource = readResource(task.resource);
  try {
    if (resource.kind === 'function') {
      const call = invokeCall({ FunctionName: task.resource, Payload: task.arguments });
      return invokeOutcome(await callAs(roleArn, call), false);
    }
    if (resource.type === 'lambda') {
      const parsed = invokeArguments.safeParse(task.arguments);
      if (!parsed.success)
        return { ok: false, error: 'States.Runtime', cause: z.prettifyError(parsed.error) };
      return invokeOutcome(await callAs(roleArn, invokeCall(parsed.data)), true);
    }
    const { call, outcome } = serviceTask(resource.type, resource.action, task.arguments);
    return outcome(await callAs(roleArn, call));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    if (cause.startsWith('no role ')) return { ok: false, error: 'States.Permissions', cause };
    // The line broke before there was an answer.
    const client = resource.type === 'lambda' ? 'Lambda.SdkClientException' : 'States.TaskFailed';
    return { ok: false, error: client, cause };
  }
};
