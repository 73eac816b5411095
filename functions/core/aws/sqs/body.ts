/** How a queue body is written; apart from the readers, so that the webhook bundles no schema that it never reads. */
export const wireVersion = 2;

export const writeBody = (body: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ version: wireVersion, ...body });
