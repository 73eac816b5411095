/** The trained tables as bytes: one little-endian file, read without copying the weights. */
import type { Head, LinearTable } from './linear-model.ts';

/** One number that turns a head's raw scores into probabilities that hold. */
export type Temperatures = Readonly<Record<string, number>>;

/** Everything that `npm run train` learns. */
export type TrainedTables = {
  readonly intent: LinearTable;
  readonly language: LinearTable;
  /** By head name. */
  readonly temperatures: Temperatures;
  /** Confidence from which the first tier stands by its intent, and such limits, by name. */
  readonly thresholds: Readonly<Record<string, number>>;
};

const magic = 0x31544652; // "RFT1"

class ByteWriter {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #room(size: number): number {
    const at = this.#length;
    this.#length += size;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }
  uint32(value: number): void {
    const at = this.#room(4);
    this.#view.setUint32(at, value, true);
  }
  float32(value: number): void {
    const at = this.#room(4);
    this.#view.setFloat32(at, value, true);
  }
  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.uint32(encoded.length);
    this.bytes(encoded);
  }
  /** Raw bytes, padded to four so that numbers after them stay aligned. */
  bytes(value: Uint8Array): void {
    const at = this.#room(value.length + (-value.length & 3));
    this.#bytes.set(value, at);
  }
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  #step(size: number): number {
    const at = this.#at;
    if (at + size > this.#bytes.length) throw new Error('the first-tier table is damaged: it ends early');
    this.#at = at + size;
    return at;
  }
  uint32(): number {
    return this.#view.getUint32(this.#step(4), true);
  }
  float32(): number {
    return this.#view.getFloat32(this.#step(4), true);
  }
  text(): string {
    return new TextDecoder().decode(this.bytes(this.uint32()));
  }
  /** Copied, so that numbers of two or four bytes are aligned. All machines that run this are little-endian. */
  copied(length: number): ArrayBuffer {
    const at = this.#step(length + (-length & 3));
    return this.#bytes.slice(at, at + length).buffer;
  }
  bytes(length: number): Uint8Array {
    const at = this.#step(length + (-length & 3));
    return this.#bytes.subarray(at, at + length);
  }
}

const writeNumbers = (out: ByteWriter, numbers: Readonly<Record<string, number>>): void => {
  const entries = Object.entries(numbers);
  out.uint32(entries.length);
  for (const [name, value] of entries) {
    out.text(name);
    out.float32(value);
  }
};

const readNumbers = (from: ByteReader): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: from.uint32() }, () => [from.text(), from.float32()]));

const mostRows = 65_535;

/** The row of each bucket, the rarity of each row, the weights of each row. At most 65,535 rows. */
const writeTable = (out: ByteWriter, table: LinearTable): void => {
  if (table.rarity.length > mostRows)
    throw new Error(`a table of ${String(table.rarity.length)} rows is too long`);
  out.uint32(table.buckets);
  out.uint32(table.heads.length);
  for (const head of table.heads) {
    out.text(head.name);
    out.uint32(head.classes.length);
    for (const name of head.classes) out.text(name);
  }
  for (const scale of table.scales) out.float32(scale);
  out.uint32(table.rarity.length);
  out.bytes(new Uint8Array(Uint16Array.from(table.rows).buffer));
  for (const rarity of table.rarity) out.float32(rarity);
  out.bytes(new Uint8Array(table.weights.buffer, table.weights.byteOffset, table.weights.byteLength));
};

const readTable = (from: ByteReader): LinearTable => {
  const buckets = from.uint32();
  const heads: Head[] = Array.from({ length: from.uint32() }, () => ({
    name: from.text(),
    classes: Array.from({ length: from.uint32() }, () => from.text()),
  }));
  const width = heads.reduce((total, head) => total + head.classes.length, 0);
  const scales = Float32Array.from({ length: width }, () => from.float32());
  const live = from.uint32();
  const rows = new Uint16Array(from.copied(buckets * 2));
  const rarity = new Float32Array(from.copied(live * 4));
  const bytes = from.bytes(live * width);
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { buckets, heads, scales, rarity, rows, weights };
};

/** Rows must be numbered in the order of their buckets, as `quantised` numbers them. */
export const encodeTables = (tables: TrainedTables): Uint8Array => {
  const out = new ByteWriter();
  out.uint32(magic);
  writeTable(out, tables.intent);
  writeTable(out, tables.language);
  writeNumbers(out, tables.temperatures);
  writeNumbers(out, tables.thresholds);
  return out.done();
};

/** @throws when the bytes are no table of this format, or end early */
export const decodeTables = (bytes: Uint8Array): TrainedTables => {
  const from = new ByteReader(bytes);
  if (from.uint32() !== magic) throw new Error('the first-tier table is damaged: wrong first bytes');
  return {
    intent: readTable(from),
    language: readTable(from),
    temperatures: readNumbers(from),
    thresholds: readNumbers(from),
  };
};
