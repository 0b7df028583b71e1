import type { Throttle } from "../casework/access/index.ts";
import * as after from "../casework/after-filing/index.ts";
import type { DraftAccess, Portal } from "../casework/filing/index.ts";
import { trackPetition } from "../casework/petitions/index.ts";
import type { Setting } from "../casework/setting.ts";
import { formatCivilDate } from "../time/civil-date.ts";
import type { Budgets } from "./auth/budgets.ts";
import type { bindFiling } from "./bind-filing.ts";
import { bound } from "./bound.ts";
import { slowly } from "./slowly.ts";
import { refuseBeyond, type TooMuch } from "./within-budget.ts";

interface Parts {
  readonly portal: Portal;
  readonly throttle: Throttle;
  readonly budgets: Budgets;
  readonly filing: Pick<ReturnType<typeof bindFiling>, "startDraft" | "saveStep">;
}

type ByReceipt<Input> = Input & { readonly network: string };

/** What one network may upload in an hour, as in filing. */
const uploadedBytesAnHour = 2 * 1024 ** 3;

/** What the person with the receipt does after filing, and who reads what they say of the outcome. */
export function bindAfterFiling(setting: Setting, { portal, throttle, budgets, filing }: Parts) {
  const followUp = (codes: ByReceipt<after.ReceiptCodes>) =>
    slowly(throttle, codes, () => after.followUp(setting, codes));
  return {
    followUp,
    /** Where the petition stands and what the holder of the receipt may do, for one attempt. */
    openByReceipt: (codes: ByReceipt<after.ReceiptCodes>) =>
      slowly(throttle, codes, async () => {
        const petition = await trackPetition(setting, codes);
        return petition && { petition, may: await after.followUp(setting, codes) };
      }),
    askWithdrawal: (input: ByReceipt<after.AskWithdrawalInput>) =>
      slowly(throttle, input, () => after.askWithdrawal(setting, input)),
    addDocuments: async (input: ByReceipt<after.AddDocumentsInput>, files: readonly after.NewDocument[]) => {
      const bytes = files.reduce((sum, each) => sum + each.bytes.byteLength, 0);
      refuseBeyond(await budgets.spend(`upload ${input.network}`, bytes), uploadedBytesAnHour, tooMuch);
      return slowly(throttle, input, () => after.addDocuments(setting, portal, input, files));
    },
    rateOutcome: (input: ByReceipt<after.RateOutcomeInput>) =>
      slowly(throttle, input, () => after.rateOutcome(setting, input)),
    /** A draft of the second complaint that knows the first decision; null when none may be filed now. */
    startSecondComplaint: async (codes: ByReceipt<after.ReceiptCodes>): Promise<DraftAccess | null> => {
      const second = (await followUp(codes))?.second;
      if (!second) return null;
      const access = await filing.startDraft(codes);
      await filing.saveStep(access, { step: "loai", typed: { kind: "complaint" } });
      if (second.proposed) await filing.saveStep(access, { step: "noi-nhan", typed: { agency: second.proposed } });
      const contestedAct = firstDecision(codes.code, second);
      await filing.saveStep(access, { step: "su-viec", typed: { contestedAct } });
      return access;
    },
    listOutcomes: bound(setting, after.listOutcomes),
    readOutcome: bound(setting, after.readOutcome),
  };
}

/** In the language of the papers. */
function firstDecision(code: string, { decision }: after.SecondComplaint): string {
  const petition = `đơn ${code.trim().toUpperCase()}`;
  if (!decision) return `Khiếu nại lần đầu quá thời hạn mà không được giải quyết (${petition})`;
  const on = decision.on ? ` ngày ${formatCivilDate(decision.on, "vi")}` : "";
  return `Quyết định giải quyết khiếu nại lần đầu số ${decision.number}${on} (${petition})`;
}

const tooMuch: TooMuch = ({ vi, en }) => ({
  vi: `Mạng ông/bà đang dùng đã gửi quá nhiều trong giờ này. Hãy thử lại sau ${vi}, hoặc mang bản giấy đến nơi tiếp nhận.`,
  en: `Too much came from your network within this hour. Try again in ${en}, or bring paper to the office.`,
});
