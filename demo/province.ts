/**
 * Tỉnh Sông Mây: an invented province. No place, office or person in it exists. It follows what happened to every real
 * one: three levels until 30 June 2025, two levels with merged communes from 1 July 2025.
 */
export const oldOrderFrom = "2012-01-01";
export const oldOrderTo = "2025-06-30";
export const newOrderFrom = "2025-07-01";

export interface DemoPlace {
  readonly code: string;
  readonly name: string;
  readonly level: "province" | "district" | "commune";
  readonly parent: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly remote: boolean;
}

const province: DemoPlace = {
  code: "SM",
  name: "Tỉnh Sông Mây",
  level: "province",
  parent: null,
  from: oldOrderFrom,
  to: null,
  remote: false,
};

const district = (code: string, name: string): DemoPlace => ({
  code: `SM.${code}`,
  name,
  level: "district",
  parent: "SM",
  from: oldOrderFrom,
  to: oldOrderTo,
  remote: false,
});
const oldCommune = (code: string, name: string, remote = false): DemoPlace => ({
  code: `SM.${code}`,
  name,
  level: "commune",
  parent: `SM.${code.split(".")[0]}`,
  from: oldOrderFrom,
  to: oldOrderTo,
  remote,
});
const newCommune = (code: string, name: string, remote = false): DemoPlace => ({
  code: `SM.${code}`,
  name,
  level: "commune",
  parent: "SM",
  from: newOrderFrom,
  to: null,
  remote,
});

export const places: readonly DemoPlace[] = [
  province,
  district("TPM", "Thành phố Mây Hạ"),
  district("HTV", "Huyện Trà Vân"),
  district("HDS", "Huyện Đồng Sương"),
  district("HNM", "Huyện Núi Mây"),
  oldCommune("TPM.BM", "Phường Bến Mây"),
  oldCommune("TPM.CH", "Phường Chợ Mây"),
  oldCommune("TPM.CM", "Phường Cầu Mây"),
  oldCommune("TPM.VS", "Xã Ven Sông Mây"),
  oldCommune("HTV.HL", "Xã Hoa Lạc"),
  oldCommune("HTV.LT", "Xã Lạc Thượng Mây"),
  oldCommune("HTV.HD", "Xã Hoa Đồng Mây"),
  oldCommune("HTV.TL", "Xã Trà Lũng Mây"),
  oldCommune("HDS.TT", "Thị trấn Đồng Sương"),
  oldCommune("HDS.BS", "Xã Bến Sương"),
  oldCommune("HDS.NH", "Xã Sương Nguyệt Hạ"),
  oldCommune("HDS.BA", "Xã Bãi Sương"),
  oldCommune("HNM.MT", "Xã Mây Thượng", true),
  oldCommune("HNM.SV", "Xã Suối Vàng Anh", true),
  oldCommune("HNM.KS", "Xã Khe Sương", true),
  oldCommune("HNM.DM", "Xã Đèo Mây", true),
  newCommune("HL", "Xã Hoa Lạc"),
  newCommune("BS", "Xã Bến Sương"),
  newCommune("MH", "Phường Mây Hạ"),
  newCommune("CM", "Phường Cầu Mây"),
  newCommune("NM", "Xã Núi Mây", true),
  newCommune("SV", "Xã Suối Vàng Anh", true),
];

/** Old code → new codes. Most merge many into one; two communes were divided between two. */
export const placeSuccessions: readonly (readonly [string, readonly string[]])[] = [
  ["SM.HTV.HL", ["SM.HL"]],
  ["SM.HTV.LT", ["SM.HL"]],
  ["SM.HTV.HD", ["SM.HL"]],
  ["SM.HTV.TL", ["SM.HL", "SM.BS"]],
  ["SM.HDS.TT", ["SM.BS"]],
  ["SM.HDS.BS", ["SM.BS"]],
  ["SM.HDS.NH", ["SM.BS"]],
  ["SM.HDS.BA", ["SM.CM"]],
  ["SM.TPM.BM", ["SM.MH"]],
  ["SM.TPM.CH", ["SM.MH"]],
  ["SM.TPM.CM", ["SM.CM"]],
  ["SM.TPM.VS", ["SM.CM"]],
  ["SM.HNM.MT", ["SM.NM"]],
  ["SM.HNM.DM", ["SM.NM"]],
  ["SM.HNM.KS", ["SM.NM", "SM.SV"]],
  ["SM.HNM.SV", ["SM.SV"]],
  ["SM.TPM", ["SM.MH", "SM.CM"]],
  ["SM.HTV", ["SM.HL", "SM.BS"]],
  ["SM.HDS", ["SM.BS", "SM.CM"]],
  ["SM.HNM", ["SM.NM", "SM.SV"]],
];

export const mergerBasis =
  "Nghị quyết giả định về sắp xếp đơn vị hành chính và bỏ cấp huyện của tỉnh Sông Mây (dữ liệu minh họa)";

export interface DemoAgency {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: "province" | "district" | "commune";
  readonly kind: "peoples-committee" | "office" | "reception-board" | "inspectorate" | "department";
  readonly parent: string | null;
  readonly place: string;
  readonly headTitle: string;
  readonly symbol: string;
  readonly from: string;
  readonly to: string | null;
}

/** The People's Committee of each place has the code of its place. */
const committees: readonly DemoAgency[] = places.map((place) => ({
  code: place.code,
  name: `Ủy ban nhân dân ${place.name.charAt(0).toLowerCase()}${place.name.slice(1)}`,
  shortName: `UBND ${place.name.charAt(0).toLowerCase()}${place.name.slice(1)}`,
  level: place.level,
  kind: "peoples-committee",
  parent: place.parent,
  place: place.code,
  headTitle: "CHỦ TỊCH",
  symbol: "UBND",
  from: place.from,
  to: place.to,
}));

const provincial = (
  code: string,
  name: string,
  shortName: string,
  kind: DemoAgency["kind"],
  headTitle: string,
  symbol: string,
  span: { readonly from?: string; readonly to?: string; readonly parent?: string } = {},
): DemoAgency => ({
  code: `SM.${code}`,
  name,
  shortName,
  level: "province",
  kind,
  parent: span.parent ?? "SM",
  place: "SM",
  headTitle,
  symbol,
  from: span.from ?? oldOrderFrom,
  to: span.to ?? null,
});

const merged = { from: "2025-03-01" };
const dissolved = { to: "2025-02-28" };

export const agencies: readonly DemoAgency[] = [
  ...committees,
  provincial("VP", "Văn phòng Ủy ban nhân dân tỉnh Sông Mây", "VP UBND tỉnh", "office", "CHÁNH VĂN PHÒNG", "VP"),
  provincial("TCD", "Ban Tiếp công dân tỉnh Sông Mây", "Ban TCD tỉnh", "reception-board", "TRƯỞNG BAN", "BTCD", {
    parent: "SM.VP",
  }),
  provincial("TT", "Thanh tra tỉnh Sông Mây", "Thanh tra tỉnh", "inspectorate", "CHÁNH THANH TRA", "TTr"),
  provincial(
    "STN",
    "Sở Tài nguyên và Môi trường tỉnh Sông Mây",
    "Sở TNMT",
    "department",
    "GIÁM ĐỐC",
    "STNMT",
    dissolved,
  ),
  provincial(
    "SNN",
    "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sông Mây",
    "Sở NNPTNT",
    "department",
    "GIÁM ĐỐC",
    "SNN",
    dissolved,
  ),
  provincial("SNM", "Sở Nông nghiệp và Môi trường tỉnh Sông Mây", "Sở NNMT", "department", "GIÁM ĐỐC", "SNNMT", merged),
  provincial("SXD", "Sở Xây dựng tỉnh Sông Mây", "Sở Xây dựng", "department", "GIÁM ĐỐC", "SXD"),
  provincial("SNV", "Sở Nội vụ tỉnh Sông Mây", "Sở Nội vụ", "department", "GIÁM ĐỐC", "SNV"),
];

/** Agencies follow their places, besides the departments that were merged four months before. */
export const agencySuccessions: readonly { readonly from: string; readonly to: string; readonly on: string }[] = [
  ...placeSuccessions.flatMap(([from, to]) => to.map((each) => ({ from, to: each, on: newOrderFrom }))),
  { from: "SM.STN", to: "SM.SNM", on: merged.from },
  { from: "SM.SNN", to: "SM.SNM", on: merged.from },
];
