import type { Actor } from "./actors.ts";
import { channels, doors, notBuilt } from "./doors.ts";
import type { Outcome } from "./run.ts";
import type { Secret } from "./secrets.ts";

/** docs/leak-matrix.md: what was marked, who may know it by the policy, and who met it where. */
export function sheetOf(secrets: readonly Secret[], actors: readonly Actor[], { met }: Outcome): string {
  return `${[
    "# The leak matrix",
    "",
    "Written by `e2e/security/leak-matrix.e2e.ts`, which compares it at every `npm test`; not by hand. Everything worth hiding in the test's database is a marked word. Everyone below asks the real server at every door, by every id; each answer, header, page, file (PDF, Word and Excel unpacked), refusal and line of the log is searched for the marks. A mark that meets somebody to whom the policy does not give it fails the test, and so does a door without a channel.",
    "",
    "What is sampled: everyone of the commune asks everything by every id, but for commands, whose ids they share between them, and pages, of which each asks for every other id. Of those outside it, nobody, two heads and an inspectorate do as much; the others read through the API alone and share the ids; each id is tried by several. Six words are looked for by everyone, the others by whoever of the commune may search. An id of another kind than the door's: the first of each kind, by six who ask. Of accounts, roles and replies two ids; a paper at its page as PDF or as Word; at the pages of receipts and of the custodian's desk a few of those that the API is asked for. Who holds the receipts holds the codes of one signatory too. What is public is asked by three. Commands are asked with what no law lets happen, so that nothing changes meanwhile but who looked.",
    "",
    "## Who asks",
    "",
    ...actors.map(({ id, other }) => `- \`${id}\`${other ? `: ${others[other]}` : ""}`),
    "",
    "`here` is the commune, `elsewhere` another commune, `above` the province above both.",
    "",
    "## What is marked, and whom it met",
    "",
    "| What | Who may know it | Whom it met | Channels |",
    "|---|---|---|---|",
    ...secrets.map((secret) => {
      const by = met.get(secret.id) ?? new Map<string, ReadonlySet<string>>();
      const whom = actors.filter(({ id }) => by.has(id)).map(({ id }) => `\`${id}\``);
      const where = Object.keys(channels).filter((channel) => [...by.values()].some((each) => each.has(channel)));
      return `| ${secret.what} | ${secret.who} | ${whom.join(", ") || "nobody"} | ${where.join(", ") || "–"} |`;
    }),
    "",
    "## Doors by channel",
    "",
    ...Object.entries(channels).flatMap(([channel, what]) => [
      `### ${channel}: ${what}`,
      "",
      ...doors
        .filter((door) => door.channel === channel)
        .map(({ method, path }) => `- ${method === "PAGE" ? "page" : method} \`${path}\``),
      "",
    ]),
    "## Not built",
    "",
    ...Object.entries(notBuilt).map(([channel, why]) => `- ${channel}: ${why}`),
  ]
    .join("\n")
    .replaceAll("\n\n\n", "\n\n")}\n`;
}

const others: Readonly<Record<NonNullable<Actor["other"]>, string>> = {
  named: "the settlement officer assigned to the denunciation by name",
  accused: "barred from the denunciation: the accused, or named as one in a conflict of interest",
  acting: "acts for the head, who handed the role over for some days",
};
