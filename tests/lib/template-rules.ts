/** Walks synthesized templates: stacks, resources of a type, policy statements, alarms; for rules asserted one by one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { z } from 'zod';
import { readStages } from '../../lib/config/stage.ts';
import type { Stage } from '../../lib/config/stage.ts';
import { placeStages } from '../../lib/stacks/recado.ts';

const root = join(import.meta.dirname, '..', '..');

const resourceShape = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const templateShape = z.object({ Resources: z.record(z.string(), resourceShape) });
const cdkJson = z.object({
  context: z.intersection(z.record(z.string(), z.unknown()), z.object({ stages: z.unknown() })),
});

export type Properties = Readonly<Record<string, unknown>>;
export type Resource = {
  readonly stack: string;
  readonly region: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
  readonly deletionPolicy: string | undefined;
};
export type Template = {
  readonly stack: string;
  readonly stage: string;
  readonly region: string;
  readonly protectedFromTermination: boolean;
  readonly body: unknown;
  readonly resources: readonly Resource[];
};

/** The context that the CLI would hand over: feature flags change templates. */
export const cdkContext = (): Readonly<Record<string, unknown>> =>
  cdkJson.parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'))).context;

export const ownStages = (): readonly Stage[] => {
  const read = readStages(cdkContext()['stages']);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.stages;
};

export const stubCode = (): Code => Code.fromAsset(join(root, 'tests', 'lib', 'stub-lambda'));

/** An app whose output is thrown away after `use`. */
export const withApp = <Result>(use: (app: App) => Result): Result => {
  const outdir = mkdtempSync(join(tmpdir(), 'recado-synth-'));
  try {
    return use(new App({ outdir, context: cdkContext(), analyticsReporting: false }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

const resourcesOf = (stack: string, region: string, body: unknown): readonly Resource[] =>
  Object.entries(templateShape.parse(body).Resources).map(([id, resource]) => ({
    stack,
    region,
    id,
    type: resource.Type,
    properties: resource.Properties,
    deletionPolicy: resource.DeletionPolicy,
  }));

/** Every template of the stages, with stubs for bundles. */
export const templatesOf = (stages: readonly Stage[]): readonly Template[] =>
  withApp((app) => {
    placeStages(app, stages, stubCode);
    return app.synth().stacks.map((stack) => {
      const body: unknown = stack.template;
      const region = stack.environment.region;
      return {
        stack: stack.stackName,
        stage: stages.find(({ name }) => stack.stackName.startsWith(`recado-${name}-${region}-`))?.name ?? '',
        region,
        protectedFromTermination: stack.terminationProtection === true,
        body,
        resources: resourcesOf(stack.stackName, region, body),
      };
    });
  });

export const ofType = (templates: readonly Template[], type: string): readonly Resource[] =>
  templates.flatMap(({ resources }) => resources.filter((resource) => resource.type === type));

/** `recado-demo-us-east-1-data/TenantsA9C48FD3`: names a resource in a failed expectation. */
export const nameOf = ({ stack, id }: Resource): string => `${stack}/${id}`;

const listShape = z.union([z.string().transform((one) => [one]), z.array(z.unknown())]).catch([]);
const statementShape = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: listShape,
  Resource: z
    .unknown()
    .transform((value) => (Array.isArray(value) ? z.array(z.unknown()).parse(value) : [value])),
});
const documentShape = z.object({ Statement: z.array(statementShape) });
const inlineShape = z.array(z.object({ PolicyDocument: documentShape })).catch([]);

export type Statement = {
  readonly of: string;
  readonly region: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** A plain ARN, or the JSON text of the intrinsic that makes it. */
  readonly resources: readonly string[];
};

/** As it stands; JSON for what is no text. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Statements of identity policies: of roles, their policies, and managed policies. Resource policies are left out. */
export const statementsOf = (templates: readonly Template[]): readonly Statement[] =>
  templates.flatMap(({ resources }) =>
    resources.flatMap((resource) => {
      const { PolicyDocument, Policies } = resource.properties;
      const identity = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Role'].includes(
        resource.type,
      );
      if (!identity) return [];
      const own = resource.type === 'AWS::IAM::Role' ? [] : [documentShape.parse(PolicyDocument)];
      const inline = inlineShape.parse(Policies).map((policy) => policy.PolicyDocument);
      return [...own, ...inline].flatMap(({ Statement }) =>
        Statement.map((statement) => ({
          of: nameOf(resource),
          region: resource.region,
          effect: statement.Effect,
          actions: statement.Action.map(asText),
          resources: statement.Resource.map(asText),
        })),
      );
    }),
  );

export type AlarmText = { readonly name: string; readonly impact: string; readonly runbook: string };

const harmSentence = /^Harm: (?<impact>.+)\. What to do: (?<runbook>docs\/runbook\.md#[a-z0-9-]+)$/;

/** What each alarm says; empty texts where it says no harm or no page. */
export const alarmsOf = (templates: readonly Template[]): readonly AlarmText[] =>
  ofType(templates, 'AWS::CloudWatch::Alarm').map(({ properties }) => {
    const said = harmSentence.exec(asText(properties['AlarmDescription']))?.groups;
    return {
      name: asText(properties['AlarmName']),
      impact: said?.['impact'] ?? '',
      runbook: said?.['runbook'] ?? '',
    };
  });

/** The logical id that an intrinsic of the same template points at. */
export const pointsAt = (value: unknown): string | undefined => {
  const ref = z.object({ Ref: z.string() }).safeParse(value);
  if (ref.success) return ref.data.Ref;
  const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).safeParse(value);
  return attribute.success ? attribute.data['Fn::GetAtt'][0] : undefined;
};
