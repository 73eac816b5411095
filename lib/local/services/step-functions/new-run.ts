/** Puts an execution into memory: a new one at its first state, or one that was under way when the machine stopped. */
import { definitionShape } from '../../../asl/definition.ts';
import type { Definition } from '../../../asl/definition.ts';
import type { ExecutionRecord, Frame, Progress } from './execution.ts';
import type { Run, Tools } from './run.ts';

const read = new Map<string, Definition>();

/** Definitions are few and executions many: each is read once. It was checked when its machine was made. */
const definitionOf = (text: string): Definition => {
  const known = read.get(text);
  if (known !== undefined) return known;
  const definition = definitionShape.parse(JSON.parse(text));
  read.set(text, definition);
  return definition;
};

export const takenUp = (record: ExecutionRecord, progress: Progress, tools: Tools): Run => ({
  record,
  definition: definitionOf(record.definition),
  frames: new Map(progress.frames.map((frame) => [frame.id, frame])),
  lastEvent: progress.lastEvent,
  serial: progress.serial,
  fresh: [],
  spent: [],
  launches: [],
  tools,
});

export const begun = (record: ExecutionRecord, tools: Tools): Run => {
  const first: Frame = {
    id: '0',
    parent: null,
    index: 0,
    region: [],
    state: definitionOf(record.definition).StartAt,
    input: JSON.parse(record.input),
    variables: {},
    enteredAt: record.startedAt,
    retries: [],
    lastEvent: 1,
    step: { at: 'ready' },
  };
  const run = takenUp(record, { frames: [first], lastEvent: 1, serial: 0 }, tools);
  run.fresh.push({
    id: 1,
    previousEventId: 0,
    type: 'ExecutionStarted',
    timestamp: record.startedAt,
    detailsName: 'executionStartedEventDetails',
    details: { input: record.input, roleArn: record.roleArn },
  });
  return run;
};
