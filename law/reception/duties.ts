import type { Cited, DutyRule } from "../../src/rules/pack.ts";
import { secondary, t, text } from "../wording.ts";

/** GAP-9; the text of the law is taken. */
export const communeChairEachWeek: DutyRule = {
  ...text("Điểm d khoản 2 Điều 15 Luật Tiếp công dân"),
  gap: "GAP-9",
  id: "TCD-15-1",
  position: "commune-chair",
  positionName: t("Chủ tịch Ủy ban nhân dân cấp xã", "Chair of a commune People's Committee"),
  level: "commune",
  period: "week",
  days: 1,
};

export const communeChairTwiceAMonth: DutyRule = {
  ...text("Điểm c khoản 2 Điều 15 Luật Tiếp công dân (khoản 7 Điều 1 Luật 136/2025/QH15)"),
  id: "TCD-15-1",
  position: "commune-chair",
  positionName: t("Chủ tịch Ủy ban nhân dân cấp xã", "Chair of a commune People's Committee"),
  level: "commune",
  period: "month",
  days: 2,
};

export const districtChair: DutyRule = {
  ...text("Khoản 5 Điều 13 Luật Tiếp công dân"),
  id: "R1-12",
  position: "district-chair",
  positionName: t("Chủ tịch Ủy ban nhân dân cấp huyện", "Chair of a district People's Committee"),
  level: "district",
  period: "month",
  days: 2,
};

/** Where the law of 2013 itself sets the number of days. */
export const lawDuties: readonly DutyRule[] = [
  {
    ...text("Khoản 5 Điều 12 Luật Tiếp công dân"),
    id: "TCD-12-1",
    position: "province-chair",
    positionName: t("Chủ tịch Ủy ban nhân dân cấp tỉnh", "Chair of a provincial People's Committee"),
    level: "province",
    period: "month",
    days: 1,
  },
  districtChair,
  communeChairEachWeek,
  {
    ...text("Khoản 2 Điều 18 Luật Tiếp công dân"),
    id: "TCD-18-1",
    position: "agency-head",
    positionName: t("Người đứng đầu cơ quan khác (sở, ban, ngành …)", "Head of another agency (department …)"),
    level: "other",
    period: "month",
    days: 1,
  },
];

export function publicUnitHead(cited: Cited): DutyRule {
  return {
    ...cited,
    id: "R1-15",
    position: "public-unit-head",
    positionName: t("Người đứng đầu đơn vị sự nghiệp công lập", "Head of a public service unit"),
    level: "other",
    period: "month",
    days: 1,
  };
}

const partyNames = {
  province: t("Người đứng đầu cấp ủy cấp tỉnh", "Head of the provincial Party committee"),
  district: t("Người đứng đầu cấp ủy cấp huyện", "Head of the district Party committee"),
  commune: t("Người đứng đầu cấp ủy cấp xã", "Head of the commune Party committee"),
} as const;

export function partyHead(rule: string, level: keyof typeof partyNames, days: number, cited: Cited): DutyRule {
  return {
    ...cited,
    id: `${rule}-${level}`,
    position: `${level}-party-head`,
    positionName: partyNames[level],
    level,
    period: "month",
    days,
  };
}

export const rule11 = secondary(
  "Quy định 11-QĐi/TW ngày 18/02/2019",
  "Cổng thông tin Huyện ủy Hàm Thuận Bắc; Thanh tra tỉnh Thái Nguyên (trích)",
);
export const conclusion215 = secondary(
  "Quy định 11-QĐi/TW ngày 18/02/2019 (Kết luận 215-KL/TW ngày 23/11/2025)",
  "VietNamNet, Báo Thanh Hóa, Người Lao Động (trích)",
);
