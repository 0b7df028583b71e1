import { sql } from "kysely";
import * as z from "zod";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { can, whoAsks } from "../access/index.ts";
import { parseInput } from "../parse-input.ts";
import { notFound } from "../refusal.ts";
import type { Asker, Setting } from "../setting.ts";
import { type ConflictGround, noDenunciation } from "./declare-conflict.ts";

export interface ConflictLine {
  readonly id: string;
  readonly officerId: string;
  readonly officer: string;
  readonly ground: ConflictGround;
  readonly declaredBy: string;
  readonly isSelfDeclared: boolean;
  readonly declaredOn: CivilDate;
  readonly lifted: { readonly by: string; readonly on: CivilDate; readonly reason: string } | null;
  readonly mayLift: boolean;
}

export interface ConflictSheet {
  readonly petitionId: string;
  readonly code: string;
  readonly agencyId: string;
  /** Sealed to the asker alone, who hands it over rather than declaring their own. */
  readonly isSealedToAsker: boolean;
  /** Whether the asker may declare one of another officer too: who took the denunciation, and the head. */
  readonly mayDeclareOthers: boolean;
  /** Newest first; those that hold before those that were lifted. */
  readonly lines: readonly ConflictLine[];
}

const linesMax = 200;

/** Who keeps away from a denunciation, for whoever sees it. Throws "not-found", "law" for another kind. */
export async function listConflicts(
  setting: Setting,
  asker: Asker,
  input: { readonly petitionId: string },
): Promise<ConflictSheet> {
  const { petitionId } = parseInput(z.object({ petitionId: z.uuid() }), input);
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      const who = whoAsks(tx);
      const { rows } = await sql<{
        code: string;
        kind: string | null;
        agencyId: string;
        isSealedToAsker: boolean;
        actingFor: readonly string[];
        lines: readonly Omit<ConflictLine, "mayLift">[];
      }>`
        select p.code, p.kind, p.agency_id as "agencyId", coalesce(p.sealed_to = app.officer_id(), false) as "isSealedToAsker",
          app.acting_for() as "actingFor",
          coalesce((select jsonb_agg(to_jsonb(x) order by x.lifted is not null, x."declaredOn" desc, x.id desc) from (
            select c.id, c.officer_id as "officerId", o.display_name as officer, c.ground, d.display_name as "declaredBy",
              c.declared_by = c.officer_id as "isSelfDeclared", c.declared_on as "declaredOn",
              case when c.lifted_on is not null then jsonb_build_object('by', l.display_name, 'on', c.lifted_on, 'reason', c.lift_reason) end as lifted
            from conflict_of_interest c join officer o on o.id = c.officer_id join officer d on d.id = c.declared_by
            left join officer l on l.id = c.lifted_by
            where c.petition_id = p.id order by c.lifted_on is not null, c.declared_on desc, c.id desc limit ${linesMax}) x), '[]') as lines
        from petition p where p.id = ${petitionId}`.execute(tx);
      const [found] = rows;
      if (!found) throw notFound();
      if (found.kind !== "denunciation") throw noDenunciation();
      const heads = can(who.grants, "denunciation:read", found.agencyId);
      const mayLift = (line: Omit<ConflictLine, "mayLift">) =>
        heads && line.lifted === null && line.officerId !== who.officerId && !found.actingFor.includes(line.officerId);
      return {
        petitionId,
        code: found.code,
        agencyId: found.agencyId,
        isSealedToAsker: found.isSealedToAsker,
        mayDeclareOthers: heads || found.isSealedToAsker,
        lines: found.lines.map((line) => ({ ...line, mayLift: mayLift(line) })),
      };
    },
    { readOnly: true },
  );
}
