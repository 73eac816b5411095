/** Why a message was answered as it was, kept with the message: names and numbers only, no words of anybody. */
import type { Decision, Mode } from './decision.ts';

export type DecisionRecord = {
  readonly kind: Decision['kind'];
  readonly because: string;
  /** How sure the understanding was (0 to 1), and how sure it had to be. */
  readonly confidence: number | null;
  readonly least: number;
  readonly mode: Mode;
  /** Paths of facts and names of articles that it rests on. */
  readonly facts: readonly string[];
  /** Fingerprint of all facts and quotes that were there: another one means that a replay sees other facts. */
  readonly seen: string;
  /** What a model was asked for it; null: none was. */
  readonly model: {
    readonly name: string;
    readonly tokensIn: number;
    readonly tokensOut: number;
    /** Hash of the prompt without its data; null: no answer came that could be read. */
    readonly prompt: string | null;
  } | null;
  /** Why the guard held the model's texts, in order. */
  readonly held: readonly string[];
  /** Why the model was of no use; null: it was. */
  readonly unavailable: string | null;
};
