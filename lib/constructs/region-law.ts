/** The law of the regions over synthesized policies: what a role may reach must be allowed where it stands. */
import { Stack } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import { CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { z } from 'zod';
import { mayUse } from '../../functions/core/policy/may-use.ts';
import type { Consent, What } from '../../functions/core/policy/may-use.ts';
import { regions, serviceIds } from '../../functions/core/policy/regions.ts';

const list = z.union([z.string().transform((one) => [one]), z.array(z.unknown())]).catch([]);
const document = z.object({
  Statement: z.array(z.object({ Effect: z.string(), Action: list, Resource: list })),
});
const roleDocuments = z.array(z.object({ policyDocument: document }));

const documentsOf = (node: CfnResource): readonly z.output<typeof document>[] => {
  const resolve = (value: unknown): unknown => Stack.of(node).resolve(value);
  if (node instanceof CfnPolicy) return [document.parse(resolve(node.policyDocument))];
  if (node instanceof CfnRole)
    return roleDocuments.parse(resolve(node.policies) ?? []).map((policy) => policy.policyDocument);
  return [];
};

/** The services and models that a policy lets its role reach. ARNs with intrinsics inside are read as JSON text. */
const reachedBy = (node: CfnResource): readonly What[] =>
  documentsOf(node)
    .flatMap(({ Statement }) => Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) => [
      ...Action.flatMap((action): What[] => {
        const service = serviceIds.find((id) => String(action).startsWith(`${id}:`));
        return service === undefined ? [] : [{ service }];
      }),
      ...Resource.flatMap((resource): What[] => {
        const model = /:(?:foundation-model|inference-profile)\/([^"\s]+)/.exec(
          JSON.stringify(resource),
        )?.[1];
        return model === undefined ? [] : [{ model }];
      }),
    ]);

/** What a role or policy reaches and its region forbids, as reasons; empty when all is lawful. */
export const forbidden = (node: CfnResource, consent: Consent): readonly string[] => {
  const region = regions.find((own) => own === Stack.of(node).region);
  const reached = reachedBy(node);
  if (reached.length === 0) return [];
  if (region === undefined) return [`${Stack.of(node).region} is no region of ours`];
  return reached.flatMap((what) => {
    const verdict = mayUse(region, what, consent);
    return verdict.allowed ? [] : [verdict.because];
  });
};
