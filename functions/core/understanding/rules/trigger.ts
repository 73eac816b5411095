/** Words of which one stands in every text that a pattern matches: so that most patterns need no look at most texts. */

/** Receives a word of a pattern, `pattern[start, end)`; `begins` where a text's word may go on after it. */
export type Receive = (pattern: string, start: number, end: number, begins: boolean) => void;

const opens = 0x28; // (
const closes = 0x29; // )
const parts = 0x7c; // |
const escapes = 0x5c; // \
const listOpens = 0x5b; // [
const mayMiss = 0x3f; // ?
const anyEnding = 0x2a; // *

const isPlain = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

/** What may follow a word's plain letters where the word goes on. */
const goesOn = (unit: number): boolean =>
  unit === anyEnding || unit === mayMiss || unit === listOpens || unit === opens;

/**
 * Reads patterns without leaving garbage behind: a thousand of them are read in a cold start. An element is a word
 * or a group that a match cannot do without; a group is known by the longest word of each of its choices.
 */
class TriggerReader {
  #pattern = '';
  #at = 0;
  /** The longest word since the last choice began. */
  #wordStart = 0;
  #wordEnd = 0;
  #wordBegins = false;

  #unit(): number {
    return this.#pattern.charCodeAt(this.#at);
  }

  #forget(): void {
    this.#wordStart = 0;
    this.#wordEnd = 0;
    this.#wordBegins = false;
  }

  /** Letters count one; that a word may go on costs one. */
  #worth(): number {
    return this.#wordEnd - this.#wordStart - (this.#wordBegins ? 1 : 0);
  }

  /** Steps over a word, and keeps it when it is the longest yet. */
  #readWord(): void {
    const start = this.#at;
    while (isPlain(this.#unit())) this.#at += 1;
    const next = this.#unit();
    const end = next === mayMiss ? this.#at - 1 : this.#at;
    const begins = goesOn(next);
    if (end - start - (begins ? 1 : 0) > this.#worth()) {
      this.#wordStart = start;
      this.#wordEnd = end;
      this.#wordBegins = begins;
    }
  }

  /** Steps over whatever is no word: an escaped letter, a list of letters, a mark. */
  #skip(): void {
    const unit = this.#unit();
    if (unit === escapes) this.#at += 2;
    else if (unit === listOpens) this.#at = this.#pattern.indexOf(']', this.#at) + 1;
    else this.#at += 1;
  }

  /** Steps over a group inside a group: what it holds is not asked for. */
  #skipGroup(): void {
    let depth = 0;
    do {
      const unit = this.#unit();
      if (Number.isNaN(unit)) throw new Error(`a parenthesis stays open in ${this.#pattern}`);
      if (unit === opens) depth += 1;
      if (unit === closes) depth -= 1;
      this.#at += 1;
    } while (depth > 0);
  }

  /** Steps over a group and what repeats it. Its worth is that of its poorest choice. */
  #readGroup(receive: Receive | null): number {
    let poorest = Infinity;
    this.#at += 1;
    this.#forget();
    for (;;) {
      const unit = this.#unit();
      if (Number.isNaN(unit)) throw new Error(`a parenthesis stays open in ${this.#pattern}`);
      if (unit === parts || unit === closes) {
        poorest = Math.min(poorest, this.#worth());
        if (receive !== null) receive(this.#pattern, this.#wordStart, this.#wordEnd, this.#wordBegins);
        this.#forget();
        this.#at += 1;
        if (unit === closes) break;
      } else if (unit === opens) this.#skipGroup();
      else if (isPlain(unit)) this.#readWord();
      else this.#skip();
    }
    const repeat = this.#unit();
    if (repeat === mayMiss || repeat === anyEnding) return 0;
    return poorest;
  }

  /** Where the rarest element begins; -1 where a pattern is nothing but gaps. */
  #rarest(): number {
    let best = -1;
    let most = 0;
    this.#at = 0;
    while (this.#at < this.#pattern.length) {
      const start = this.#at;
      let worth = 0;
      if (this.#unit() === opens) worth = this.#readGroup(null);
      else if (isPlain(this.#unit())) {
        this.#forget();
        this.#readWord();
        worth = this.#worth();
      } else this.#skip();
      if (worth > most) {
        most = worth;
        best = start;
      }
    }
    return best;
  }

  read(pattern: string, receive: Receive): boolean {
    this.#pattern = pattern;
    const start = this.#rarest();
    if (start < 0) return false;
    this.#at = start;
    if (this.#unit() === opens) this.#readGroup(receive);
    else {
      this.#forget();
      this.#readWord();
      receive(pattern, this.#wordStart, this.#wordEnd, this.#wordBegins);
    }
    return true;
  }
}

/** Hands over the rarest set of words of which each match holds one; false where a pattern is nothing but gaps. */
export const eachTrigger = (pattern: string, receive: Receive): boolean =>
  new TriggerReader().read(pattern, receive);
