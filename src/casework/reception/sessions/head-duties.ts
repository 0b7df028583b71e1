import { sql } from "kysely";
import * as z from "zod";
import { type DutyDay, type DutyPeriod, dutyFulfilment } from "../../../rules/duty.ts";
import { isLawRangeError } from "../../../rules/law-range-error.ts";
import type { Confidence, Text } from "../../../rules/pack.ts";
import { transaction } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, whoAsks } from "../../access/index.ts";
import { parseInput } from "../../parse-input.ts";
import { Refused } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import { type AgencyTime, agencyTime, type Host, hostOf, positionName, positionsAt } from "./positions.ts";
import { type SessionRow, sessionsWhere } from "./session-rows.ts";
import { wholeWeeks } from "./whole-weeks.ts";

export const headDutiesInput = z.object({ agencyId: z.uuid(), from: z.iso.date(), to: z.iso.date() });
export type HeadDutiesInput = z.input<typeof headDutiesInput>;

/** A stretch under one version of the law: a whole month or week, or what a new law or the question left of it. */
export interface DutyPart {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly cut: boolean;
  readonly required: number;
  readonly counted: number;
  readonly withoutVisitor: number;
  readonly delegated: number;
  readonly postponed: number;
  readonly missing: number;
  readonly rule: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly source: string | null;
  readonly version: CivilDate;
  readonly openQuestion: { readonly question: Text; readonly default: Text } | null;
  readonly reasons: readonly Text[];
}

export interface HeadDuty {
  readonly position: string;
  readonly positionName: Text;
  readonly host: Host;
  /** Days really looked at: weeks are whole, and the agency has to exist. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Days that the law asks for at least. */
  readonly required: number;
  /** Days on which the head was there, with visitors or, when announced, without. */
  readonly counted: number;
  readonly withoutVisitor: number;
  readonly delegated: number;
  readonly postponed: number;
  readonly missing: number;
  /** Announced days from today on without an outcome yet. */
  readonly ahead: readonly CivilDate[];
  /** Announced days that are past, and nobody has said what became of them. */
  readonly unrecorded: readonly CivilDate[];
  /** Days of unscheduled reception; they come on top of the least that the law asks. */
  readonly unscheduled: number;
  readonly parts: readonly DutyPart[];
}

export interface HeadDuties {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly duties: readonly HeadDuty[];
}

/**
 * What the law asked of each head of an agency in a period, and what counts. Throws "not-allowed", "invalid-input", and
 * "law" for days before the covered law.
 */
export async function headDuties(setting: Setting, asker: Asker, input: HeadDutiesInput): Promise<HeadDuties> {
  const wanted = parseInput(
    headDutiesInput.refine((each) => each.to >= each.from, {
      path: ["to"],
      params: { text: { vi: "Ngày cuối phải sau ngày đầu.", en: "The last day comes after the first." } },
    }),
    input,
  );
  const [from, to] = [wanted.from as CivilDate, wanted.to as CivilDate];
  return transaction(
    setting.store,
    asker,
    async (tx) => {
      require(whoAsks(tx), "head-session:read", wanted.agencyId);
      const agency = await agencyTime(tx, wanted.agencyId, to);
      // A week on either side: weeks are looked at whole.
      const rows = await sessionsWhere(
        tx,
        sql`s.agency_id = ${wanted.agencyId} and s.on_date between ${from}::date - 7 and ${to}::date + 7`,
      );
      return {
        from,
        to,
        duties: positionsAt(agency).flatMap((each) => dutyOf(setting, agency, rows, each, { from, to })),
      };
    },
    { readOnly: true },
  );
}

function dutyOf(
  setting: Setting,
  agency: AgencyTime,
  all: readonly SessionRow[],
  position: string,
  asked: { readonly from: CivilDate; readonly to: CivilDate },
): readonly HeadDuty[] {
  const { packs } = setting.law;
  const today = setting.today();
  const period = covered(() => {
    const whole = wholeWeeks(packs, position, asked);
    const from = whole.from < agency.from ? agency.from : whole.from;
    const to = agency.to !== null && agency.to < whole.to ? agency.to : whole.to;
    return { from, to };
  });
  if (period.to < period.from) return [];
  const rows = all.filter((row) => row.position === position && row.on >= period.from && row.on <= period.to);
  const scheduled = rows.filter((row) => row.kind === "scheduled");
  const answer = covered(() => dutyFulfilment(packs, { position, ...period, days: scheduled.flatMap(dutyDay) }));
  if (answer.periods.length === 0 && rows.length === 0) return [];
  const sum = (value: (each: DutyPeriod) => number) => answer.periods.reduce((total, each) => total + value(each), 0);
  const open = scheduled.filter((row) => row.state === "announced").map((row) => row.on);
  const unscheduled = rows.filter((row) => row.kind === "unscheduled" && happened(row));
  return [
    {
      position,
      positionName: positionName(packs, position),
      host: hostOf(position),
      ...period,
      required: answer.required,
      counted: answer.counted,
      withoutVisitor: sum((each) => each.withoutVisitor),
      delegated: answer.delegated,
      postponed: sum((each) => each.postponed),
      missing: answer.missing,
      ahead: distinct(open.filter((on) => on >= today)),
      unrecorded: distinct(open.filter((on) => on < today)),
      unscheduled: distinct(unscheduled.map((row) => row.on)).length,
      parts: answer.periods.map((each) => partOf(setting, each)),
    },
  ];
}

const distinct = (days: readonly CivilDate[]): readonly CivilDate[] => [...new Set(days)].toSorted();
const happened = ({ state }: SessionRow) => state === "held" || state === "held-without-visitors";

/** A session as the rule counts days. Drafts, announced days still open and cancelled ones are no reception. */
function dutyDay({ on, state }: SessionRow): readonly DutyDay[] {
  switch (state) {
    case "held":
      return [{ on, how: "in-person" }];
    case "held-without-visitors":
      return [{ on, how: "announced-without-visitor" }];
    case "delegated":
    case "postponed":
      return [{ on, how: state }];
    default:
      return [];
  }
}

function partOf(setting: Setting, { duty, reasons, ...part }: DutyPeriod): DutyPart {
  const gaps = setting.law.packs.find((pack) => pack.subject === "reception" && pack.validFrom === part.version)?.gaps;
  const gap = gaps?.find((each) => each.id === duty.gap);
  return {
    ...part,
    rule: duty.id,
    article: duty.article,
    confidence: duty.confidence,
    source: duty.source ?? null,
    openQuestion: gap ? { question: gap.question, default: gap.default } : null,
    reasons,
  };
}

function covered<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isLawRangeError(error)) throw new Refused({ code: "law", message: error.text });
    throw error;
  }
}
