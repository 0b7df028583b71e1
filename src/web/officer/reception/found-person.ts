import type { PersonFound, PersonHistoryInput } from "../../../casework/people/index.ts";

/** By what the button of a person found says who was chosen. */
export const foundId = (person: PersonFound): string => person.personId ?? person.signatoryId;

/** Whose history to ask for. */
export const historyOf = (
  person: PersonFound,
): Pick<PersonHistoryInput, "personId" | "signatoryId"> & Record<string, string> =>
  person.personId === null ? { signatoryId: person.signatoryId } : { personId: person.personId };
