import { sql } from "kysely";
import * as z from "zod";
import { competenceOn, kindsOn } from "../../rules/competence.ts";
import { isLawRangeError } from "../../rules/law-range-error.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { require, whoAsks } from "../access/index.ts";
import { textDigest } from "../audit/index.ts";
import { runOnce } from "../commands.ts";
import { parseInput } from "../parse-input.ts";
import { notFound, Refused } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { appendPetitionEvents } from "./petition-events.ts";
import { lockPetition } from "./petition-row.ts";

/** What an officer settled about who is competent. */
export interface SettledCompetence {
  readonly against: string;
  readonly rule: string;
  readonly lawPack: string;
  readonly agrees: boolean;
  readonly chosen: string | null;
  readonly reason: string | null;
  readonly officer: string | null;
  readonly on: CivilDate;
}

interface Said {
  readonly vi: string;
  readonly en: string;
}

/** What the law says of competence on the day of receipt: each kind the petition may be against, with the rule and who settles. */
export interface CompetenceTable {
  readonly version: CivilDate | null;
  readonly kinds: readonly {
    readonly id: string;
    readonly label: Said;
    readonly rule: string;
    readonly article: string;
    readonly confidence: string;
    readonly gap: string | null;
    readonly note: Said | null;
    readonly first: Said;
    /** null: no further instance but the court. */
    readonly second: Said | null;
  }[];
}

/** The table of competence for a petition. Empty for a recommendation and before the covered law. Throws "not-found". */
export async function competenceTable(
  setting: Setting,
  asker: Asker,
  input: { readonly petitionId: string },
): Promise<CompetenceTable> {
  const { petitionId } = parseInput(z.object({ petitionId: z.uuid() }), input);
  const petition = await transaction(
    setting.store,
    asker,
    async (tx) => {
      whoAsks(tx);
      const { rows } = await sql<{ kind: string | null; on: CivilDate }>`
        select kind, received_on as "on" from petition where id = ${petitionId}`.execute(tx);
      return rows[0];
    },
    { readOnly: true },
  );
  if (!petition) throw notFound();
  const { kind, on } = petition;
  if (kind !== "complaint" && kind !== "denunciation") return { version: null, kinds: [] };
  const { packs } = setting.law;
  const kinds = kindsOn(packs, on, kind).map(({ id, label }) => {
    const { rule } = competenceOn(packs, { matter: kind, against: id, on });
    return {
      id,
      label,
      rule: rule.id,
      article: rule.article,
      confidence: rule.confidence,
      gap: rule.gap ?? null,
      note: rule.note ?? null,
      first: rule.first.name,
      second: rule.second?.name ?? null,
    };
  });
  return { version: kindsOn(packs, on, kind)[0]?.version ?? null, kinds };
}

const settleInput = z
  .object({
    key: z.uuid(),
    petitionId: z.uuid(),
    against: z.string().max(60),
    agrees: z.boolean(),
    /** Who is competent instead, and why, when the officer differs from the law's proposal. */
    chosen: z.string().trim().max(400).optional(),
    reason: z.string().trim().max(2000).optional(),
  })
  .check((given) => {
    if (given.value.agrees) return;
    for (const field of ["chosen", "reason"] as const) {
      if (given.value[field]) continue;
      given.issues.push({
        code: "custom",
        input: given.value[field],
        path: [field],
        params: {
          text:
            field === "chosen"
              ? { vi: "Khác đề xuất thì ghi cơ quan, người có thẩm quyền.", en: "Say who is competent instead." }
              : { vi: "Khác đề xuất thì ghi lý do.", en: "Say why, when you differ from the proposal." },
        },
      });
    }
  });
export type SettleCompetenceInput = z.input<typeof settleInput>;

/** The petition officer takes the proposal of the law, or differs with a reason; the word before stays in the trail. */
export async function settleCompetence(
  setting: Setting,
  asker: Asker,
  input: SettleCompetenceInput,
): Promise<{ readonly petitionId: string }> {
  const wanted = parseInput(settleInput, input);
  return runOnce(setting, asker, wanted.key, "settle-competence", async (tx) => {
    const who = whoAsks(tx);
    const petition = await lockPetition(tx, wanted.petitionId);
    if (petition.sealedTo !== who.officerId) require(who, "petition:process", petition.agencyId);
    const { rule, pack } = proposal(setting, petition.kind, wanted.against, petition.receivedOn);
    const chosen = wanted.agrees ? null : (wanted.chosen ?? null);
    const reason = wanted.agrees ? null : (wanted.reason ?? null);
    await sql`
      insert into petition_competence (petition_id, against, rule, law_pack, agrees, chosen, reason, officer_id, settled_on)
      values (${petition.id}, ${wanted.against}, ${rule.id}, ${pack.id}, ${wanted.agrees}, ${chosen}, ${reason}, ${who.officerId}, ${setting.today()})
      on conflict (petition_id) do update set against = excluded.against, rule = excluded.rule, law_pack = excluded.law_pack, agrees = excluded.agrees,
        chosen = excluded.chosen, reason = excluded.reason, officer_id = excluded.officer_id, settled_on = excluded.settled_on`.execute(
      tx,
    );
    await appendPetitionEvents(tx, setting, [
      {
        petitionId: petition.id,
        what: "competence-settled",
        on: setting.today(),
        officerId: who.officerId,
        data: {
          against: wanted.against,
          rule: rule.id,
          lawPack: pack.id,
          agrees: wanted.agrees,
          chosen: chosen && textDigest(chosen),
          reason: reason && textDigest(reason),
        },
      },
    ]);
    return { petitionId: petition.id };
  });
}

function proposal(setting: Setting, kind: string | null, against: string, on: CivilDate) {
  if (kind !== "complaint" && kind !== "denunciation") {
    throw new Refused({
      code: "law",
      message: {
        vi: "Chỉ xác định thẩm quyền theo người bị khiếu nại, bị tố cáo cho đơn khiếu nại, tố cáo.",
        en: "Competence by whom the petition is against is settled for complaints and denunciations only.",
      },
      article: "Điều 26 Luật Tiếp công dân",
      instead: [{ act: "classify", name: { vi: "Phân loại đơn", en: "Classify the petition" } }],
    });
  }
  try {
    return competenceOn(setting.law.packs, { matter: kind, against, on });
  } catch (error) {
    if (!isLawRangeError(error)) throw error;
    throw new Refused({
      code: "invalid-input",
      message: error.text,
      fields: [{ field: "against", message: error.text }],
    });
  }
}
