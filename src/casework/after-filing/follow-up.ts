import type { NoticeWish } from "../notices/index.ts";
import type { Setting } from "../setting.ts";
import { readNoticeWish } from "./notice-wish.ts";
import { mayRate } from "./rate.ts";
import { type ReceiptCodes, readHeld } from "./receipt-holder.ts";
import { type SecondComplaint, secondComplaintOf } from "./second-complaint.ts";
import { type Withdrawal, withdrawalOf } from "./withdrawal.ts";

/** What the person with the receipt may do now. */
export interface FollowUp {
  readonly withdrawal: Withdrawal | null;
  readonly second: SecondComplaint | null;
  readonly mayAdd: boolean;
  readonly mayRate: boolean;
  /** Whether they may be told of news elsewhere, and where they are. */
  readonly told: NoticeWish | null;
}

/** Null for a wrong code and a wrong secret alike. */
export async function followUp(setting: Setting, codes: ReceiptCodes): Promise<FollowUp | null> {
  const held = await readHeld(setting, codes);
  if (!held) return null;
  return {
    withdrawal: await withdrawalOf(setting, held),
    second: await secondComplaintOf(setting, held),
    mayAdd: held.sorted || held.kind === "denunciation",
    mayRate: mayRate(held),
    told: await readNoticeWish(setting, codes),
  };
}
