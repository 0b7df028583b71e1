import type { Command } from "commander";
import type { CheckedVersion, LawCheck } from "../rules/check-law.ts";
import type { Change, PackDifference } from "../rules/compare-packs.ts";
import { openDesk, sayDate } from "./law-support.ts";
import { asJson, FAILED, type JsonOption, json, out, tell } from "./output.ts";

/** What whoever writes the law as data needs: whether it holds together, and what a version changed. */
export function addLawCheck(law: Command): void {
  law
    .command("check")
    .description("loads every version and checks that all of it holds together")
    .addOption(asJson())
    .action(check);
  law
    .command("diff <earlier> <later>")
    .description("what a version changed; a version is V1, complaints/2026-07-01 or a day")
    .option("--subject <subject>", "only that subject, such as complaints")
    .addOption(asJson())
    .action(diff);
}

async function check({ json: wantsJson }: JsonOption): Promise<void> {
  const answer = await checkedLaw();
  if (!answer.ok) process.exitCode = FAILED;
  if (wantsJson) {
    json(answer);
    return;
  }
  for (const version of answer.versions) out(versionLine(version));
  for (const fault of answer.faults) tell(fault);
  const rules = answer.versions.reduce((sum, each) => sum + each.rules, 0);
  if (answer.ok) out(`${answer.versions.length} phiên bản, ${rules} thời hạn: không có lỗi.`);
  else tell(`${answer.faults.length} lỗi.`);
}

/** A version that does not even load is a fault like another: the loader's error lists every one with its path. */
async function checkedLaw(): Promise<LawCheck> {
  try {
    return (await openDesk()).check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const faults = error.message.split("\n").map((line) => line.trim());
    return { ok: false, faults, versions: [], coverage: [] };
  }
}

function versionLine(version: CheckedVersion): string {
  const { text, secondary, inference } = version.byConfidence;
  const until = version.validTo ? sayDate(version.validTo) : "nay";
  return [
    `${version.id} (${version.alias}, ${sayDate(version.validFrom)} – ${until})`,
    `  thời hạn ${version.rules}: nguyên văn ${text}, nguồn dẫn lại ${secondary}, suy luận ${inference}`,
    `  thủ tục ${version.procedures}: trạng thái ${version.states}, việc ${version.acts}, văn bản ${version.documents}`,
    `  thẩm quyền ${version.competence}, chuyển tiếp ${version.transitions}, lịch tiếp ${version.duties}, bồi dưỡng ${version.allowances}, kỳ báo cáo ${version.reportWindows}`,
  ].join("\n");
}

const parts = [
  ["rules", "Thời hạn"],
  ["procedures", "Thủ tục"],
  ["states", "Trạng thái"],
  ["acts", "Việc"],
  ["documents", "Văn bản"],
  ["competence", "Thẩm quyền"],
  ["duties", "Lịch tiếp công dân"],
  ["allowances", "Mức bồi dưỡng"],
  ["reportWindows", "Kỳ báo cáo"],
] as const;

const signs = { added: "+", removed: "−", changed: "~" } as const;

async function diff(
  earlier: string,
  later: string,
  { subject, json: wantsJson }: JsonOption & { readonly subject?: string },
): Promise<void> {
  const differences = (await openDesk()).diff([earlier, later], subject);
  if (wantsJson) json(differences);
  else differences.forEach(tellDifference);
}

function tellDifference(difference: PackDifference): void {
  out(`${difference.from.id} → ${difference.to.id}`);
  let none = true;
  for (const [part, name] of parts) {
    const changes = difference[part];
    if (changes.length === 0) continue;
    none = false;
    out(`${name}:`);
    for (const change of changes) out(`  ${changeLine(change)}`);
  }
  if (none) out("  không thay đổi");
}

function changeLine({
  change,
  id,
  procedure,
  name,
  before,
  after,
  article,
  articleBefore,
  parts: differing,
}: Change): string {
  const value = before && after && before.vi !== after.vi ? `${before.vi} ⇒ ${after.vi}` : (after ?? before)?.vi;
  const what = change === "changed" ? ` [${differing.join(", ")}]` : "";
  const where = article ?? articleBefore;
  return `${signs[change]} ${procedure ? `${procedure}/` : ""}${id}  ${name.vi}${value ? `: ${value}` : ""}${what}${where ? `  (${where})` : ""}`;
}
