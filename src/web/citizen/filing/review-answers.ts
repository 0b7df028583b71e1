import type { Filing, Step, WhereItBelongs } from "../../../casework/filing/index.ts";
import { say } from "../../i18n/say.ts";
import { sizeInWords } from "../../i18n/size-in-words.ts";
import { m } from "../../paraglide/messages.js";

const kinds: Readonly<Record<string, () => string>> = {
  complaint: m.filing_kind_complaint,
  denunciation: m.filing_kind_denunciation,
  recommendation: m.filing_kind_recommendation,
};

/** What was answered to each question, in lines. */
export function answersOf(
  { fields, files }: Filing,
  office: string,
  belongs: WhereItBelongs | undefined,
): readonly (readonly [Step, readonly string[]])[] {
  const of = (name: string) => fields[name] ?? "";
  const said = (...lines: readonly string[]) => lines.filter((line) => line !== "");
  const others = [1, 2, 3, 4].map((n) =>
    said(of(`otherName${n}`), of(`otherAddress${n}`), of(`otherIdNumber${n}`)).join(", "),
  );
  const tellAt = of("tellAt") && of("kind") !== "denunciation" ? m.notices_tell_at_line({ address: of("tellAt") }) : "";
  const isGroup = of("group") === "group";
  return [
    ["loai", said(kinds[of("kind")]?.() ?? "")],
    ["noi-nhan", said(office, belongs ? say(belongs.against) : "", of("respondent"))],
    ["su-viec", said(of("content"), of("contestedAct"))],
    ["yeu-cau", said(of("request"))],
    ["nguoi-gui", said(of("name"), of("address"), of("idNumber"), of("phone"), of("email"), tellAt)],
    [
      "cung-gui",
      isGroup
        ? said(`${m.filing_group_group()}: ${of("peopleCount")}`, ...others)
        : said(of("group") === "alone" ? m.filing_group_alone() : ""),
    ],
    ["tai-lieu", files.map(({ name, bytes }) => `${name} (${sizeInWords(bytes)})`)],
  ];
}
