import { kindsOn } from "../../rules/competence.ts";
import type { LoadedPack } from "../../rules/load-pack.ts";
import type { Text } from "../../rules/pack.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { noticeAddressRule, parseNoticeAddress } from "../notices/index.ts";
import { idNumberRule, parseIdentityPaper } from "../people/index.ts";
import { representativesProblem } from "../reception/index.ts";
import type { FieldProblem } from "../refusal.ts";
import { type Filing, field, kindOf, othersMax, peopleCountOf, type Step, signatories, steps } from "./filing.ts";

/** What the checks look at besides the draft. */
export interface FilingWorld {
  readonly packs: readonly LoadedPack[];
  readonly today: CivilDate;
  readonly agencyCodes: ReadonlySet<string>;
  /** Codes of the agencies that can keep who denounces. */
  readonly custodyCodes: ReadonlySet<string>;
}

/** What is missing or wrong on one page, with how to mend it. */
export function problemsOf(step: Step, given: Filing, world: FilingWorld): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const add = (name: string, message: Text) => found.push({ field: name, message });
  checks[step]?.(given, world, add);
  return found;
}

/** The first page that still has a problem; undefined when the draft may be sent. */
export const firstUnready = (given: Filing, world: FilingWorld): Step | undefined =>
  steps.find((step) => problemsOf(step, given, world).length > 0);

type Add = (name: string, message: Text) => void;
type Check = (given: Filing, world: FilingWorld, add: Add) => void;

const checks: Partial<Record<Step, Check>> = {
  loai: (given, _world, add) => {
    if (!kindOf(given)) add("kind", { vi: "Chọn việc ông/bà muốn gửi.", en: "Choose what you want to send." });
  },
  "noi-nhan": (given, world, add) => {
    const agency = field(given, "agency");
    if (!world.agencyCodes.has(agency))
      add("agency", { vi: "Chọn cơ quan nhận.", en: "Choose the office that takes it in." });
    else if (kindOf(given) === "denunciation" && !world.custodyCodes.has(agency)) add("agency", noCustody);
    const against = field(given, "against");
    const kind = kindOf(given);
    if (kind === "complaint" && !field(given, "respondent"))
      add("respondent", {
        vi: "Ghi cơ quan hoặc người bị khiếu nại (khoản 2 Điều 8 Luật Khiếu nại).",
        en: "Say which office or person the complaint is about (Article 8.2 of the Law on Complaints).",
      });
    if (kind === "denunciation" && !field(given, "respondent"))
      add("respondent", {
        vi: "Ghi người bị tố cáo (khoản 1 Điều 23 Luật Tố cáo).",
        en: "Say who is denounced (Article 23.1 of the Law on Denunciations).",
      });
    if (!against || !kind || kind === "recommendation") return;
    if (!kindsOn(world.packs, world.today, kind).some(({ id }) => id === against))
      add("against", { vi: "Chọn một trong các dòng cho sẵn.", en: "Choose one of the given lines." });
  },
  "su-viec": (given, _world, add) => {
    if (!field(given, "content"))
      add("content", { vi: "Kể lại sự việc bằng lời của ông/bà.", en: "Say in your own words what happened." });
  },
  "yeu-cau": (given, _world, add) => {
    if (!field(given, "request") && kindOf(given) === "complaint")
      add("request", {
        vi: "Ghi điều ông/bà yêu cầu giải quyết (khoản 2 Điều 8 Luật Khiếu nại).",
        en: "Say what you ask to be decided (Article 8.2 of the Law on Complaints).",
      });
  },
  "nguoi-gui": checkFiler,
  "cung-gui": checkGroup,
};

function checkFiler(given: Filing, _world: FilingWorld, add: Add): void {
  if (!field(given, "name")) add("name", { vi: "Ghi họ và tên.", en: "Write your full name." });
  if (!field(given, "address")) add("address", { vi: "Ghi địa chỉ nơi ở.", en: "Write the address where you live." });
  if (field(given, "idNumber") && !parseIdentityPaper(field(given, "idNumber"))) add("idNumber", idNumberRule);
  if (kindOf(given) === "denunciation" && !field(given, "phone") && !field(given, "email"))
    add("phone", {
      vi: "Ghi số điện thoại hoặc thư điện tử: đơn tố cáo phải có cách thức liên hệ (khoản 1 Điều 23 Luật Tố cáo).",
      en: "Write a telephone number or an e-mail address: a denunciation says how you can be reached (Article 23.1 of the Law on Denunciations).",
    });
  if (field(given, "email") && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(field(given, "email")))
    add("email", { vi: "Ghi thư điện tử theo dạng ten@vidu.vn.", en: "Write the e-mail address as name@example.vn." });
  // A denunciation shows no such field; what was typed before the kind was changed is not kept.
  if (kindOf(given) !== "denunciation" && field(given, "tellAt") && !parseNoticeAddress(field(given, "tellAt")))
    add("tellAt", noticeAddressRule);
}

function checkGroup(given: Filing, _world: FilingWorld, add: Add): void {
  const group = field(given, "group");
  if (group !== "alone" && group !== "group") add("group", { vi: "Chọn một trong hai.", en: "Choose one of the two." });
  if (group !== "group") return;
  const count = Number(field(given, "peopleCount"));
  if (!Number.isInteger(count) || count < 2 || count > 100_000)
    add("peopleCount", {
      vi: "Ghi số người cùng gửi đơn, tính cả ông/bà, từ 2 trở lên.",
      en: "Write how many people send this together, you included, 2 or more.",
    });
  else {
    const tooMany = representativesProblem(peopleCountOf(given), signatories(given).length);
    if (tooMany) add("otherName1", tooMany);
  }
  for (let n = 1; n <= othersMax; n += 1) {
    if (!field(given, `otherName${n}`)) continue;
    if (!field(given, `otherAddress${n}`))
      add(`otherAddress${n}`, { vi: "Ghi địa chỉ của người này.", en: "Write this person's address." });
    const number = field(given, `otherIdNumber${n}`);
    if (number && !parseIdentityPaper(number)) add(`otherIdNumber${n}`, idNumberRule);
  }
}

const noCustody: Text = {
  vi: "Cơ quan này chưa có người giữ bí mật danh tính người tố cáo, nên chưa nhận tố cáo qua mạng. Chọn cơ quan cấp trên hoặc cơ quan khác: đơn sẽ được chuyển đến nơi có thẩm quyền. Ông/bà cũng có thể đến trực tiếp nơi tiếp công dân.",
  en: "Nobody in this office keeps the identity of those who denounce yet, so it takes no denunciation online. Choose the office above it or another one: it will be passed to the competent office. You can also come in person.",
};
