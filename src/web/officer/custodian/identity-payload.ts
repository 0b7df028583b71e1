export interface SealedPerson {
  readonly name: string;
  readonly address: string;
  readonly role: string;
  readonly identityNumber?: string;
  readonly identityPaper?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly birthYear?: string;
}

/** What is sealed of whoever denounced. */
export interface IdentityPayload {
  readonly people: readonly SealedPerson[];
  /** What the papers said that would give the person away. */
  readonly words?: string;
}

const optional = ["identityNumber", "identityPaper", "phone", "email", "birthYear"] as const;

/** Reads an opened identity. Throws when it is of a later version than this page knows. */
export function readPayload(text: string): IdentityPayload {
  const json: unknown = JSON.parse(text);
  if (!isRecord(json) || json.version !== 1 || !Array.isArray(json.people)) throw new Error("unknown version");
  const words = textOf(json.words);
  return { people: json.people.filter(isRecord).map(personOf), ...(words ? { words } : {}) };
}

function personOf(json: Record<string, unknown>): SealedPerson {
  const more = optional.map((key) => [key, textOf(json[key])] as const).filter(([, text]) => text !== "");
  return {
    name: textOf(json.name),
    address: textOf(json.address),
    role: textOf(json.role),
    ...Object.fromEntries(more),
  };
}

const isRecord = (json: unknown): json is Record<string, unknown> => typeof json === "object" && json !== null;
const textOf = (json: unknown): string => (typeof json === "string" || typeof json === "number" ? String(json) : "");
