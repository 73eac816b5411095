/** The parts of a message that may each want something: between marks and the words that join. */

const joints =
  /[.,;:!?¿¡\n()…]+|\s(?:y|e|and|pero|mas|but|porque|because|ademas|además|tambien|também|also|entonces|entao|então)\s/i;
const fewestWords = 2;
/** A longer message repeats itself. */
const mostClauses = 8;

/** Empty where a message is of one piece. */
export const clausesOf = (text: string): string[] => {
  const clauses = text
    .split(joints)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= fewestWords)
    .slice(0, mostClauses);
  return clauses.length > 1 ? clauses : [];
};
