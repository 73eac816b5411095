/** The machine of the test that kills its host: each execution waits for a token, for a slow function and for a while. */

const invoke = (name: string, pattern: string, more: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::lambda:invoke${pattern}`,
  TimeoutSeconds: 600,
  Arguments: { FunctionName: name, Payload: { name, n: '{% $states.input.n %}', ...more } },
  End: true,
});

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'All',
  States: {
    All: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Ask',
          States: {
            Ask: invoke('ask', '.waitForTaskToken', { token: '{% $states.context.Task.Token %}' }),
          },
        },
        { StartAt: 'Work', States: { Work: { ...invoke('slow', '', {}), Output: 'worked' } } },
        { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 3600, Output: 'rested', End: true } } },
      ],
      End: true,
    },
  },
};

export const killedMachine = {
  arn: 'arn:aws:states:sa-east-1:000000000000:stateMachine:killed',
  stack: 'test',
  logicalId: 'Machine',
  type: 'AWS::StepFunctions::StateMachine',
  properties: {
    StateMachineName: 'killed',
    RoleArn: 'arn:aws:iam::000000000000:role/machine',
    DefinitionString: JSON.stringify(definition),
  },
};
