/** One of those whom an identity in the vault is about. */
export interface SealedPerson {
  readonly name: string;
  readonly address: string;
  readonly identityNumber?: string;
  readonly identityPaper?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly birthYear?: number;
  readonly role: string;
}

/** What is encrypted for each identity. */
export interface SealedPayload {
  readonly version: 1;
  readonly people: readonly SealedPerson[];
  /** What was said, before names were taken out of it. */
  readonly words?: string;
}

const BLOCK = 1024;

/** JSON, filled up with spaces, so that the length of a ciphertext does not tell that of a name. */
export function payloadText(payload: SealedPayload): string {
  const json = JSON.stringify(payload);
  const bytes = Buffer.byteLength(json);
  return json + " ".repeat(Math.ceil(bytes / BLOCK) * BLOCK - bytes);
}
