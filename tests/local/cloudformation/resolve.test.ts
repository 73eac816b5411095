/** The intrinsic functions of templates, as CloudFormation evaluates them. */
import { describe, expect, it } from 'vitest';
import { noValue, resolve } from '../../../lib/local/cloudformation/resolve.ts';
import type { Scope } from '../../../lib/local/cloudformation/resolve.ts';

const asked: string[] = [];
const refs: Readonly<Record<string, unknown>> = {
  Queue: 'http://127.0.0.1/queue',
  Zones: ['a', 'b', 'c'],
  'AWS::Region': 'sa-east-1',
  'AWS::NoValue': noValue,
  Never: 'evaluated',
};
const scope: Scope = {
  ref: async (name) => {
    asked.push(name);
    if (!Object.hasOwn(refs, name)) throw new Error(`nothing is called ${name}`);
    return refs[name];
  },
  attribute: async (logicalId, name) => `${logicalId}:${name}`,
  imported: async (name) => `import of ${name}`,
  condition: async (name) => name === 'Yes',
  mapping: (map, first, second) => `${map}/${first}/${second}`,
};

describe('values', () => {
  it.each([
    ['text', 'text'],
    [7, 7],
    [null, null],
    [{ a: [1, { b: true }] }, { a: [1, { b: true }] }],
    [{ Ref: 'Queue' }, 'http://127.0.0.1/queue'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table:Arn'],
    [{ 'Fn::GetAtt': 'Table.Stream.Arn' }, 'Table:Stream.Arn'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 3]] }, 'a-sa-east-1-3'],
    [{ 'Fn::Join': [',', { Ref: 'Zones' }] }, 'a,b,c'],
    [{ 'Fn::Join': ['', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'ab'],
    [{ 'Fn::Sub': 'at ${AWS::Region}: ${Table.Arn}' }, 'at sa-east-1: Table:Arn'],
    [{ 'Fn::Sub': 'kept ${!Literal} and $ {}' }, 'kept ${Literal} and $ {}'],
    [{ 'Fn::Sub': ['${own}/${Queue}', { own: { Ref: 'AWS::Region' } }] }, 'sa-east-1/http://127.0.0.1/queue'],
    [{ 'Fn::Sub': ['${Queue}', { Queue: 'mine' }] }, 'mine'],
    [{ 'Fn::Select': [1, { Ref: 'Zones' }] }, 'b'],
    [{ 'Fn::Select': ['2', ['x', 'y', 'z']] }, 'z'],
    [{ 'Fn::Split': ['/', 'a/b/c'] }, ['a', 'b', 'c']],
    [{ 'Fn::Select': [5, { 'Fn::Split': [':', 'arn:aws:sqs:r:0:name'] }] }, 'name'],
    [{ 'Fn::ImportValue': { 'Fn::Sub': '${AWS::Region}:table' } }, 'import of sa-east-1:table'],
    [{ 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'key'] }, 'M/sa-east-1/key'],
    [{ 'Fn::If': ['Yes', 'a', { Ref: 'Missing' }] }, 'a'],
    [{ 'Fn::If': ['No', { Ref: 'Missing' }, 'b'] }, 'b'],
    [{ a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    [['a', { 'Fn::If': ['No', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
    // A property may be called Condition; only a name of a condition alone is a function.
    [{ Condition: { StringEquals: { k: 'v' } } }, { Condition: { StringEquals: { k: 'v' } } }],
    [
      { Ref: 'Queue', other: 1 },
      { Ref: 'Queue', other: 1 },
    ],
  ])('%j', async (value, expected) => expect(await resolve(value, scope)).toEqual(expected));
});

describe('conditions', () => {
  it.each([
    [{ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'sa-east-1'] }, true],
    [{ 'Fn::Equals': ['a', 'b'] }, false],
    [{ 'Fn::Equals': [1, '1'] }, true],
    [{ Condition: 'Yes' }, true],
    [{ 'Fn::Not': [{ Condition: 'Yes' }] }, false],
    [{ 'Fn::And': [{ Condition: 'Yes' }, { Condition: 'No' }] }, false],
    [{ 'Fn::Or': [{ Condition: 'Yes' }, { Condition: 'No' }] }, true],
    [{ 'Fn::And': [{ 'Fn::Equals': ['a', 'a'] }, { 'Fn::Not': [{ Condition: 'No' }] }] }, true],
  ])('%j', async (value, expected) => expect(await resolve(value, scope)).toBe(expected));
});

describe('what a template may not say', () => {
  it.each([
    [{ Ref: 'Missing' }, 'nothing is called Missing'],
    [{ 'Fn::Cidr': ['10.0.0.0/8', 2] }, 'does not know: "Fn::Cidr"'],
    [{ 'Fn::Join': ['-'] }, 'Fn::Join needs a list of 2'],
    [{ 'Fn::Join': ['-', ['a', { b: 1 }]] }, 'Fn::Join needs a text'],
    [{ 'Fn::Select': [3, ['a']] }, 'no entry 3'],
    [{ 'Fn::GetAtt': 'Table' }, 'needs an attribute'],
    [{ 'Fn::Sub': '${Missing}' }, 'nothing is called Missing'],
    [{ 'Fn::Not': ['maybe'] }, 'needs conditions'],
  ])('%j', async (value, because) => {
    await expect(resolve(value, scope)).rejects.toThrow(because);
  });
});

it('does not evaluate the branch that is not chosen, whose resource may not exist', async () => {
  asked.length = 0;
  await resolve({ 'Fn::If': ['Yes', 'a', { Ref: 'Never' }] }, scope);
  expect(asked).toEqual([]);
});
