import type { AgainstRule, Cited, CompetenceRule, Holder, Text } from "../../../src/rules/pack.ts";
import { t, text } from "../../wording.ts";

export const kind = (id: string, vi: string, en: string): AgainstRule => ({ id, label: t(vi, en) });

export const holder = (at: Holder["at"], vi: string, en: string): Holder => ({ name: t(vi, en), at });

/** KN-C-n: who settles a complaint against these, first and second. */
export function settledBy(
  cited: Cited,
  id: string,
  kinds: readonly string[],
  first: Holder,
  second: Holder | null,
  note?: Text,
): CompetenceRule {
  return { id, matter: "complaint", against: kinds, first, second, ...cited, ...(note ? { note } : {}) };
}

export const against: readonly AgainstRule[] = [
  kind("commune-chair", "Chủ tịch Ủy ban nhân dân cấp xã", "Chair of a commune People's Committee"),
  kind(
    "commune-official",
    "Công chức, người có trách nhiệm do Chủ tịch Ủy ban nhân dân cấp xã quản lý trực tiếp",
    "Official directly managed by the commune chair",
  ),
  kind(
    "district-agency-head",
    "Thủ trưởng cơ quan thuộc Ủy ban nhân dân cấp huyện",
    "Head of an agency under a district People's Committee",
  ),
  kind(
    "district-agency-official",
    "Người có trách nhiệm do thủ trưởng cơ quan thuộc Ủy ban nhân dân cấp huyện quản lý trực tiếp",
    "Official directly managed by the head of a district agency",
  ),
  kind("district-chair", "Chủ tịch Ủy ban nhân dân cấp huyện", "Chair of a district People's Committee"),
  kind(
    "provincial-sub-agency-head",
    "Thủ trưởng cơ quan thuộc sở và cấp tương đương (chi cục …)",
    "Head of an agency under a provincial department",
  ),
  kind(
    "provincial-sub-agency-official",
    "Cán bộ, công chức do thủ trưởng cơ quan thuộc sở quản lý trực tiếp",
    "Official directly managed by the head of such an agency",
  ),
  kind("provincial-agency-head", "Giám đốc sở và cấp tương đương", "Director of a provincial department"),
  kind(
    "provincial-agency-official",
    "Cán bộ, công chức do giám đốc sở và cấp tương đương quản lý trực tiếp",
    "Official directly managed by the director of a provincial department",
  ),
  kind("provincial-chair", "Chủ tịch Ủy ban nhân dân cấp tỉnh", "Chair of a provincial People's Committee"),
  kind(
    "ministry-agency-head",
    "Thủ trưởng cơ quan thuộc bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
    "Head of an agency under a ministry",
  ),
  kind(
    "ministry-agency-official",
    "Cán bộ, công chức do thủ trưởng cơ quan thuộc bộ quản lý trực tiếp",
    "Official directly managed by the head of an agency under a ministry",
  ),
  kind(
    "minister",
    "Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ",
    "Minister or head of a body of that rank",
  ),
  kind(
    "ministry-official",
    "Cán bộ, công chức do Bộ trưởng quản lý trực tiếp",
    "Official directly managed by the minister",
  ),
  kind(
    "sent-to-inspectorate",
    "Khiếu nại gửi Chánh Thanh tra (chỉ xác minh, kiến nghị, không ra quyết định)",
    "Complaint sent to the chief inspector (who verifies and advises, never decides)",
  ),
  kind(
    "conflict-in-province",
    "Tranh chấp thẩm quyền giữa các cơ quan, đơn vị trong một tỉnh",
    "Conflict of competence inside a province",
  ),
  kind(
    "conflict-in-ministry",
    "Tranh chấp thẩm quyền giữa các cơ quan, đơn vị trong một bộ",
    "Conflict of competence inside a ministry",
  ),
  kind(
    "conflict-between-ministries-or-provinces",
    "Tranh chấp thẩm quyền giữa các bộ, giữa các tỉnh, giữa bộ và tỉnh",
    "Conflict of competence between ministries or provinces",
  ),
  kind("disciplinary-decision", "Quyết định kỷ luật cán bộ, công chức", "Disciplinary decision against an official"),
  kind(
    "disciplinary-decision-of-minister-or-province-chair",
    "Quyết định kỷ luật do Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ hoặc Chủ tịch Ủy ban nhân dân cấp tỉnh ban hành",
    "Disciplinary decision of a Minister, a head of a body of that rank or under the Government, or a province chair",
  ),
];

export const communeChair = (at: Holder["at"] = "same") =>
  holder(at, "Chủ tịch Ủy ban nhân dân cấp xã", "Chair of the commune People's Committee");
const districtChair = (at: Holder["at"]) =>
  holder(at, "Chủ tịch Ủy ban nhân dân cấp huyện", "Chair of the district People's Committee");
export const provinceChair = (at: Holder["at"] = "province") =>
  holder(at, "Chủ tịch Ủy ban nhân dân cấp tỉnh", "Chair of the provincial People's Committee");
const departmentDirector = (at: Holder["at"]) =>
  holder(at, "Giám đốc sở và cấp tương đương", "Director of the provincial department");
const minister = (at: Holder["at"]) => holder(at, "Bộ trưởng", "The Minister");
const sectorMinister = holder("ministry", "Bộ trưởng quản lý ngành, lĩnh vực", "The Minister of the sector concerned");

export const onlyConflict = t(
  "Đây là người giải quyết tranh chấp thẩm quyền, không phải một cấp giải quyết khiếu nại.",
  "This decides who is competent; it is no instance of the complaint.",
);

/** Điều 17 đến Điều 26: three levels. */
export const competence: readonly CompetenceRule[] = [
  settledBy(
    text("Điều 17, khoản 2 Điều 18 Luật Khiếu nại"),
    "KN-C-1",
    ["commune-chair", "commune-official"],
    communeChair(),
    districtChair("district"),
  ),
  settledBy(
    text("Điều 19, khoản 2 Điều 20 Luật Khiếu nại"),
    "KN-C-2",
    ["provincial-sub-agency-head", "provincial-sub-agency-official"],
    holder("same", "Thủ trưởng cơ quan thuộc sở và cấp tương đương", "The head of that agency"),
    departmentDirector("parent"),
  ),
  settledBy(
    text("Khoản 1 Điều 20, khoản 2 Điều 21 Luật Khiếu nại"),
    "KN-C-3",
    ["provincial-agency-head", "provincial-agency-official"],
    departmentDirector("same"),
    provinceChair(),
  ),
  settledBy(
    text("Khoản 3 Điều 7, khoản 1 Điều 21, khoản 3 Điều 23 Luật Khiếu nại"),
    "KN-C-4",
    ["provincial-chair"],
    provinceChair("same"),
    sectorMinister,
  ),
  settledBy(
    text("Điều 22, khoản 2 Điều 23 Luật Khiếu nại"),
    "KN-C-5",
    ["ministry-agency-head", "ministry-agency-official"],
    holder("same", "Thủ trưởng cơ quan thuộc bộ", "The head of that agency"),
    minister("ministry"),
  ),
  settledBy(
    text("Khoản 2 Điều 7, khoản 1 Điều 23 Luật Khiếu nại"),
    "KN-C-6",
    ["minister", "ministry-official"],
    minister("same"),
    null,
    t("Không có lần hai; còn quyền khởi kiện tại Tòa án.", "No second instance; the court remains."),
  ),
  settledBy(
    text("Khoản 3 Điều 21 Luật Khiếu nại"),
    "KN-C-8-province",
    ["conflict-in-province"],
    provinceChair(),
    null,
    onlyConflict,
  ),
  settledBy(
    text("Khoản 4 Điều 23 Luật Khiếu nại"),
    "KN-C-8-ministry",
    ["conflict-in-ministry"],
    minister("ministry"),
    null,
    onlyConflict,
  ),
  settledBy(
    text("Khoản 3 Điều 26 Luật Khiếu nại"),
    "KN-C-8",
    ["conflict-between-ministries-or-provinces"],
    holder("government", "Thủ tướng Chính phủ", "The Prime Minister"),
    null,
    onlyConflict,
  ),
  settledBy(
    text("Khoản 1 Điều 7, Điều 25 Luật Khiếu nại"),
    "KN-C-9",
    ["sent-to-inspectorate"],
    holder("parent", "Thủ trưởng cơ quan quản lý nhà nước cùng cấp", "The head of the agency of the same level"),
    holder(
      "other",
      "Thủ trưởng cấp trên trực tiếp của người giải quyết lần đầu",
      "The direct superior of the first resolver",
    ),
    t(
      "Chánh Thanh tra giúp xác minh, kết luận, kiến nghị, đôn đốc; không ra quyết định giải quyết.",
      "The chief inspector verifies, proposes and follows up, and never decides.",
    ),
  ),
  settledBy(
    text("Điều 17, khoản 2 Điều 18 Luật Khiếu nại"),
    "KN-C-10",
    ["district-agency-head", "district-agency-official"],
    holder("same", "Thủ trưởng cơ quan thuộc Ủy ban nhân dân cấp huyện", "The head of that district agency"),
    districtChair("district"),
  ),
  settledBy(
    text("Khoản 1 Điều 18, khoản 2 Điều 21 Luật Khiếu nại"),
    "KN-C-10-chair",
    ["district-chair"],
    districtChair("same"),
    provinceChair(),
  ),
  settledBy(
    text("Khoản 1, khoản 2 Điều 51 Luật Khiếu nại"),
    "KN-51-1",
    ["disciplinary-decision"],
    holder("same", "Người đứng đầu cơ quan đã ban hành quyết định kỷ luật", "The head who issued the decision"),
    holder("parent", "Người đứng đầu cơ quan cấp trên trực tiếp", "The head of the direct superior agency"),
  ),
  settledBy(
    text("Khoản 1, khoản 3 Điều 51 Luật Khiếu nại"),
    "KN-51-1-minister",
    ["disciplinary-decision-of-minister-or-province-chair"],
    holder("same", "Bộ trưởng hoặc Chủ tịch Ủy ban nhân dân cấp tỉnh", "The Minister or province chair"),
    holder("ministry", "Bộ trưởng Bộ Nội vụ", "The Minister of Home Affairs"),
  ),
];
