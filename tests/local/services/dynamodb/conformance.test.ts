/** The stand-in, and the second engine where it is installed, keep DynamoDB's contract. */
import { conformance } from './conformance.ts';
import { secondEngines, startDynoxide } from './dynoxide.ts';
import { standIn } from './stand-in.ts';

conformance('the stand-in', () => standIn());

for (const binary of secondEngines) conformance('a second engine', () => startDynoxide(binary));
