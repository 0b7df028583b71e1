import * as z from "zod";
import { transaction } from "../../store/index.ts";
import {
  type NoticeWish,
  noNoticeOfDenunciation,
  noticeAddressRule,
  noticeWish,
  parseNoticeAddress,
  setNoticeWish,
} from "../notices/index.ts";
import { parseInput } from "../parse-input.ts";
import { invalidInput, Refused } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { openedBy, type ReceiptCodes, receiptCodes } from "./receipt-holder.ts";

/** Null for a wrong code and a wrong secret alike. */
export const readNoticeWish = (setting: Setting, codes: ReceiptCodes): Promise<NoticeWish | null> =>
  transaction(setting.store, "nobody", (tx) => noticeWish(tx, openedBy(codes)), { readOnly: true });

const wanted = z.object({ ...receiptCodes, tellAt: z.string().max(200).nullable() });
export type SetNoticeWishInput = z.input<typeof wanted>;

/**
 * Where the holder of the receipt wants to be told from now on; null: nowhere, and what waits is not sent. False for wrong
 * codes. Throws "invalid-input", and "not-allowed" for what nobody is told of.
 */
export async function changeNoticeWish(setting: Setting, input: SetNoticeWishInput): Promise<boolean> {
  const { tellAt, ...codes } = parseInput(wanted, input);
  const address = tellAt === null ? null : parseNoticeAddress(tellAt);
  if (address === undefined) throw invalidInput([{ field: "tellAt", message: noticeAddressRule }]);
  const done = await transaction(setting.store, "nobody", (tx) =>
    setNoticeWish(tx, openedBy(codes), address, setting.today()),
  );
  if (done === false) throw new Refused({ code: "not-allowed", message: noNoticeOfDenunciation });
  return done ?? false;
}
