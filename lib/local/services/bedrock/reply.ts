/** What a model answered, in the shape of Converse: cut at its limit, stopped where it was told to stop. */
import { randomUUID } from 'node:crypto';
import { AwsError } from '../../service.ts';
import type { Conversation } from './conversation.ts';
import { estimateTokens } from './models.ts';

/** An answer as the machine's model gives it; `toolInput` fills the tool that was asked for, or the JSON schema. */
export type ModelAnswer =
  | { readonly text: string }
  | { readonly toolInput: unknown }
  | { readonly error: { readonly code: string; readonly message: string; readonly status: number } };

type Content = { readonly text: string } | { readonly toolUse: object };

export type Reply = {
  readonly content: readonly Content[];
  readonly stopReason: 'end_turn' | 'tool_use' | 'max_tokens' | 'stop_sequence';
  readonly outputTokens: number;
};

/**
 * @param maxTokens the caller's limit, or the model's own
 * @throws AwsError the error that the answer asks for
 */
export const replyOf = (answer: ModelAnswer, conversation: Conversation, maxTokens: number): Reply => {
  if ('error' in answer) throw new AwsError(answer.error.code, answer.error.message, answer.error.status);
  if ('text' in answer) return textReply(answer.text, conversation, maxTokens);
  if (conversation.tools.length === 0)
    return textReply(JSON.stringify(answer.toolInput), conversation, maxTokens);
  return toolReply(answer.toolInput, conversation, maxTokens);
};

const textReply = (text: string, conversation: Conversation, maxTokens: number): Reply => {
  const stops = conversation.stopSequences.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  const stopAt = Math.min(...stops, text.length);
  const limit = maxTokens * 4;
  const kept = text.slice(0, Math.min(stopAt, limit));
  const ended = stopAt < text.length ? 'stop_sequence' : 'end_turn';
  const stopReason = stopAt > limit ? 'max_tokens' : ended;
  return { content: [{ text: kept }], stopReason, outputTokens: estimateTokens(kept) };
};

/** A call of a tool that does not fit the limit is no call. */
const toolReply = (input: unknown, { tools, mustCall }: Conversation, maxTokens: number): Reply => {
  const name = mustCall === undefined || mustCall === '*' ? tools[0]?.name : mustCall;
  const outputTokens = estimateTokens(JSON.stringify(input));
  if (outputTokens > maxTokens) return { content: [], stopReason: 'max_tokens', outputTokens: maxTokens };
  const toolUse = { toolUseId: `tooluse_${randomUUID().replaceAll('-', '').slice(0, 22)}`, name, input };
  return { content: [{ toolUse }], stopReason: 'tool_use', outputTokens };
};
