/** When a found language is believed, and when a service is worth asking. */

/** Below this the first tier's language is a guess: a service or the conversation decides. */
export const languageThreshold = 0.75;

/** Characters: shorter texts tell a language service nothing. */
export const shortestForService = 20;
