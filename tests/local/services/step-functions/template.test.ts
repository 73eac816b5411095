/** AWS::StepFunctions::StateMachine: what a template may say, and what is refused before anything runs. */
import { describe, expect, it } from 'vitest';
import { lambdaArn, machineArn, openHouse, role } from './house.ts';
import type { House } from './house.ts';

const one = { QueryLanguage: 'JSONata', StartAt: 'One', States: { One: { Type: 'Pass', End: true } } };

const make = (house: House, properties: object) =>
  house.service().provision({
    stack: 'test',
    logicalId: 'Machine',
    type: 'AWS::StepFunctions::StateMachine',
    properties: { RoleArn: role, ...properties },
  });

const refused = async (properties: object): Promise<string> => {
  const house = await openHouse();
  try {
    await make(house, properties);
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('a state machine of a template', () => {
  it('answers Ref and GetAtt, and takes logs, traces and tags', async () => {
    const house = await openHouse();
    const made = await make(house, {
      StateMachineName: 'under-test',
      StateMachineType: 'STANDARD',
      DefinitionString: JSON.stringify(one),
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false, Destinations: [] },
      TracingConfiguration: { Enabled: true },
      Tags: [{ Key: 'a', Value: 'b' }],
    });
    expect(made).toMatchObject({ ref: machineArn, attributes: { Arn: machineArn, Name: 'under-test' } });
    expect((await make(house, { Definition: one })).attributes['Name']).toBe('test-Machine');
  });

  it('has its substitutions filled in', async () => {
    const house = await openHouse({ work: () => 'done' });
    const states = { One: { Type: 'Task', Resource: '${Work}', TimeoutSeconds: 60, End: true } };
    await make(house, {
      StateMachineName: 'under-test',
      DefinitionString: JSON.stringify({ ...one, States: states }),
      DefinitionSubstitutions: { Work: lambdaArn('work') },
    });
    expect(await house.output()).toBe('done');
  });

  it('goes on as it began when its definition changes', async () => {
    const house = await openHouse();
    house.define({ Rest: { Type: 'Wait', Seconds: 60, Output: { old: true }, End: true } });
    const arn = await house.start();
    house.define({ Rest: { Type: 'Pass', Output: { old: false }, End: true } });
    await house.restart();
    await house.runOut();
    expect((await house.describe(arn)).output).toBe('{"old":true}');
    expect(await house.output()).toEqual({ old: false });
  });

  it.each([
    ['whose role trusts somebody else', { RoleArn: `${role}-2`, Definition: one }, /^Neither/u],
    ['in JSONPath', { Definition: { ...one, QueryLanguage: undefined } }, /QueryLanguage is JSONata/u],
    ['of the express kind', { StateMachineType: 'EXPRESS', Definition: one }, /STANDARD/u],
    ['without a definition', {}, /one of DefinitionString and Definition/u],
    ['whose definition is no JSON', { DefinitionString: '{' }, /Invalid State Machine Definition/u],
    [
      'with a task that is not imitated',
      {
        Definition: {
          ...one,
          States: { One: { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask', End: true } },
        },
      },
      /ecs:runTask is not imitated/u,
    ],
    [
      'that waits for another execution to end',
      {
        Definition: {
          ...one,
          States: {
            One: { Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2', End: true },
          },
        },
      },
      /is not imitated/u,
    ],
    [
      'with a name of 81 characters',
      { StateMachineName: 'x'.repeat(81), Definition: one },
      /over 80 characters/u,
    ],
  ])('is refused %s', async (_, properties, message) => {
    expect(await refused(properties)).toMatch(message);
  });
});
