/** Deploying the stacks of an assembly: which ones, in which order, and what is refused. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetFolder, readAssembly } from '../../../lib/local/cloudformation/assembly.ts';
import { accountOf, stacksOf } from '../../../lib/local/cloudformation/chosen-stacks.ts';
import { deploy } from '../../../lib/local/cloudformation/deploy.ts';
import { inertResources } from '../../../lib/local/cloudformation/inert.ts';
import { physicalName } from '../../../lib/local/cloudformation/physical-name.ts';
import type { Provider } from '../../../lib/local/service.ts';
import { temporaryFolder, writeAssembly } from '../assembly.ts';
import type { WrittenStack } from '../assembly.ts';

const region = 'sa-east-1';
const account = '000000000000';

/** Things are made in the order in which they are asked for; each answers with its name. */
const things = () => {
  const made: string[] = [];
  const properties: Record<string, unknown> = {};
  const provider: Provider = {
    types: ['Test::Thing'],
    provision: (resource) => {
      made.push(resource.logicalId);
      properties[resource.logicalId] = resource.properties;
      if (resource.properties['Broken'] === true) throw new Error('AWS would not take it');
      return { ref: `ref-${resource.logicalId}`, attributes: { Arn: `arn-${resource.logicalId}` } };
    },
  };
  return { made, properties, provider };
};

const thing = (properties: object = {}, more: object = {}) => ({
  Type: 'Test::Thing',
  Properties: properties,
  ...more,
});

const run = async (...stacks: readonly WrittenStack[]) => {
  const { made, properties, provider } = things();
  const { outputs, resources } = await deploy({
    stacks: stacksOf({ assembly: writeAssembly(temporaryFolder(), stacks), region }),
    providers: [provider, inertResources(region, account)],
    region,
    account,
  });
  return { made, properties, outputs, resources };
};

const one = (template: object): WrittenStack => ({ name: 'app', template });

describe('the stacks that are run', () => {
  const empty = { Resources: {} };

  it('are those of the region with the prefix', () => {
    const assembly = writeAssembly(temporaryFolder(), [
      { name: 'demo-sa-data', template: empty },
      { name: 'demo-us-data', region: 'us-east-1', template: empty },
      { name: 'prod-sa-data', template: empty },
      { name: 'anywhere', region: 'unknown-region', template: empty },
    ]);
    const names = (stackPrefix?: string) =>
      stacksOf({ assembly, region, ...(stackPrefix === undefined ? {} : { stackPrefix }) }).map(
        ({ name }) => name,
      );
    expect(names('demo-')).toEqual(['demo-sa-data']);
    expect(names()).toEqual(['demo-sa-data', 'prod-sa-data']);
    expect(() => names('test-')).toThrow(
      /no stack test-\* for sa-east-1 in .*only: demo-sa-data \(sa-east-1\)/u,
    );
  });

  it('may lie in the assembly of a stage, with assets of the outer one', () => {
    const stack = { name: 'demo-data', template: empty, assets: { abc: { 'index.js': '' } } };
    const assembly = writeAssembly(temporaryFolder(), [stack], 'assembly-demo');
    const [found] = readAssembly(assembly);
    if (found === undefined) throw new Error('no stack');
    expect(found.name).toBe('demo-data');
    expect(assetFolder(found, 'abc.zip')).toBe(join(assembly, 'asset.abc'));
    expect(() => assetFolder(found, 'missing.zip')).toThrow('no asset.missing');
  });

  it('say which account they are for', () => {
    const assembly = writeAssembly(temporaryFolder(), [
      { name: 'a', template: empty },
      { name: 'b', account: '123456789012', template: empty },
    ]);
    expect(accountOf(readAssembly(assembly))).toBe('123456789012');
    expect(accountOf(readAssembly(assembly).slice(0, 1))).toBe('000000000000');
  });
});

describe('the order', () => {
  it('follows references and DependsOn', async () => {
    const { made } = await run(
      one({
        Resources: {
          A: thing({ of: { 'Fn::GetAtt': ['C', 'Arn'] } }, { DependsOn: ['B'] }),
          B: thing({ of: { 'Fn::Sub': '${D}' } }),
          C: thing(),
          D: thing(),
        },
      }),
    );
    expect(made).toEqual(['D', 'B', 'C', 'A']);
  });

  it('goes over stacks by exports, whichever stack comes first', async () => {
    const { made, properties } = await run(
      { name: 'app', template: { Resources: { A: thing({ of: { 'Fn::ImportValue': 'data:TableArn' } }) } } },
      {
        name: 'data',
        template: {
          Resources: { Table: thing() },
          Outputs: {
            Arn: {
              Value: { 'Fn::GetAtt': ['Table', 'Arn'] },
              Export: { Name: { 'Fn::Sub': '${AWS::StackName}:TableArn' } },
            },
          },
        },
      },
    );
    expect(made).toEqual(['Table', 'A']);
    expect(properties['A']).toEqual({ of: 'arn-Table' });
  });

  it('has no circles', async () => {
    const circle = { A: thing({ of: { Ref: 'B' } }), B: thing({ of: { Ref: 'A' } }) };
    await expect(run(one({ Resources: circle }))).rejects.toThrow('app/A depends on itself');
  });
});

describe('what a template means', () => {
  it('depends on its parameters and conditions', async () => {
    const { made, properties, outputs } = await run(
      one({
        Parameters: {
          Size: { Type: 'String', Default: 'small' },
          BootstrapVersion: {
            Type: 'AWS::SSM::Parameter::Value<String>',
            Default: '/cdk-bootstrap/x/version',
          },
        },
        Mappings: { Sizes: { small: { memory: 128 } } },
        Conditions: {
          IsLarge: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] },
          IsSmall: { 'Fn::Not': [{ Condition: 'IsLarge' }] },
        },
        Resources: {
          Large: thing({}, { Condition: 'IsLarge' }),
          Small: thing(
            {
              memory: { 'Fn::FindInMap': ['Sizes', { Ref: 'Size' }, 'memory'] },
              large: { 'Fn::If': ['IsLarge', { Ref: 'Large' }, { Ref: 'AWS::NoValue' }] },
            },
            { DependsOn: 'Large' },
          ),
        },
        Outputs: {
          Name: { Value: { Ref: 'Small' } },
          Where: {
            Value: { 'Fn::Sub': '${AWS::Region}/${AWS::AccountId}/${AWS::Partition}/${AWS::URLSuffix}' },
          },
          Absent: { Value: 'x', Condition: 'IsLarge' },
        },
      }),
    );
    expect(made).toEqual(['Small']);
    expect(properties['Small']).toEqual({ memory: 128 });
    expect(outputs).toEqual({
      app: { Name: 'ref-Small', Where: 'sa-east-1/000000000000/aws/amazonaws.com' },
    });
  });

  it('passes over what has no behaviour here', async () => {
    const { made, resources } = await run(
      one({
        Resources: {
          Meta: { Type: 'AWS::CDK::Metadata', Properties: {} },
          Group: { Type: 'AWS::Logs::LogGroup' },
          Of: thing({ group: { 'Fn::GetAtt': ['Group', 'Arn'] } }),
        },
      }),
    );
    expect(made).toEqual(['Of']);
    expect(resources.map(({ resource }) => resource.logicalId)).toEqual(['Meta', 'Group', 'Of']);
  });
});

describe('what is refused', () => {
  const resources = (all: object) => one({ Resources: all });

  it.each([
    [
      'an unknown type',
      resources({ Bus: { Type: 'AWS::Kinesis::Stream' } }),
      /app\/Bus, AWS::Kinesis::Stream: .*not know/u,
    ],
    [
      'what the service refuses',
      resources({ A: thing({ Broken: true }) }),
      /app\/A, Test::Thing: AWS would not take it/u,
    ],
    [
      'an unknown attribute',
      resources({ A: thing({ of: { 'Fn::GetAtt': ['B', 'Nope'] } }), B: thing() }),
      /app\/B has no attribute Nope/u,
    ],
    ['an unknown name', resources({ A: thing({ of: { Ref: 'B' } }) }), /nothing is called B/u],
    ['an unknown dependency', resources({ A: thing({}, { DependsOn: 'B' }) }), /no resource B/u],
    [
      'a missing export',
      resources({ A: thing({ of: { 'Fn::ImportValue': 'nope' } }) }),
      /no stack here exports nope/u,
    ],
    [
      'a dynamic reference',
      resources({ A: thing({ of: { 'Fn::Join': ['', ['{{resolve:ssm:', 'x}}']] } }) }),
      /fills no \{\{resolve:ssm:x\}\}/u,
    ],
    [
      'a parameter without a value',
      one({ Parameters: { P: { Type: 'String' } }, Resources: { A: thing({ of: { Ref: 'P' } }) } }),
      /parameter P has no value/u,
    ],
    ['a template that is none', one({ Resources: { A: { Properties: {} } } }), /template of app/u],
  ])('%s', async (_, stack, because) => {
    await expect(run(stack)).rejects.toThrow(because);
  });
});

describe('names', () => {
  const resource = { stack: 'app', logicalId: 'Queue', type: 'AWS::SQS::Queue' };

  it('are the same at every start, and never longer than the service takes', () => {
    expect(physicalName(resource, undefined, 80)).toBe('app-Queue');
    expect(physicalName(resource, 'given', 80)).toBe('given');
    const long = (logicalId: string) => physicalName({ ...resource, logicalId }, undefined, 24);
    expect(long('a'.repeat(40))).toHaveLength(24);
    expect(long('a'.repeat(40))).not.toBe(long('a'.repeat(41)));
    expect(() => physicalName(resource, 'x'.repeat(81), 80)).toThrow('over 80 characters');
  });
});
