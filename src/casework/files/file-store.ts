/** Port: content-addressed storage of bytes. `sha256` is lower-case hex. */
export interface FileStore {
  /** Stores the bytes durably before it resolves; storing the same bytes again is harmless. */
  put(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Rejects when the content no longer has the digest it was stored under. */
  get(sha256: string): Promise<Uint8Array>;
  /** Takes the bytes away for good; bytes that are not there are no error. */
  remove(sha256: string): Promise<void>;
}
