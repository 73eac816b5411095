/** How much of each bucket a text holds: a small hash table in flat arrays, since every message fills one. */

/** Buckets in the order in which they were first met, and how much of each; only the first `size` entries count. */
export type Counts = {
  readonly size: number;
  readonly buckets: Int32Array;
  readonly amounts: Float64Array;
};

const smallest = 512;

/** Counts while they are made. May be emptied and filled again: what it held before is gone then. */
export class Tally implements Counts {
  size = 0;
  buckets = new Int32Array(smallest);
  amounts = new Float64Array(smallest);
  /** Place of a bucket plus one; 0 where a slot is free. Twice as many slots as places. */
  #slots = new Int32Array(2 * smallest);

  /** The slot where a bucket stands, or the free one where it would. */
  #slotOf(bucket: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = bucket & mask;
    for (;;) {
      const place = slots[slot] ?? 0;
      if (place === 0 || this.buckets[place - 1] === bucket) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const buckets = new Int32Array(2 * this.buckets.length);
    const amounts = new Float64Array(2 * this.amounts.length);
    buckets.set(this.buckets);
    amounts.set(this.amounts);
    this.buckets = buckets;
    this.amounts = amounts;
    this.#slots = new Int32Array(2 * buckets.length);
    for (let at = 0; at < this.size; at += 1) this.#slots[this.#slotOf(buckets[at] ?? 0)] = at + 1;
  }

  add(bucket: number, amount: number): void {
    if (this.size === this.buckets.length) this.#grow();
    const slot = this.#slotOf(bucket);
    const place = this.#slots[slot] ?? 0;
    if (place === 0) {
      this.buckets[this.size] = bucket;
      this.amounts[this.size] = amount;
      this.size += 1;
      this.#slots[slot] = this.size;
    } else {
      this.amounts[place - 1] = (this.amounts[place - 1] ?? 0) + amount;
    }
  }

  clear(): void {
    this.size = 0;
    this.#slots.fill(0);
  }

  /** A copy of its own size, to keep. */
  taken(): Counts {
    const { size } = this;
    return { size, buckets: this.buckets.slice(0, size), amounts: this.amounts.slice(0, size) };
  }
}
