/** Numbers filed under the hash of a word, in flat arrays: filled with thousands of words in a cold start. */

const smallest = 64;

/** Several values may stand under one hash. Hashes are 32-bit; two words that share one are taken for the same. */
export class HashIndex {
  #hashes = new Int32Array(smallest);
  /** Place of the newest value of a slot plus one; 0 where a slot is free. */
  #newest = new Int32Array(smallest);
  #values = new Int32Array(smallest);
  /** Place of the value filed before under the same hash plus one; 0 where there is none. */
  #before = new Int32Array(smallest);
  #filed = 0;
  #slots = 0;

  /** The slot of a hash: where it stands, or the free one where it would. */
  #slotOf(hash: number): number {
    const mask = this.#newest.length - 1;
    let slot = hash & mask;
    while ((this.#newest[slot] ?? 0) !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const newest = this.#newest;
    this.#hashes = new Int32Array(hashes.length * 2);
    this.#newest = new Int32Array(newest.length * 2);
    for (let at = 0; at < hashes.length; at += 1) {
      const place = newest[at] ?? 0;
      if (place === 0) continue;
      const slot = this.#slotOf(hashes[at] ?? 0);
      this.#hashes[slot] = hashes[at] ?? 0;
      this.#newest[slot] = place;
    }
  }

  add(hash: number, value: number): void {
    if (this.#slots * 2 >= this.#newest.length) this.#grow();
    if (this.#filed === this.#values.length) {
      this.#values = widened(this.#values);
      this.#before = widened(this.#before);
    }
    const key = hash | 0;
    const slot = this.#slotOf(key);
    if (this.#newest[slot] === 0) this.#slots += 1;
    this.#values[this.#filed] = value;
    this.#before[this.#filed] = this.#newest[slot] ?? 0;
    this.#hashes[slot] = key;
    this.#filed += 1;
    this.#newest[slot] = this.#filed;
  }

  has(hash: number): boolean {
    return (this.#newest[this.#slotOf(hash | 0)] ?? 0) !== 0;
  }

  /** Values under a hash, the newest first. */
  valuesOf(hash: number): number[] {
    const values: number[] = [];
    let place = this.#newest[this.#slotOf(hash | 0)] ?? 0;
    while (place !== 0) {
      values.push(this.#values[place - 1] ?? 0);
      place = this.#before[place - 1] ?? 0;
    }
    return values;
  }
}

const widened = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
};
