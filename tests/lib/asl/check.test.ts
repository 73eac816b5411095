/** Definitions that AWS refuses, or that could only fail, are found before anything is deployed. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../lib/asl/check.ts';
import { lintExpression } from '../../../lib/asl/lint.ts';
import { secondOpinion } from '../../../lib/asl/second-opinion.ts';

const pass = { Type: 'Pass', End: true };
const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'x' },
  End: true,
};
const machine = (States: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(States)[0],
  States,
  ...more,
});
const faults = (definition: unknown): readonly string[] => {
  const checked = checkDefinition(definition);
  return checked.ok ? [] : checked.faults;
};

describe('a definition', () => {
  it('passes when there is nothing wrong with it, by either opinion', () => {
    const whole = machine(
      {
        Set: { Type: 'Pass', Assign: { limit: 3, note: '', sum: '{%1\n + 1%}' }, Next: 'Which' },
        Which: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.n > $limit %}', Next: 'Each' }],
          Default: 'Stop',
        },
        Each: {
          Type: 'Map',
          Items: '{% $states.input.list %}',
          ItemSelector: { n: '{% $states.context.Map.Item.Value %}' },
          ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Work', States: { Work: task } },
          Next: 'Ask',
        },
        Ask: {
          ...task,
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'x', Payload: { token: '{% $states.context.Task.Token %}' } },
          TimeoutSeconds: 60,
          HeartbeatSeconds: '{% $limit %}',
          Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1, JitterStrategy: 'FULL' }],
          Catch: [
            { ErrorEquals: ['States.ALL'], Next: 'Stop', Assign: { why: '{% $states.errorOutput %}' } },
          ],
        },
        Stop: { Type: 'Fail', Error: 'Stopped', Cause: '{% $string($states.input) %}' },
      },
      { TimeoutSeconds: 3600, Comment: 'all of it' },
    );
    expect([faults(whole), secondOpinion(whole)]).toEqual([[], []]);
  });

  /** Faults that the other validator finds too. */
  const both: readonly (readonly [string, unknown, RegExp])[] = [
    ['leads nowhere', machine({ One: { Type: 'Pass', Next: 'Two' } }), /One: leads to Two/u],
    ['has a state that nothing reaches', machine({ One: pass, Two: pass }), /Two: is not reachable/u],
    [
      'goes on and ends at once',
      machine({ One: { ...pass, Next: 'One' } }),
      /One: needs one of Next and End/u,
    ],
    ['begins nowhere', { ...machine({ One: pass }), StartAt: 'Two' }, /StartAt: no state Two/u],
    [
      'waits for two things',
      machine({ One: { Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true } }),
      /one of Seconds/u,
    ],
    [
      'names a state twice',
      machine({
        One: { Type: 'Parallel', Branches: [{ StartAt: 'One', States: { One: pass } }], End: true },
      }),
      /name of another/u,
    ],
    ['speaks JSONPath', machine({ One: { ...pass, InputPath: '$.x' } }), /InputPath/u],
    ['is no JSONata', machine({ One: { ...pass, Output: '{% 1 + %}' } }), /is no JSONata/u],
  ];

  it.each(both)('is refused when it %s', (_, definition, fault) => {
    expect(faults(definition).join('\n')).toMatch(fault);
    expect(secondOpinion(definition)).not.toEqual([]);
  });

  it.each([
    ['is JSONPath by default', { ...machine({ One: pass }), QueryLanguage: undefined }, /QueryLanguage/u],
    [
      'asks for no beat in time',
      machine({ One: { ...task, TimeoutSeconds: 5, HeartbeatSeconds: 5 } }),
      /must be less/u,
    ],
    [
      'hands its token to nobody',
      machine({ One: { ...task, Resource: `${task.Resource}.waitForTaskToken` } }),
      /hand to nobody/u,
    ],
    [
      'catches all before the rest',
      machine({
        One: {
          ...task,
          Catch: [
            { ErrorEquals: ['States.ALL'], Next: 'Two' },
            { ErrorEquals: ['x'], Next: 'Two' },
          ],
        },
        Two: pass,
      }),
      /States\.ALL must stand alone/u,
    ],
    [
      'catches all and more',
      machine({ One: { ...task, Retry: [{ ErrorEquals: ['States.ALL', 'x'] }] } }),
      /States\.ALL must stand alone/u,
    ],
    [
      'assigns the reserved name',
      machine({ One: { ...pass, Assign: { states: 1 } } }),
      /reserved name states/u,
    ],
    ['assigns an odd name', machine({ One: { ...pass, Assign: { 'a b': 1 } } }), /odd name a b/u],
    [
      'assigns a variable around it',
      machine({
        Set: { Type: 'Pass', Assign: { a: 1 }, Next: 'All' },
        All: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'In', States: { In: { ...pass, Assign: { a: 2 } } } }],
          End: true,
        },
      }),
      /a variable of the states around it/u,
    ],
    [
      'reads a variable of a branch',
      machine({
        All: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'In', States: { In: { ...pass, Assign: { a: 2 } } } }],
          Output: '{% $a %}',
          End: true,
        },
      }),
      /uses \$a, which nothing assigns/u,
    ],
    [
      'holds half an expression',
      machine({ One: { ...pass, Output: { a: ' {% 1 %}' } } }),
      /looks like an expression/u,
    ],
    [
      'reads a result before there is one',
      machine({ One: { ...task, Arguments: { a: '{% $states.result %}' } } }),
      /One\.Arguments\.a reads \$states\.result/u,
    ],
    [
      'reads an error where there is none',
      machine({ One: { ...task, Output: '{% $states.errorOutput %}' } }),
      /outside a Catch/u,
    ],
  ])('is refused when it %s', (_, definition, fault) => {
    expect(faults(definition).join('\n')).toMatch(fault);
  });
});

describe('an expression', () => {
  const place = { variables: new Set(['known']), result: true, errorOutput: true };

  it.each([
    '$states.input.items[price > 10].name',
    '$states.input.items[$.price > 10]',
    '$known.(a & b)',
    '$states.result.list^(>price)',
    '$states.input{ kind: $sum(price) }',
    '$map($known, function($v, $i) { $v.x + $i })',
    '($total := $sum($known); $total / 2)',
    '$states.input.list@$one.{ "one": $one }',
    '$states.input.list#$i.($i)',
    '$states.input ~> |items|{ "price": price * 2 }|',
    '$exists($states.errorOutput) ? $uuid() : $hash("a", "MD5")',
    '$states.context.Execution.Id ~> $substringAfter(":")',
    '{ "a": [1..3], "b": $states.input.*.x }',
  ])('%s passes', (text) => {
    expect(lintExpression(text, place)).toEqual([]);
  });

  it.each([
    ['$', /\$ at its top level/u],
    ['$.a', /\$ at its top level/u],
    ['$$.a', /uses \$\$/u],
    ['$known.($$)', /uses \$\$/u],
    ['price', /names the field price of nothing/u],
    ['$sum(items.price)', /names the field items of nothing/u],
    ['$map($known, function($v) { $v + price })', /names the field price of nothing/u],
    ['*', /of nothing/u],
    ['$eval("1")', /\$eval/u],
    ['$known ~> $eval', /\$eval/u],
    ['$unknown', /uses \$unknown/u],
    ['$states.output', /does not exist/u],
    ['1 +', /is no JSONata/u],
  ])('%s is refused', (text, fault) => {
    expect(lintExpression(text, place).join('\n')).toMatch(fault);
  });
});
