/** The same name for the same parts, and for no others. */
import { createHash } from 'node:crypto';
import type { ContentHash } from '../ports/translation.ts';

export const contentHash: ContentHash = (...parts) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
