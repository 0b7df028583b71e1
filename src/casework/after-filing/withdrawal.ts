import * as z from "zod";
import { possibleActs } from "../../rules/decide.ts";
import type { LoadedPack } from "../../rules/load-pack.ts";
import { usualProcedure } from "../../rules/opening.ts";
import type { ActRule, Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import { parseInput } from "../parse-input.ts";
import { leaveLetter, openLetterBox } from "../petitions/index.ts";
import { Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { type HeldPetition, heldPetition, openedBy, receiptCodes } from "./receipt-holder.ts";

export type WithdrawalScope = "withdraw-all" | "withdraw-part";

interface Consequence {
  readonly what: Text;
  readonly article: string;
}

/** What may be withdrawn now, and what the law says follows. */
export interface Withdrawal {
  readonly scopes: readonly WithdrawalScope[];
  readonly consequences: readonly Consequence[];
}

const scopes = ["withdraw-all", "withdraw-part"] as const;

/** Null where nothing can be withdrawn any more, or where the law knows no withdrawal. */
export async function withdrawalOf(setting: Setting, held: HeldPetition): Promise<Withdrawal | null> {
  if (held.waitingOn === "nobody") return null;
  const acts = await withdrawalActs(setting, held);
  const possible = scopes.filter((scope) => acts.some(({ id }) => id === scope));
  return possible.length === 0 ? null : { scopes: possible, consequences: acts.flatMap(consequencesOf) };
}

/** The acts of withdrawal that the law has for the matter as it stands, or would have once a matter is opened. */
async function withdrawalActs(setting: Setting, held: HeldPetition): Promise<readonly ActRule[]> {
  const { matter, kind, receivedOn } = held;
  const isWithdrawal = ({ id }: ActRule) => id.startsWith("withdraw-");
  if (!matter) {
    const usual = kind && usualProcedure(setting.law.packs, kind, receivedOn);
    return usual ? usual.procedure.acts.filter(isWithdrawal) : [];
  }
  const pack = setting.law.packs.find((each: LoadedPack) => each.id === matter.lawPack);
  if (!pack) return [];
  return possibleActs(pack, matter, ["head", "petition-officer"], await setting.calendar(), setting.today())
    .filter(({ refusal }) => !refusal)
    .map(({ act }) => act)
    .filter(isWithdrawal);
}

/** A field's help that cites the law says what follows; any other tells the officer how to fill it in. */
const citesLaw = /(?:Điều|khoản) \d/;

/** What the act is, what it is bound to, and what follows by its fields; each with its article, each once. */
function consequencesOf(act: ActRule, index: number, acts: readonly ActRule[]): readonly Consequence[] {
  const guards = act.guards
    .filter(({ confidence }) => confidence === "text")
    .map(({ refusal, article }) => ({ what: refusal, article }));
  const helps = act.fields.flatMap(({ help }) =>
    help && citesLaw.test(help.vi) ? [{ what: help, article: act.article }] : [],
  );
  const before = acts
    .slice(0, index)
    .flatMap((each) => [...each.guards.map(({ refusal }) => refusal.vi), ...each.fields.map(({ help }) => help?.vi)]);
  const news = [...guards, ...helps].filter(({ what }) => !before.includes(what.vi));
  return act.id === "withdraw-and-go-on" ? [] : [{ what: act.name, article: act.article }, ...news];
}

const asking = z.object({
  key: z.uuid(),
  ...receiptCodes,
  scope: z.enum(scopes),
  body: z.string().trim().max(4000).default(""),
});
export type AskWithdrawalInput = z.input<typeof asking>;

/**
 * Asks to withdraw all or a part: it stands in the office's list, and the officer carries out the act of the law with the
 * signed letter it needs. False for a wrong code and a wrong secret alike. Throws "law" when nothing can be withdrawn.
 */
export async function askWithdrawal(setting: Setting, input: AskWithdrawalInput): Promise<boolean> {
  const wanted = parseInput(asking, input);
  const opened = openedBy(wanted);
  const letter = { key: wanted.key, ...opened, body: wanted.body, about: wanted.scope } as const;
  // Read before: a transaction that waited here for a second connection could wait for itself.
  const calendar = await setting.calendar();
  const inside: Setting = { ...setting, calendar: () => Promise.resolve(calendar) };
  return transaction(setting.store, "nobody", async (tx) => {
    const box = await openLetterBox(tx, setting, letter);
    if (!box) return false;
    if (box.known) return true;
    const held = await heldPetition(tx, opened);
    const withdrawal = held && (await withdrawalOf(inside, held));
    if (!withdrawal?.scopes.includes(wanted.scope)) throw tooLate();
    if (wanted.scope === "withdraw-part" && !wanted.body) throw whichPart();
    await leaveLetter(tx, setting, box, letter);
    return true;
  });
}

const tooLate = (): Refused =>
  new Refused({
    code: "law",
    message: {
      vi: "Lúc này không còn rút được đơn: việc giải quyết đã xong hoặc luật không quy định việc rút. Ông/bà có thể viết thư cho cơ quan.",
      en: "It cannot be withdrawn now: it is settled, or the law knows no withdrawal here. You can write to the office.",
    },
  });

const whichPart = (): Refused =>
  new Refused({
    code: "invalid-input",
    message: { vi: "Ghi rõ phần nội dung muốn rút.", en: "Write which part you withdraw." },
    fields: [
      { field: "withdrawn", message: { vi: "Ghi rõ phần nội dung muốn rút.", en: "Write which part you withdraw." } },
    ],
  });
