import type { FieldRule, Text } from "../../src/rules/pack.ts";
import { line, t, words } from "../wording.ts";

/** Điều 8.3, Điều 56 Luật Tố cáo: until there is a vault, a denunciation is worked on under a pseudonym. */
export const noIdentity = t(
  "Không ghi họ tên, địa chỉ, số điện thoại, bút tích hoặc thông tin khác làm lộ danh tính của người tố cáo.",
  "Do not write the denouncer's name, address, number, handwriting or anything else that reveals who they are.",
);

type Extra = Partial<Pick<FieldRule, "help" | "required" | "shownWhen">>;

const warned = (extra: Extra): Extra => ({
  ...extra,
  help: extra.help ? t(`${extra.help.vi} ${noIdentity.vi}`, `${extra.help.en} ${noIdentity.en}`) : noIdentity,
});

/** A short answer that may name the accused or an office, never the denouncer. */
export function shortAnswer(id: string, label: Text, extra: Extra = {}): FieldRule {
  return line(id, label, warned(extra));
}

/** A longer answer in free words that may name the accused, never the denouncer. */
export function answer(id: string, label: Text, extra: Extra = {}): FieldRule {
  return words(id, label, warned(extra));
}
