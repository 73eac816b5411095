/** `npm run -s evaluate -- understanding`: how good we are on cases that nothing was trained on; exit 1 when a group is left behind. */
import { evaluateAnswers } from './evaluate/answers.ts';
import { evaluateUnderstanding } from './evaluate/understanding.ts';
import { evaluateRetrieval } from './evaluate/retrieval.ts';

const subjects: Readonly<Record<string, () => Promise<boolean>>> = {
  understanding: evaluateUnderstanding,
  retrieval: evaluateRetrieval,
  answers: evaluateAnswers,
};

const [subject = ''] = process.argv.slice(2);
const evaluate = Object.hasOwn(subjects, subject) ? subjects[subject] : undefined;
if (evaluate === undefined) {
  process.stderr.write(`evaluate what? ${Object.keys(subjects).join(', ')}\n`);
  process.exitCode = 2;
} else if (!(await evaluate())) {
  process.exitCode = 1;
}
