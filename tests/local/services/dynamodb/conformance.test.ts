/** The stand-in, and the second engine where it is installed, keep DynamoDB's contract. */
import { conformance } from './conformance.ts';
import { dynoxide, startDynoxide } from './dynoxide.ts';
import { standIn } from './stand-in.ts';

conformance('the stand-in', () => standIn());

if (dynoxide !== undefined) {
  const binary = dynoxide;
  conformance('a second engine', () => startDynoxide(binary));
}
