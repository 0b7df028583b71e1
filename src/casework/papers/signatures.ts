import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { policy } from "../access/index.ts";
import { Refused } from "../refusal.ts";
import type { PaperRow, PaperStep } from "./paper-steps.ts";

/** How the steps of a paper that three sign are called: the unit's signature, then the head's. */
export const signatureNames: Readonly<Partial<Record<PaperStep, Text>>> = {
  check: { vi: "Lãnh đạo đơn vị ký", en: "Sign for the unit" },
  approve: { vi: "Người đứng đầu phê duyệt", en: "Approve as head" },
};

const article = "Mẫu số 01 Thông tư 05/2021/TT-TTCP (người đề xuất, lãnh đạo đơn vị, thủ trưởng cơ quan)";

interface Hands {
  /** Whoever wrote it last and is not the head, who may change a draft and still approves it. */
  readonly proposer: string | null;
  readonly writer: string | null;
  readonly checker: string | null;
  /** Somebody else in the agency who may vouch for it, and may see it. */
  readonly others: boolean;
}

/** Of paper `p`: whoever wrote it last and holds no head's role there, then or since; the head alone, where nobody else did. */
export const proposerOf = sql`coalesce((select x.written_by from paper_text x where x.paper_id = p.id and x.written_by is not null
  and not exists (select from role_grant g where g.officer_id = x.written_by and g.agency_id = p.agency_id and g.role = 'head') order by x.version desc limit 1), p.drafted_by)`;

/**
 * Of a paper that three sign: whoever proposes takes no further signature, and where the agency has a third person, whoever
 * signed for the unit does not approve. Throws "law".
 */
export async function refuseSameHand(
  tx: Trx,
  paper: PaperRow,
  step: PaperStep,
  by: { readonly officerId: string | null; readonly today: CivilDate },
): Promise<void> {
  const { officerId } = by;
  if (officerId === null || (step !== "check" && step !== "approve" && step !== "sign")) return;
  const { proposer, writer, checker, others } = await handsOf(tx, paper, officerId, by.today);
  if (proposer === officerId || (step === "check" && writer === officerId && others)) throw ownProposal();
  if (step !== "check" && checker === officerId && others) throw unitSigned();
}

async function handsOf(tx: Trx, paper: PaperRow, officerId: string, today: CivilDate): Promise<Hands> {
  const { rows } = await sql<Hands>`
    select t.written_by as writer,
      ${proposerOf} as proposer,
      (select e.officer_id from paper_event e where e.paper_id = p.id and e.version = p.version and e.step = 'check' order by e.seq desc limit 1) as checker,
      exists (select from role_grant g join officer o on o.id = g.officer_id and o.active where g.agency_id = p.agency_id
        and g.role = any(${[...policy["paper:vouch"]]}::text[]) and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})
        and o.id <> ${officerId}::uuid and o.id is distinct from p.drafted_by and o.id is distinct from t.written_by
        and (not coalesce(m.restricted, false) or g.role = 'head' or exists (select from matter_assignment a where a.matter_id = m.id and a.officer_id = o.id and a.to_on is null))) as others
    from paper p join paper_text t on t.paper_id = p.id and t.version = p.version left join matter m on m.id = p.matter_id
    where p.id = ${paper.id}`.execute(tx);
  return rows[0] ?? { proposer: null, writer: null, checker: null, others: false };
}

/** A draft that was sent back is written anew before anybody signs it. Throws "law". */
export async function refuseSentBack(tx: Trx, paper: PaperRow): Promise<void> {
  const { rows } = await sql<{ step: string }>`
    select step from paper_event where paper_id = ${paper.id} order by seq desc limit 1`.execute(tx);
  if (rows[0]?.step !== "returned") return;
  throw new Refused({
    code: "law",
    message: {
      vi: "Dự thảo đã được trả lại kèm lý do. Hãy sửa dự thảo rồi trình ký lại.",
      en: "The draft was sent back with a reason. It is written anew before anybody signs it.",
    },
    article: "Khoản 3 Điều 10 Nghị định 30/2020/NĐ-CP",
    instead: [{ act: "rewrite", name: { vi: "Sửa dự thảo", en: "Write the draft anew" } }],
  });
}

function ownProposal(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Người viết đề xuất không tự ký tiếp. Người khác trong đơn vị ký thay cho đơn vị; người đứng đầu phê duyệt.",
      en: "Whoever wrote the proposal takes no further signature. Somebody else signs for the unit, and the head approves.",
    },
    article,
    instead: [
      {
        act: "rewrite",
        name: { vi: "Để người khác đứng tên đề xuất (sửa dự thảo)", en: "Let somebody else write it" },
      },
    ],
  });
}

function unitSigned(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Bạn đã ký phần lãnh đạo đơn vị; phần phê duyệt do người khác ký. Chỉ nơi không còn ai khác thì một người mới ký cả hai.",
      en: "You signed for the unit; somebody else approves. One person signs both only where there is nobody else.",
    },
    article,
  });
}
