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
    "What is sampled: of the ids of another kind than the door's only the first is tried, where one thing is read from the API, by six who ask; of accounts and roles two. Pages, which call what the API calls, commands, and searches for more than six words are asked by everyone of the commune and, of those outside it, by nobody, two heads and an inspectorate; all others outside ask what is read from the API, and six words. What is public is asked by three. Commands are asked with what no law lets happen, so that nothing changes meanwhile but who looked.",
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
