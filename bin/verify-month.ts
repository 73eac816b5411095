/**
 * `node bin/verify-month.ts CLOSE.json [FOLDER]`: whether a month's close is signed, its chain whole and its files the
 * ones that were closed. Leans on Node alone and on nothing of ours, so that anybody can read it and run it anywhere.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [closeFile, folder] = process.argv.slice(2);
if (closeFile === undefined) {
  console.error('node bin/verify-month.ts CLOSE.json [FOLDER with lines/…]');
  process.exit(2);
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const faults: string[] = [];

// 1. The signature: ECDSA over P-256 with SHA-256, DER, over the very bytes of `document`.
const signed = JSON.parse(readFileSync(closeFile, 'utf8'));
const publicKey = createPublicKey({
  key: Buffer.from(String(signed.publicKey), 'base64'),
  format: 'der',
  type: 'spki',
});
const genuine = verify(
  'sha256',
  Buffer.from(String(signed.document), 'utf8'),
  publicKey,
  Buffer.from(String(signed.signature), 'base64'),
);
if (!genuine) faults.push('the signature is not that of the document');

// 2. The chain: each entry's hash is that of its text, which holds the hash of the entry before.
const close = JSON.parse(String(signed.document));
let before: string | null = null;
let files = 0;
for (const entry of close.chain) {
  const text = [
    'recado-chain-1',
    entry.tenant,
    String(entry.sequence),
    entry.hour,
    String(entry.lines),
    entry.linesHash,
    entry.file,
    entry.fileHash,
    entry.previous,
  ].join('\n');
  if (sha256(text) !== entry.hash) faults.push(`${entry.hour}: the hash is not that of the entry`);
  if (before !== null && entry.previous !== before)
    faults.push(`${entry.hour}: it does not follow the entry before`);
  before = entry.hash;

  // 3. The files: their bytes are those that were closed.
  if (folder === undefined) continue;
  const path = join(folder, entry.file);
  if (!existsSync(path)) faults.push(`${entry.file}: the file is not there`);
  else if (sha256(readFileSync(path)) !== entry.fileHash)
    faults.push(`${entry.file}: its bytes are not those that were closed`);
  else files += 1;
}

console.log(
  JSON.stringify({
    tenant: close.tenant,
    month: close.month,
    kind: close.kind,
    hours: close.chain.length,
    files,
    keyFingerprint: sha256(Buffer.from(String(signed.publicKey), 'base64')),
    totals: close.totals,
    faults,
  }),
);
process.exit(faults.length === 0 ? 0 : 1);
