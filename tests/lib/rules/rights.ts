/** Who may do what, and that nothing crosses a border. */
import { describe, expect, it } from 'vitest';
import { permittedActions } from '../../../lib/constructs/grant.ts';
import { ofType, statementsOf } from '../template-rules.ts';
import type { Template } from '../template-rules.ts';
import { breaking } from './breaking.ts';

export const rightsRules = (templates: readonly Template[]): void => {
  describe('rights', () => {
    const statements = statementsOf(templates);
    const allowed = statements.filter(({ effect }) => effect === 'Allow');

    it('are fenced by the boundary of the region on every role', () => {
      const free = breaking(ofType(templates, 'AWS::IAM::Role'), ({ properties, stack }) =>
        JSON.stringify(properties['PermissionsBoundary'] ?? '').includes(stack.replace(/-[a-z]+$/, '-data')),
      );
      expect(free).toEqual([]);
    });

    it('end at the border of the region', () => {
      const borders = ofType(templates, 'AWS::IAM::ManagedPolicy').map(({ region, properties }) => {
        const text = JSON.stringify(properties['PolicyDocument']);
        return text.includes(
          `"Condition":{"StringNotEquals":{"aws:RequestedRegion":"${region}"}},"Effect":"Deny"`,
        );
      });
      expect(borders).toEqual([true, true, true, true]);
    });

    it('name exact actions', () => {
      expect(allowed.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
    });

    it('name exact resources, but for actions that know none', () => {
      const { xray, comprehend, translate, logDelivery } = permittedActions;
      const without: readonly string[] = [...xray, ...comprehend, ...translate, ...logDelivery];
      const wide = allowed
        .filter(({ resources }) => resources.includes('*'))
        .flatMap(({ of, actions }) => actions.map((action) => `${of} ${action}`));
      expect(wide.filter((line) => !without.some((action) => line.endsWith(` ${action}`)))).toEqual([]);
    });

    it('end in a wildcard only for objects that have no name yet, and in the boundary', () => {
      const wild = allowed
        .filter(({ of }) => !of.includes('/Boundary'))
        .flatMap(({ resources }) =>
          resources.filter((resource) => resource !== '*' && resource.includes('*')),
        );
      expect(
        wild.filter(
          (resource) =>
            !/^arn:aws:s3:::recado-[a-z0-9-]+-(?:bodies|knowledge|ledger)-[a-z0-9-]+\/(?:athena\/)?\*$/.test(
              resource,
            ),
        ),
      ).toEqual([]);
    });

    it('leave asking models to those who need an answer, each to its own', () => {
      const asking = allowed
        .filter(({ of, actions }) => actions.includes('bedrock:InvokeModel') && !of.includes('/Boundary'))
        .map(
          ({ of, resources }) =>
            `${of.replace(/^recado-|Role.*$/g, '').replace(/-(?:conversation|escalation)\//, ' ')} ${resources.join()}`,
        );
      const lines = (stage: string): readonly string[] => [
        `${stage}-sa-east-1 KnowledgeIndexKnowledge arn:aws:bedrock:sa-east-1::foundation-model/cohere.embed-multilingual-v3`,
        `${stage}-us-east-1 KnowledgeIndexKnowledge arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-multilingual-v3`,
        `${stage}-sa-east-1 GenerateReply arn:aws:bedrock:sa-east-1::foundation-model/cohere.embed-multilingual-v3,arn:aws:bedrock:sa-east-1::foundation-model/mistral.ministral-3-14b-instruct`,
        `${stage}-sa-east-1 DeskApi arn:aws:bedrock:sa-east-1::foundation-model/mistral.ministral-3-14b-instruct`,
        `${stage}-sa-east-1 OpenEscalation arn:aws:bedrock:sa-east-1::foundation-model/mistral.ministral-3-14b-instruct`,
        `${stage}-sa-east-1 RecognizeIntent arn:aws:bedrock:sa-east-1::foundation-model/mistral.ministral-3-8b-instruct`,
        `${stage}-us-east-1 GenerateReply arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0,arn:aws:bedrock:us-east-1::foundation-model/cohere.embed-multilingual-v3`,
        `${stage}-us-east-1 OpenEscalation arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0`,
        `${stage}-us-east-1 RecognizeIntent arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0`,
      ];
      // Where Translate may not be used, a model translates for the desk.
      const translating =
        'demo-us-east-1 DeskApi arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
      expect(asking.sort()).toEqual([...lines('demo'), ...lines('production'), translating].sort());
    });
  });

  describe('Brazil', () => {
    const brazil = templates.filter(({ region }) => region === 'sa-east-1');

    it('has no part of what does not exist there or would leave it', () => {
      const text = brazil.map(({ body }) => JSON.stringify(body)).join('\n');
      const found = [
        'nova',
        'comprehend:',
        'translate:',
        '"us.',
        '/us.',
        'global.',
        'inference-profile',
        'us-east-1',
      ].filter((word) => text.toLowerCase().includes(word));
      expect(found).toEqual([]);
      expect(brazil).toHaveLength(10);
    });

    it('is not named in the United States either', () => {
      const text = templates
        .filter(({ region }) => region === 'us-east-1')
        .map(({ body }) => JSON.stringify(body))
        .join('\n');
      expect(
        ['sa-east-1', '"us.', '/us.', 'global.', 'inference-profile'].filter((word) => text.includes(word)),
      ).toEqual([]);
    });
  });
};
