/** The package ships no types; only what is used here. */
declare module 'asl-validator' {
  type Found = { readonly 'Error code': string; readonly Message: string };
  /** Changes the definition that it is given: hand it a copy. */
  const validate: (
    definition: unknown,
    options?: { readonly checkPaths: boolean; readonly checkArn: boolean },
  ) => { readonly isValid: boolean; readonly errors: readonly Found[] };
  export default validate;
}
