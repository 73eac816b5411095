/** The region's keys as the stores use them. A context that differs from the one of the sealing opens nothing. */
export type KeyContext = Readonly<Record<string, string>>;

export type KeyOperations = {
  encrypt(key: string, plain: Uint8Array, context: KeyContext): Promise<Uint8Array>;
  decrypt(key: string, sealed: Uint8Array, context: KeyContext): Promise<Uint8Array>;
  /** A fresh key of 32 bytes, open and wrapped. */
  dataKey(
    key: string,
    context: KeyContext,
  ): Promise<{ readonly plain: Uint8Array; readonly wrapped: Uint8Array }>;
};
