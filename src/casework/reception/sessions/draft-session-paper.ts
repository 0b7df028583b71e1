import { sql } from "kysely";
import * as z from "zod";
import type { FieldValue } from "../../../rules/decide.ts";
import { selectVersion } from "../../../rules/select-version.ts";
import type { Trx } from "../../../store/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { require, whoAsks } from "../../access/index.ts";
import { runOnce } from "../../commands.ts";
import {
  draftPaper,
  issuingOffice,
  lockPaper,
  type PaperBody,
  type PaperSession,
  rewriteDraft,
} from "../../papers/index.ts";
import { parseInput } from "../../parse-input.ts";
import { type FieldProblem, invalidInput } from "../../refusal.ts";
import type { Asker, Setting } from "../../setting.ts";
import {
  documentsOf,
  type SessionPaper,
  type SessionPaperLine,
  sat,
  sessionPapers,
  sessionTemplates,
} from "./session-papers.ts";
import { againstLaw } from "./session-refusals.ts";
import { lockSession, type SessionRow } from "./session-rows.ts";

const words = (max: number) => z.string().trim().max(max).default("");
const hour = z.union([z.literal(""), z.string().regex(/^\d\d:\d\d$/)]).default("");

export const draftSessionPaperInput = z.object({
  key: z.uuid(),
  sessionId: z.uuid(),
  template: z.enum(sessionTemplates),
  startedAt: hour,
  endedAt: hour,
  secretary: words(200),
  attending: words(2000),
  /** The visits received at the session, those of the day that are left out were received at other hours. */
  lines: z
    .array(
      z.object({
        visitId: z.uuid(),
        content: words(4000),
        opinions: words(4000),
        conclusion: words(4000),
        unit: words(300),
        doBy: z.union([z.literal(""), z.iso.date()]).default(""),
        contact: words(300),
      }),
    )
    .max(100),
});
export type DraftSessionPaperInput = z.input<typeof draftSessionPaperInput>;
type Wanted = z.output<typeof draftSessionPaperInput>;

/**
 * Draws up the minutes or the notice of a session that was held, or writes anew what is not signed yet; a paper is one a
 * session. Throws "not-found", "not-allowed", "law" before the session was held or when the paper is signed, "invalid-input"
 * for a visit of another day, and on a notice for a conclusion without its unit or its time (khoản 2 Điều 25 Nghị định
 * 154/2026/NĐ-CP).
 */
export async function draftSessionPaper(
  setting: Setting,
  asker: Asker,
  input: DraftSessionPaperInput,
): Promise<{ readonly sessionId: string; readonly paperId: string }> {
  const wanted = parseInput(draftSessionPaperInput, input);
  const { papers } = await sessionPapers(setting, asker, wanted);
  return runOnce(setting, asker, wanted.key, "draft-session-paper", async (tx) => {
    const who = whoAsks(tx);
    const session = await lockSession(tx, wanted.sessionId);
    require(who, "session-paper:draft", session.agencyId);
    const filled = papers.find(({ template }) => template === wanted.template);
    if (!filled || session.host !== "authority" || !sat.includes(session.state)) throw notYetHeld(session);
    check(wanted, filled, session);
    const officerId = who.officerId;
    const { agencyId, id: sessionId } = session;
    const earlier = filled.paper ? await lockPaper(tx, filled.paper.id) : undefined;
    const lines = inOrder([...linesOf(wanted, filled), ...unseenLines(earlier?.body, filled)]);
    const body = await bodyOf(tx, setting, session, wanted, { filled, lines });
    if (earlier) await rewriteDraft(tx, earlier, body, officerId);
    const paperId =
      earlier?.id ??
      (await draftPaper(tx, setting, {
        agencyId,
        matterId: null,
        sessionId,
        template: wanted.template,
        forAct: null,
        officerId,
        body,
      }));
    await noteVisits(tx, paperId, wanted, filled);
    return { sessionId, paperId };
  });
}

function notYetHeld(session: SessionRow) {
  return againstLaw(
    session.host === "party"
      ? {
          vi: "Văn bản của cấp ủy theo thể thức văn bản của Đảng, không lập ở đây.",
          en: "The papers of a Party committee follow the Party's own format and are not drawn up here.",
        }
      : {
          vi: "Biên bản, thông báo kết luận được lập khi buổi tiếp đã diễn ra. Hãy ghi kết quả buổi tiếp trước.",
          en: "Minutes and notice are drawn up once the session was held. Record its outcome first.",
        },
    "Khoản 2 Điều 25, điểm b khoản 1 Điều 26 Nghị định 154/2026/NĐ-CP",
  );
}

const neededOn = {
  conclusion: {
    vi: "Nhập ý kiến chỉ đạo, hoặc bỏ chọn lượt tiếp.",
    en: "Enter what was directed, or leave the visit out.",
  },
  unit: { vi: "Nhập cơ quan, đơn vị chịu trách nhiệm.", en: "Enter the responsible unit." },
  doBy: { vi: "Nhập thời hạn giải quyết.", en: "Enter by when it is to be done." },
} as const;

function check({ template, lines }: Wanted, { lines: known }: SessionPaper, session: SessionRow): void {
  const problems: FieldProblem[] = [];
  if (template === "tcd-session-conclusion" && lines.length === 0)
    problems.push({
      field: "lines",
      message: { vi: "Chọn ít nhất một lượt tiếp có kết luận.", en: "Choose at least one visit with a conclusion." },
    });
  for (const [i, line] of lines.entries()) {
    if (!known.some(({ visitId }) => visitId === line.visitId))
      problems.push({
        field: `lines.${i}.visitId`,
        message: { vi: "Lượt tiếp này không thuộc buổi tiếp.", en: "This visit does not belong to the session." },
      });
    if (line.doBy !== "" && line.doBy < session.on)
      problems.push({
        field: `lines.${i}.doBy`,
        message: { vi: "Thời hạn không được trước ngày tiếp.", en: "The time cannot end before the session." },
      });
    if (template !== "tcd-session-conclusion") continue;
    for (const field of ["conclusion", "unit", "doBy"] as const)
      if (line[field] === "") problems.push({ field: `lines.${i}.${field}`, message: neededOn[field] });
  }
  if (problems.length > 0) throw invalidInput(problems);
}

async function bodyOf(
  tx: Trx,
  setting: Setting,
  session: SessionRow,
  wanted: Wanted,
  { filled, lines }: { readonly filled: SessionPaper; readonly lines: readonly PlacedLine[] },
): Promise<PaperBody> {
  const pack = selectVersion(setting.law.packs, "reception", session.on);
  const document = documentsOf(setting, session.on).find(({ key }) => key === wanted.template);
  return {
    paper: {
      template: wanted.template,
      agency: await issuingOffice(tx, session.agencyId, setting.today()),
      draft: true,
      session: sessionOnPaper(session, wanted, lines),
      fields: {},
      recipients: document?.recipients.map(({ vi }) => vi) ?? [],
      legalBasis: pack.basis,
      article: filled.article,
    },
    values: valuesOf(wanted, lines),
  };
}

function sessionOnPaper(session: SessionRow, wanted: Wanted, lines: readonly PlacedLine[]): PaperSession {
  const { startedAt, endedAt, secretary, attending } = wanted;
  return {
    on: session.on,
    kind: session.kind,
    place: session.place,
    startedAt,
    endedAt,
    secretary,
    attending,
    receivedBy: session.receivedBy ?? session.hostName ?? "",
    lines: lines.map(({ line }) => line),
  };
}

/** A line of the paper and the visit it is about. */
interface PlacedLine {
  readonly visitId: string;
  readonly line: PaperSession["lines"][number];
}

function linesOf(wanted: Wanted, filled: SessionPaper): readonly PlacedLine[] {
  return wanted.lines.map(({ visitId, doBy, ...said }) => {
    const { no = "", who = "", denunciation = false } = lineFor(filled, visitId) ?? {};
    const line = denunciation
      ? { no, who, hidden: true, content: "", opinions: "", conclusion: "", unit: "", contact: "" }
      : { no, who, hidden: false, ...said, ...(doBy === "" ? {} : { doBy: doBy as CivilDate }) };
    return { visitId, line };
  });
}

/** Pseudonyms on the version before, of denunciations that whoever writes it anew may not see: they stay on the paper. */
function unseenLines(earlier: PaperBody | undefined, filled: SessionPaper): readonly PlacedLine[] {
  const visits = earlier?.values.visits;
  if (!Array.isArray(visits)) return [];
  return (earlier?.paper.session?.lines ?? []).flatMap((line, i) => {
    const visitId = visits[i];
    return line.hidden && visitId !== undefined && !lineFor(filled, visitId) ? [{ visitId, line }] : [];
  });
}

/** By year and number in the register, as the form lists them. */
function inOrder(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const place = ({ line }: PlacedLine) => {
    const [no = 0, year = 0] = line.no.split("/").map(Number);
    return year * 1_000_000 + no;
  };
  return lines.toSorted((a, b) => place(a) - place(b));
}

function lineFor({ lines }: SessionPaper, visitId: string): SessionPaperLine | undefined {
  return lines.find((line) => line.visitId === visitId);
}

/** What the form is filled with again. */
function valuesOf(wanted: Wanted, placed: readonly PlacedLine[]): Readonly<Record<string, FieldValue>> {
  const { startedAt, endedAt, secretary, attending, lines } = wanted;
  const said = lines.flatMap(({ visitId, ...line }) =>
    Object.entries(line).map(([name, value]) => [`${visitId}.${name}`, value] as const),
  );
  return {
    startedAt,
    endedAt,
    secretary,
    attending,
    visits: placed.map(({ visitId }) => visitId),
    ...Object.fromEntries(said),
  };
}

/** Whose words stand on the paper: who may not see one of them does not see the paper. */
async function noteVisits(tx: Trx, paperId: string, { lines }: Wanted, filled: SessionPaper): Promise<void> {
  const named = lines.map(({ visitId }) => visitId).filter((id) => !lineFor(filled, id)?.denunciation);
  await sql`delete from session_paper_visit where paper_id = ${paperId}`.execute(tx);
  await sql`insert into session_paper_visit (paper_id, visit_id) select ${paperId}, id from unnest(${named}::uuid[]) id`.execute(
    tx,
  );
}
