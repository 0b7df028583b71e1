import type { AgainstRule } from "../../../src/rules/pack.ts";
import { t } from "../../wording.ts";

const kind = (id: string, vi: string, en: string): AgainstRule => ({ id, label: t(vi, en) });

/** Whom or what a denunciation is about; the first words are those of Điều 12 to Điều 21. */
export const against: readonly AgainstRule[] = [
  kind("commune-chair", "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân cấp xã", "Chair or vice chair of a commune"),
  kind(
    "commune-official",
    "Công chức do Chủ tịch Ủy ban nhân dân cấp xã quản lý trực tiếp",
    "Official managed by the commune chair",
  ),
  kind("district-chair", "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân cấp huyện", "Chair or vice chair of a district"),
  kind(
    "district-agency-head",
    "Người do Chủ tịch Ủy ban nhân dân cấp huyện bổ nhiệm, quản lý trực tiếp",
    "Official appointed or managed by the district chair",
  ),
  kind(
    "district-agency",
    "Cơ quan, tổ chức do Ủy ban nhân dân cấp huyện quản lý trực tiếp",
    "Body managed by the district",
  ),
  kind(
    "provincial-sub-agency-head",
    "Người đứng đầu, cấp phó đơn vị trực thuộc cơ quan chuyên môn cấp tỉnh",
    "Head or deputy of a unit under a provincial agency",
  ),
  kind(
    "provincial-agency-official",
    "Công chức, viên chức do cơ quan chuyên môn cấp tỉnh bổ nhiệm, quản lý trực tiếp",
    "Staff of a provincial agency",
  ),
  kind(
    "provincial-sub-agency",
    "Cơ quan, tổ chức do cơ quan chuyên môn cấp tỉnh quản lý trực tiếp",
    "Body managed by a provincial agency",
  ),
  kind(
    "provincial-agency-head",
    "Người đứng đầu, cấp phó cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh",
    "Head or deputy of a provincial agency",
  ),
  kind(
    "provincial-chair-official",
    "Công chức, viên chức khác do Chủ tịch Ủy ban nhân dân cấp tỉnh bổ nhiệm, quản lý trực tiếp",
    "Other staff appointed or managed by the province chair",
  ),
  kind(
    "provincial-agency",
    "Cơ quan, tổ chức do Ủy ban nhân dân cấp tỉnh quản lý trực tiếp",
    "Body managed by the province",
  ),
  kind("provincial-chair", "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân cấp tỉnh", "Chair or vice chair of a province"),
  kind(
    "ministry-agency-head",
    "Người đứng đầu, cấp phó đơn vị thuộc Bộ, cơ quan ngang Bộ",
    "Head or deputy of a unit of a ministry",
  ),
  kind(
    "minister",
    "Bộ trưởng, Thứ trưởng, người đứng đầu, cấp phó cơ quan ngang Bộ, cơ quan thuộc Chính phủ",
    "Minister or vice minister",
  ),
  kind("council-deputy", "Đại biểu Hội đồng nhân dân", "Deputy of a People's Council"),
  kind("council-chair", "Chủ tịch, Phó Chủ tịch Hội đồng nhân dân", "Chair or vice chair of a People's Council"),
  kind(
    "public-unit-staff",
    "Viên chức, người đứng đầu bộ phận của đơn vị sự nghiệp công lập",
    "Staff of a public service unit",
  ),
  kind(
    "public-unit-head",
    "Người đứng đầu, cấp phó đơn vị sự nghiệp công lập, hoặc chính đơn vị đó",
    "Head or deputy of a public service unit, or the unit",
  ),
  kind(
    "assigned-person",
    "Người được giao nhiệm vụ, công vụ mà không phải cán bộ, công chức, viên chức",
    "Person entrusted with a public duty who is no official",
  ),
  kind(
    "moved-official-equal",
    "Người đứng đầu, cấp phó đã chuyển công tác, giữ chức vụ tương đương",
    "Head or deputy moved to an equal post",
  ),
  kind("moved-official-higher", "Người đã chuyển công tác và giữ chức vụ cao hơn", "Official moved to a higher post"),
  kind(
    "moved-official-head",
    "Người đã chuyển công tác và nay là người đứng đầu, cấp phó nơi mới",
    "Official moved and now head or deputy there",
  ),
  kind("moved-official", "Người đã chuyển công tác trong trường hợp khác", "Official moved otherwise"),
  kind("former-official", "Người không còn là cán bộ, công chức, viên chức", "Person who is no longer an official"),
  kind(
    "merged-agency-official",
    "Người của cơ quan đã hợp nhất, sáp nhập, chia, tách",
    "Official of a merged or divided agency",
  ),
  kind("dissolved-agency-official", "Người của cơ quan đã giải thể", "Official of a dissolved agency"),
  kind(
    "other-agency",
    "Cơ quan, tổ chức khác trong việc thực hiện nhiệm vụ, công vụ",
    "Another agency in its public duties",
  ),
  kind(
    "state-management-violation",
    "Bất kỳ ai vi phạm pháp luật về quản lý nhà nước trong các lĩnh vực",
    "Anybody who breaks state management rules",
  ),
  kind("court", "Người của Tòa án nhân dân", "Somebody of a court"),
  kind("procuracy", "Người của Viện kiểm sát nhân dân", "Somebody of the procuracy"),
  kind("state-audit", "Người của Kiểm toán nhà nước", "Somebody of the State Audit"),
];
