/** Prints pieces to standard output no faster than the reader takes them; a reader that left ends it quietly. */
import { once } from 'node:events';

export const print = async (pieces: Iterable<string> | AsyncIterable<string>): Promise<void> => {
  let isLeft = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isLeft = true;
  });
  for await (const piece of pieces) {
    if (isLeft) return;
    const isTaken = process.stdout.write(piece);
    // An error ends the waiting as well; what it was is heard above.
    if (!isTaken) await once(process.stdout, 'drain').catch(() => undefined);
  }
};
