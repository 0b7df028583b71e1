import type { App } from "../src/server/app.ts";
import { agencyId } from "./load-agencies.ts";

type Role = Parameters<App["access"]["createOfficer"]>[1]["role"];
export type DemoAsker = ReturnType<App["sessionOf"]>;

export interface DemoOfficer {
  readonly username: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly agency: string;
  readonly roles: readonly [Role, ...Role[]];
}

const officer = (
  username: string,
  displayName: string,
  jobTitle: string,
  agency: string,
  ...roles: readonly [Role, ...Role[]]
): DemoOfficer => ({ username, displayName, jobTitle, agency, roles });

/** Invented people: family names and given names were put together at random. */
export const officers: readonly DemoOfficer[] = [
  officer("tiepdan.hoalac", "Lương Thục Vân", "Công chức tiếp công dân", "SM.HL", "reception-officer"),
  officer("xulydon.hoalac", "Đinh Khắc Trầm", "Công chức xử lý đơn", "SM.HL", "petition-officer"),
  officer("phutrach.hoalac", "Kiều Nhạn Chi", "Phụ trách tiếp công dân, xử lý đơn", "SM.HL", "petition-officer"),
  officer("vanthu.hoalac", "Mạc Bích Sương", "Văn thư", "SM.HL", "clerk"),
  officer("xacminh.hoalac", "Tạ Quang Lĩnh", "Công chức địa chính, xây dựng", "SM.HL", "settlement-officer"),
  officer("xacminh2.hoalac", "Thân Nhã Uyên", "Công chức tư pháp, hộ tịch", "SM.HL", "settlement-officer"),
  officer("chutich.hoalac", "Phùng Đắc Kiệm", "Chủ tịch Ủy ban nhân dân xã", "SM.HL", "head"),
  officer("tiepdan.bensuong", "Giáp Hạnh Mai", "Công chức tiếp công dân", "SM.BS", "reception-officer"),
  officer("xulydon.bensuong", "Vi Trọng Nghiêm", "Công chức xử lý đơn, văn thư", "SM.BS", "petition-officer", "clerk"),
  officer("chutich.bensuong", "Khuất Minh Đạm", "Chủ tịch Ủy ban nhân dân xã", "SM.BS", "head"),
  officer(
    "xulydon.tinh",
    "Hứa Diệp Lam",
    "Chuyên viên tiếp công dân, xử lý đơn của tỉnh",
    "SM",
    "petition-officer",
    "reception-officer",
    "clerk",
  ),
  officer("chutich.tinh", "Uông Khắc Dương", "Chủ tịch Ủy ban nhân dân tỉnh", "SM", "head"),
  officer("giudanhtinh.hoalac", "Cao Tịnh Yên", "Công chức giữ danh tính người tố cáo", "SM.HL", "custodian"),
  officer("giudanhtinh.bensuong", "Ninh Bảo Trâm", "Công chức giữ danh tính người tố cáo", "SM.BS", "custodian"),
  officer("quantri", "Ngụy Thanh Tùng", "Quản trị hệ thống của tỉnh", "SM", "administrator"),
];

/** The same for every demonstration account. The demonstration holds invented data only and is served on loopback. */
export const demoPassword = "thuyen-nan-qua-ben-may-som";

/** Makes the accounts, with their passwords already chosen. */
export async function createOfficers(app: App): Promise<void> {
  await Promise.all(officers.map((each) => createOne(app, each)));
  // The administrator looks after every agency of the province in which somebody works.
  const { officerId } = await app.access.officerByUsername(app.command, { username: "quantri" });
  const served = new Set(officers.map((each) => each.agency).filter((code) => code !== "SM"));
  for (const code of served) {
    await app.access.grantRole(app.command, {
      officerId,
      agencyId: agencyId(code),
      role: "administrator",
      from: app.today(),
    });
  }
}

async function createOne(app: App, wanted: DemoOfficer): Promise<void> {
  const { username, displayName, jobTitle } = wanted;
  const [first, ...others] = wanted.roles;
  const place = agencyId(wanted.agency);
  const made = await app.access.createOfficer(app.command, {
    username,
    displayName,
    jobTitle,
    agencyId: place,
    role: first,
  });
  for (const role of others) {
    const from = app.today();
    await app.access.grantRole(app.command, { officerId: made.officerId, agencyId: place, role, from });
  }
  const asker = await enter(app, username, made.oneTimePassword);
  await app.access.changePassword(asker.asker, { current: made.oneTimePassword, next: demoPassword, network });
  await asker.end();
}

export interface DemoSession {
  readonly asker: DemoAsker;
  readonly officerId: string;
  readonly end: () => Promise<unknown>;
}

/** A session of one demonstration officer. Call `end` when done. */
export function asOfficer(app: App, username: string): Promise<DemoSession> {
  return enter(app, username, demoPassword);
}

const network = "demo";

async function enter(app: App, username: string, password: string): Promise<DemoSession> {
  const { secret, officer } = await app.access.signIn({ username, password, network });
  const asker: DemoAsker = { session: secret };
  return { asker, officerId: officer.id, end: () => app.access.signOut(asker) };
}
