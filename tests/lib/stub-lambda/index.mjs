/** Stands for a Lambda's bundle where a test looks at templates only. */
export const handler = () => undefined;
