/** The machine of a case as a table of states: a loop that asks the row what is due and does it (docs/decisions). */
import type { MachineDefinition } from '../constructs/state-machine.ts';

/** ARNs of the Lambdas that do the steps. */
export type StepLambdas = { readonly open: string; readonly close: string; readonly notify: string };

type State = Readonly<Record<string, unknown>>;

/** A machine that acts so often without waiting, or is woken so often between two waits to their end, is our fault. */
const mostActs = 25;
const mostWakes = 200;
const pauseSeconds = 60;

const ids = {
  tenant: '{% $tenant %}',
  conversation: '{% $conversation %}',
  escalation: '{% $escalation %}',
  run: '{% $run %}',
  skipped: '{% $skipped %}',
};

const retries = [
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 1,
    MaxAttempts: 5,
    BackoffRate: 2.5,
    MaxDelaySeconds: 30,
    JitterStrategy: 'FULL',
  },
];

/** Reads what is due from the answer, and counts. */
const told = {
  next: '{% $states.result.Payload.next %}',
  seconds: '{% $states.result.Payload.seconds %}',
  acts: '{% $acts + 1 %}',
};

/** A comfort that fails is left out until the next wait; what the case cannot do without is left to the sweep. */
const step = (lambda: string, name: string, timeoutSeconds: number, onFailure: 'skip' | 'leave'): State => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: lambda, Payload: { ...ids, step: name } },
  TimeoutSeconds: timeoutSeconds,
  Retry: retries,
  Catch: [
    onFailure === 'skip'
      ? {
          ErrorEquals: ['States.ALL'],
          Assign: { skipped: `{% $skipped & ' ${name}' %}`, acts: '{% $acts + 1 %}' },
          Next: 'Look',
        }
      : { ErrorEquals: ['States.ALL'], Next: 'LeftToSweep' },
  ],
  Assign: told,
  Next: 'Choose',
});

const branch = (next: string, state: string): State => ({
  Condition: `{% $next = '${next}' %}`,
  Next: state,
});

/** A wait that ended by its time: counters begin anew, and what was left out is tried again. */
const afresh = { acts: 0, wakes: 0, skipped: '' };

export const escalationMachine = ({ open, close, notify }: StepLambdas): MachineDefinition => ({
  Comment: 'Tends one case: the row says what is due, the machine does it or waits for it',
  StartAt: 'Begin',
  States: {
    Begin: {
      Type: 'Pass',
      Assign: {
        tenant: '{% $states.input.tenant %}',
        conversation: '{% $states.input.conversation %}',
        escalation: '{% $states.input.escalation %}',
        run: '{% $states.input.run %}',
        next: 'look',
        seconds: 0,
        ...afresh,
      },
      Output: {},
      Next: 'Look',
    },
    Look: step(close, 'look', 20, 'leave'),
    Choose: {
      Type: 'Choice',
      Choices: [
        branch('ended', 'Ended'),
        {
          Condition: `{% $acts > ${String(mostActs)} or $wakes > ${String(mostWakes)} %}`,
          Next: 'LeftToSweep',
        },
        branch('wait', 'Wait'),
        branch('summarise', 'Summarise'),
        branch('route', 'Route'),
        branch('tell', 'Tell'),
        branch('notify', 'Notify'),
        branch('remind', 'Remind'),
        branch('close', 'Close'),
        branch('rate', 'Rate'),
      ],
      Default: 'LeftToSweep',
    },
    Summarise: step(open, 'summarise', 30, 'skip'),
    Route: step(open, 'route', 20, 'skip'),
    Tell: step(open, 'tell', 20, 'skip'),
    Notify: step(notify, 'notify', 30, 'skip'),
    Remind: step(close, 'remind', 20, 'skip'),
    Close: step(close, 'close', 20, 'leave'),
    Rate: step(close, 'rate', 20, 'skip'),
    Wait: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: close,
        Payload: { ...ids, step: 'wait', token: '{% $states.context.Task.Token %}' },
      },
      // The heartbeat is the reminder: nobody sends any, so it ends the wait when something is due.
      HeartbeatSeconds: '{% $seconds %}',
      TimeoutSeconds: '{% $seconds + 60 %}',
      Catch: [
        { ErrorEquals: ['States.HeartbeatTimeout', 'States.Timeout'], Assign: afresh, Next: 'Look' },
        { ErrorEquals: ['States.ALL'], Assign: { acts: '{% $acts + 1 %}' }, Next: 'Pause' },
      ],
      Assign: { acts: 0, wakes: '{% $wakes + 1 %}' },
      Next: 'Look',
    },
    Pause: { Type: 'Wait', Seconds: pauseSeconds, Next: 'Look' },
    Ended: { Type: 'Succeed' },
    LeftToSweep: {
      Type: 'Fail',
      Error: 'LeftToSweep',
      Cause: 'A step failed for minutes, or the machine went in a circle: the sweep begins a new run',
    },
  },
});
