/** `npm run -s redact < in.jsonl > out.jsonl`: personal data masked, a line in, a line out. */
import { mask } from '../functions/core/understanding/masking/mask.ts';
import { answerLines } from './json-lines.ts';

await answerLines(({ text }) => mask(text));
