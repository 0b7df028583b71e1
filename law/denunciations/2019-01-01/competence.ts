import type { Cited, CompetenceRule, Holder } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";

export const holder = (at: Holder["at"], vi: string, en: string): Holder => ({ at, name: t(vi, en) });

export const communeChair = holder("commune", "Chủ tịch Ủy ban nhân dân cấp xã", "Chair of the commune");
export const districtChair = holder("district", "Chủ tịch Ủy ban nhân dân cấp huyện", "Chair of the district");
export const provincialChair = holder("province", "Chủ tịch Ủy ban nhân dân cấp tỉnh", "Chair of the province");
export const agencyHead = holder(
  "province",
  "Người đứng đầu cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh",
  "Head of the provincial agency",
);
export const primeMinister = holder("government", "Thủ tướng Chính phủ", "Prime Minister");
const superior = holder("parent", "Người đứng đầu cơ quan cấp trên trực tiếp", "Head of the direct superior body");

/** `second` is who takes a further denunciation (khoản 1 Điều 37): the head of the direct superior of the resolver. */
export function competent(
  id: string,
  against: readonly string[],
  first: Holder,
  second: Holder | null,
  cited: Cited,
  note?: CompetenceRule["note"],
): CompetenceRule {
  return { id, matter: "denunciation", against, first, second, ...cited, ...(note ? { note } : {}) };
}

const d12 = (rest: string) => text(`${rest} Điều 12 Luật Tố cáo`);
const d13 = (clause: number) => text(`Khoản ${clause} Điều 13 Luật Tố cáo`);
const oldAgency = holder(
  "other",
  "Người đứng đầu cơ quan quản lý người bị tố cáo vào lúc vi phạm",
  "Head of the agency that managed the accused then",
);

const moved: readonly CompetenceRule[] = [
  competent(
    "TC-C-8-equal",
    ["moved-official-equal"],
    holder(
      "other",
      "Người đứng đầu cấp trên trực tiếp của cơ quan quản lý người bị tố cáo vào lúc vi phạm",
      "Head of the superior of the agency at the time",
    ),
    superior,
    d12("Điểm a khoản 3"),
    t("Cấp trên của cơ quan đang quản lý phối hợp.", "The superior of the present agency takes part."),
  ),
  competent(
    "TC-C-8-higher",
    ["moved-official-higher"],
    holder("same", "Người đứng đầu cơ quan đang quản lý người bị tố cáo", "Head of the present agency"),
    superior,
    d12("Điểm b khoản 3"),
    t("Cơ quan quản lý vào lúc vi phạm phối hợp.", "The agency of that time takes part."),
  ),
  competent("TC-C-8-head", ["moved-official-head"], superior, superior, d12("Điểm b khoản 3")),
  competent(
    "TC-C-8-other",
    ["moved-official"],
    oldAgency,
    superior,
    d12("Điểm c khoản 3"),
    t("Cơ quan đang quản lý phối hợp.", "The present agency takes part."),
  ),
  competent("TC-C-8-left", ["former-official"], oldAgency, superior, d12("Điểm d khoản 3")),
  competent(
    "TC-C-8-merged",
    ["merged-agency-official"],
    holder(
      "same",
      "Người đứng đầu cơ quan sau hợp nhất, sáp nhập, chia, tách nơi người đó công tác",
      "Head of the successor where the accused works",
    ),
    superior,
    d12("Khoản 4"),
  ),
  competent(
    "TC-C-8-dissolved",
    ["dissolved-agency-official"],
    holder(
      "parent",
      "Người đứng đầu cơ quan quản lý cơ quan đó trước khi giải thể",
      "Head of the body that managed it before",
    ),
    superior,
    d12("Khoản 5"),
  ),
];

/** Three levels, as enacted. */
export const competence: readonly CompetenceRule[] = [
  competent(
    "TC-12-1",
    ["other-agency"],
    superior,
    superior,
    d12("Khoản 1, khoản 6"),
    t(
      "Nguyên tắc: cán bộ, công chức do người đứng đầu cơ quan quản lý; người đứng đầu, cấp phó và cơ quan do người đứng đầu cấp trên trực tiếp.",
      "In principle: an official by the head of the managing agency; a head, a deputy and an agency by the head of the direct superior.",
    ),
  ),
  competent("TC-C-1", ["commune-official"], communeChair, districtChair, d13(1)),
  competent(
    "TC-C-2",
    ["provincial-sub-agency-head", "provincial-agency-official", "provincial-sub-agency"],
    agencyHead,
    provincialChair,
    d13(3),
  ),
  competent(
    "TC-C-3",
    ["district-chair", "provincial-agency-head", "provincial-chair-official", "provincial-agency"],
    provincialChair,
    primeMinister,
    d13(4),
  ),
  competent("TC-C-4", ["provincial-chair", "minister"], primeMinister, null, d13(8)),
  competent(
    "TC-C-4-ministry",
    ["ministry-agency-head"],
    holder("ministry", "Bộ trưởng, người đứng đầu cơ quan ngang Bộ", "Minister"),
    primeMinister,
    d13(7),
  ),
  competent(
    "TC-C-5",
    ["council-deputy"],
    holder("same", "Thường trực Hội đồng nhân dân", "Standing body of the People's Council"),
    null,
    text("Khoản 2 Điều 17 Luật Tố cáo"),
  ),
  competent(
    "TC-C-5-chair",
    ["council-chair"],
    holder(
      "parent",
      "Cơ quan có thẩm quyền phê chuẩn việc bầu Chủ tịch, Phó Chủ tịch Hội đồng nhân dân",
      "Body that approves the election",
    ),
    null,
    text("Khoản 2 Điều 17 Luật Tố cáo"),
  ),
  competent(
    "TC-C-6",
    ["public-unit-staff"],
    holder("same", "Người đứng đầu đơn vị sự nghiệp công lập", "Head of the unit"),
    superior,
    text("Khoản 1 Điều 18 Luật Tố cáo"),
  ),
  competent(
    "TC-C-6-head",
    ["public-unit-head"],
    holder("parent", "Người đứng đầu cơ quan nhà nước quản lý đơn vị", "Head of the managing state agency"),
    superior,
    text("Khoản 2 Điều 18 Luật Tố cáo"),
  ),
  competent(
    "TC-C-7",
    ["assigned-person"],
    holder("same", "Người đứng đầu cơ quan, tổ chức, đơn vị quản lý trực tiếp", "Head of the directly managing body"),
    superior,
    text("Điều 21 Luật Tố cáo"),
  ),
  ...moved,
  competent(
    "TC-C-10",
    ["state-management-violation"],
    holder("other", "Cơ quan có chức năng quản lý nhà nước về nội dung tố cáo", "Agency with that management function"),
    superior,
    text("Điều 41 Luật Tố cáo"),
    t(
      "Nhiều chức năng: các cơ quan thống nhất hoặc cấp trên giao; nhiều nơi có thẩm quyền: nơi thụ lý đầu tiên.",
      "Several functions: they agree, or the superior assigns; several competent: the first to accept.",
    ),
  ),
  competent(
    "TC-C-11",
    ["commune-chair", "district-agency-head", "district-agency"],
    districtChair,
    provincialChair,
    d13(2),
  ),
  competent(
    "TC-C-12",
    ["court", "procuracy", "state-audit"],
    holder(
      "other",
      "Chánh án, Viện trưởng, Tổng Kiểm toán nhà nước theo Điều 14, Điều 15, Điều 16",
      "Chief judge, chief procurator or Auditor General",
    ),
    null,
    { ...text("Điều 14, Điều 15, Điều 16 Luật Tố cáo"), gap: "GAP-14" },
    t(
      "Không thuộc cơ quan hành chính: chuyển đến ngành có thẩm quyền.",
      "Outside the administration: transfer to that branch.",
    ),
  ),
];
