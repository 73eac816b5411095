/** Task tokens: they say which task of which execution they are for, so that they can be told from garbage. */
import { z } from 'zod';

export type TokenOf = {
  readonly machineArn: string;
  readonly executionName: string;
  readonly frame: string;
  readonly nonce: string;
};

const members = z.tuple([z.string(), z.string(), z.string(), z.string()]);

export const makeToken = ({ machineArn, executionName, frame, nonce }: TokenOf): string =>
  Buffer.from(JSON.stringify([machineArn, executionName, frame, nonce])).toString('base64url');

/** Undefined for a text that this machine never gave out. */
export const readToken = (token: string): TokenOf | undefined => {
  try {
    const parsed = members.safeParse(JSON.parse(Buffer.from(token, 'base64url').toString('utf8')));
    if (!parsed.success) return undefined;
    const [machineArn, executionName, frame, nonce] = parsed.data;
    return { machineArn, executionName, frame, nonce };
  } catch {
    return undefined;
  }
};

/** ARN of an execution of a machine. */
export const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
