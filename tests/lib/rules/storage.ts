/** What keeps data safe: tables, keys and the bucket of bodies. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asText, ofType } from '../template-rules.ts';
import type { Template } from '../template-rules.ts';
import { breaking, misshapen } from './breaking.ts';

export const storageRules = (templates: readonly Template[]): void => {
  describe('tables', () => {
    const tables = ofType(templates, 'AWS::DynamoDB::Table');

    it('can be restored, cannot be deleted, stay when their stack goes, and are sealed by our key', () => {
      const shape = z.object({
        BillingMode: z.literal('PAY_PER_REQUEST'),
        DeletionProtectionEnabled: z.literal(true),
        PointInTimeRecoverySpecification: z.object({ PointInTimeRecoveryEnabled: z.literal(true) }),
        SSESpecification: z.object({ SSEEnabled: z.literal(true), SSEType: z.literal('KMS') }),
      });
      expect(misshapen(tables, shape)).toEqual([]);
      expect(breaking(tables, ({ deletionPolicy }) => deletionPolicy === 'Retain')).toEqual([]);
      expect(tables).toHaveLength(7 * 4);
    });

    it('forget an erased buyer key after seven days', () => {
      const shape = z.object({
        PointInTimeRecoverySpecification: z.object({ RecoveryPeriodInDays: z.number() }),
      });
      const days = tables
        .filter(({ id }) => id.startsWith('Keys'))
        .map(
          ({ properties }) => shape.parse(properties).PointInTimeRecoverySpecification.RecoveryPeriodInDays,
        );
      expect(days).toEqual([7, 7, 7, 7]);
    });

    it('never let a usage line or an audit line expire', () => {
      const kept = tables.filter(({ id }) => /^(?:Usage|Audit)/.test(id));
      expect(kept).toHaveLength(8);
      expect(kept.filter(({ properties }) => properties['TimeToLiveSpecification'] !== undefined)).toEqual(
        [],
      );
    });
  });

  describe('keys and bodies', () => {
    it('have one key for data, one for access and one that signs, with thirty days before a deletion', () => {
      const keys = ofType(templates, 'AWS::KMS::Key');
      expect(misshapen(keys, z.object({ PendingWindowInDays: z.literal(30) }))).toEqual([]);
      expect(breaking(keys, ({ deletionPolicy }) => deletionPolicy === 'Retain')).toEqual([]);
      const kinds = keys.map(({ properties }) => asText(properties['KeySpec'] ?? 'rotates'));
      expect(kinds.sort()).toEqual([
        ...templates.filter(({ stack }) => stack.endsWith('data')).map(() => 'ECC_NIST_P256'),
        ...keys.filter(({ properties }) => properties['EnableKeyRotation'] === true).map(() => 'rotates'),
      ]);
      expect(keys).toHaveLength(12);
    });

    it('keep every bucket private and sealed', () => {
      const shape = z.object({
        PublicAccessBlockConfiguration: z.object({
          BlockPublicAcls: z.literal(true),
          BlockPublicPolicy: z.literal(true),
          IgnorePublicAcls: z.literal(true),
          RestrictPublicBuckets: z.literal(true),
        }),
      });
      const buckets = ofType(templates, 'AWS::S3::Bucket');
      expect(misshapen(buckets, shape)).toEqual([]);
      // What buyers wrote leaves with its object; what proves the ledger stays, whatever is written over it.
      const versioned = buckets.filter(
        ({ properties }) => properties['VersioningConfiguration'] !== undefined,
      );
      expect(versioned.map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
        'Files',
        'Files',
        'Files',
        'Files',
      ]);
      expect(JSON.stringify(buckets.map(({ properties }) => properties['BucketEncryption']))).not.toContain(
        'AES256',
      );
    });

    it('keep large bodies for 14 days', () => {
      const shape = z.object({
        LifecycleConfiguration: z.object({
          Rules: z.tuple([z.object({ ExpirationInDays: z.literal(14), Status: z.literal('Enabled') })]),
        }),
      });
      const bodies = ofType(templates, 'AWS::S3::Bucket').filter(({ id }) => id.startsWith('Bodies'));
      expect(bodies).toHaveLength(4);
      expect(misshapen(bodies, shape)).toEqual([]);
    });
  });
};
