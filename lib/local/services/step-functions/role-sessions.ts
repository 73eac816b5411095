/** Sessions of the roles of state machines, renewed before they end. */
import type { Callers } from '../../iam/callers.ts';
import type { Clock } from '../../service.ts';

const sessionMs = 3_600_000;
/** No call of a task may outlive its session: a Lambda takes fifteen minutes at most. */
const reserveMs = 20 * 60_000;

/** Answers the access key of a session of a role; throws when there is no such role. */
export const roleSessions = (clock: Clock, assume: Callers['assume']) => {
  const sessions = new Map<string, { readonly key: string; readonly expiresAt: number }>();
  return (roleArn: string): string => {
    const known = sessions.get(roleArn);
    if (known !== undefined && known.expiresAt - reserveMs > clock()) return known.key;
    const expiresAt = clock() + sessionMs;
    const { accessKeyId: key } = assume({
      caller: { arn: 'states.amazonaws.com', sessionTags: {} },
      roleArn,
      sessionName: 'state-machine',
      tags: {},
      expiresAt,
    });
    sessions.set(roleArn, { key, expiresAt });
    return key;
  };
};
