/** Prompts with holes, filled and hashed in one place: a value too few or too many is a bug and throws. */

export type Prompt = {
  readonly name: string;
  /** `{{hole}}` for each value. */
  readonly text: string;
};

const hole = /\{\{([a-z]+)\}\}/g;

export const holesOf = (prompt: Prompt): ReadonlySet<string> =>
  new Set([...prompt.text.matchAll(hole)].map((match) => match[1] ?? ''));

export const fill = (prompt: Prompt, values: Readonly<Record<string, string>>): string => {
  const holes = holesOf(prompt);
  const missing = [...holes].filter((name) => !(name in values));
  const extra = Object.keys(values).filter((name) => !holes.has(name));
  if (missing.length > 0 || extra.length > 0) {
    throw new Error(`prompt ${prompt.name}: missing [${missing.join(', ')}], too many [${extra.join(', ')}]`);
  }
  return prompt.text.replace(hole, (_, name: string) => values[name] ?? '');
};

/** What was typed is data: the marks that part it from instructions are taken out of it. */
export const asData = (text: string, longest: number): string =>
  text.replaceAll(/<\/?(?:buyer|fact|passage|earlier|draft|case|message)\b[^>]*>/gi, ' ').slice(0, longest);
