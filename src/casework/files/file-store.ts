/** Port: content-addressed storage of bytes. `sha256` is lower-case hex. */
export interface FileStore {
  /** Stores the bytes durably before it resolves; storing the same bytes again is harmless. */
  put(bytes: Uint8Array): Promise<StoredBytes>;
  /**
   * The same for what comes in pieces and is never whole in memory. `look` reads what was written before it counts: when
   * it throws, or the pieces do, nothing is left behind.
   */
  putStream(
    pieces: AsyncIterable<Uint8Array>,
    look: (written: AsyncIterable<Uint8Array>) => Promise<void>,
  ): Promise<StoredBytes>;
  /** Rejects when the content no longer has the digest it was stored under. */
  get(sha256: string): Promise<Uint8Array>;
  /** In pieces; the last one is held back until the digest is known to be right, else the stream breaks off. Rejects when the file is missing. */
  open(sha256: string): Promise<AsyncIterable<Uint8Array>>;
  /** Takes the bytes away for good; bytes that are not there are no error. */
  remove(sha256: string): Promise<void>;
  /** Takes away what was begun, never came to its end and was last written to before that moment. Returns how many. */
  dropUnfinished(before: Date): Promise<number>;
}

export interface StoredBytes {
  readonly sha256: string;
  readonly bytes: number;
}
