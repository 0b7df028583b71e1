import type { TestOffice } from "../../../src/server/testing.ts";
import { openClient } from "../../../src/store/pool.ts";

/** Every id in the database by the kind of thing, and what else addresses are made of. */
export interface Ids {
  readonly of: Readonly<Record<string, readonly string[]>>;
  readonly agencies: readonly string[];
  /** Of each receipt: the visit and the petition. */
  readonly receipts: readonly { readonly visitId: string; readonly petitionId: string }[];
  /** Papers of which each signatory got a copy. */
  readonly replied: readonly { readonly petitionId: string; readonly paperId: string }[];
}

const tables = [
  "post_entry",
  "intake_draft",
  "visit",
  "petition",
  "matter",
  "paper",
  "file",
  "person",
  "head_session",
  "import_run",
  "deadline",
  "role_grant",
  "officer",
  "delegation",
  "account_change",
  "conflict_of_interest",
  "notice",
  "petition_transfer",
  "queue_ticket",
  "signatory",
  "reply",
  "publication",
] as const;
const vaultTables = ["identity", "release", "sealed_file"] as const;

export async function idsOf(office: TestOffice): Promise<Ids> {
  const client = openClient(office.app.setting.store.migrator, "matrix");
  await client.connect();
  try {
    const of: Record<string, readonly string[]> = {};
    for (const table of tables)
      of[table] = (await client.query<{ id: string }>(`select id from ${table} order by id`)).rows.map(({ id }) => id);
    for (const table of vaultTables)
      of[table] = (await client.query<{ id: string }>(`select id from vault.${table} order by id`)).rows.map(
        ({ id }) => id,
      );
    const { rows: receipts } = await client.query<Ids["receipts"][number]>(
      `select visit_id as "visitId", id as "petitionId" from petition where visit_id is not null order by id`,
    );
    const { rows: replied } = await client.query<Ids["replied"][number]>(
      `select petition_id as "petitionId", paper_id as "paperId" from reply_batch order by id`,
    );
    return { of, receipts, replied, agencies: [office.communeId, office.otherCommuneId, office.provinceId] };
  } finally {
    await client.end();
  }
}

const ownKind: readonly (readonly [RegExp, string])[] = [
  [/\/custodian\/:|\/identities\/:/, "identity"],
  [/\/identity-files\/:/, "sealed_file"],
  [/\/releases\/:/, "release"],
  [/\/delegations\/:/, "delegation"],
  [/\/account-changes\/:/, "account_change"],
  [/\/conflicts\/:/, "conflict_of_interest"],
  [/\/notices\/:/, "notice"],
  [/\/transfers\/:/, "petition_transfer"],
  [/\/queue\/numbers\/:/, "queue_ticket"],
  [/\/signatories\/:/, "signatory"],
  [/\/replies\/:(?!paperId)/, "reply"],
  [/\/(?:publications|cong-khai)\/:/, "publication"],
  [/\/visits\/:/, "visit"],
  [/\/petitions\/:/, "petition"],
  [/\/matters\/:/, "matter"],
  [/\/papers\/:/, "paper"],
  [/\/files\/:/, "file"],
  [/\/people\/:/, "person"],
  [/\/(?:post-entries|entries)\/:/, "post_entry"],
  [/drafts\/:/, "intake_draft"],
  [/(?:sessions|dat-cho)\/:/, "head_session"],
  [/\/imports?\/:/, "import_run"],
  [/\/officers\/:/, "officer"],
  [/\/grants\/:/, "role_grant"],
  [/\/agencies\/:/, "agency"],
];

const twoOf: ReadonlySet<string> = new Set(["officer", "role_grant", "reply"]);

/** The ids of the door's own kind; of accounts, roles and replies two. */
export function idsFor(path: string, ids: Ids): readonly string[] {
  if (/\/(waiting-rooms|phong-cho)\/:code/.test(path)) return ["TT.A", "TT"];
  const own = ownKind.find(([shape]) => shape.test(path))?.[1];
  if (own === "agency") return ids.agencies;
  if (own === undefined) return ["x"];
  const all = ids.of[own] ?? [];
  return twoOf.has(own) ? all.slice(0, 2) : all;
}

/** The first id of each other kind. */
export function strangeIds(path: string, { of }: Ids): readonly string[] {
  const own = ownKind.find(([shape]) => shape.test(path))?.[1];
  return Object.entries(of).flatMap(([kind, each]) => (kind === own ? [] : each.slice(0, 1)));
}

/** The addresses of a door, one for each id tried. */
export function addressesOf(path: string, ids: Ids, tried = idsFor(path, ids)): readonly string[] {
  if (path.endsWith("/custodian/:id/files/:file"))
    return (ids.of.sealed_file ?? []).map((file) => path.replace(":id", tried[0] ?? "x").replace(":file", file));
  if (path.includes("/replies/:paperId"))
    return ids.replied.map(({ petitionId, paperId }) => path.replace(":id", petitionId).replace(":paperId", paperId));
  return tried.flatMap((id, no) => {
    const own = path
      .replace(/(sessions.*):paper/, "$1minutes")
      .replace(/:(?:id|visitId|sessionId|runId|entryId|draftId|paper|reply|code|year)\b/, id);
    if (own.includes(":file") && path.includes("/papers/"))
      // The API is asked for both of each: at the page one after the other.
      return [`${path.replace(":file", id)}.${no % 2 === 0 ? "pdf" : "docx"}`];
    return [
      own.replace(":file", id).replace(":act", "correct").replace(":procedure", "denunciation").replace(":page", "0"),
    ];
  });
}
