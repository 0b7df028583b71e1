import { sql } from "kysely";
import type { Text } from "../../rules/pack.ts";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";

export type NoticeChannel = "email" | "phone";

/** Where somebody asked to be told. */
export interface NoticeAddress {
  readonly channel: NoticeChannel;
  readonly address: string;
}

/** One field takes either: an e-mail address, or a telephone number as ten to fifteen digits. Undefined for neither. */
export function parseNoticeAddress(typed: string): NoticeAddress | undefined {
  const text = typed.trim();
  if (/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) && text.length <= 200)
    return { channel: "email", address: text };
  const digits = text.replace(/[\s.()-]/g, "");
  if (/^(0\d{9,10}|\+\d{10,14})$/.test(digits)) return { channel: "phone", address: digits };
  return undefined;
}

export const noticeAddressRule: Text = {
  vi: "Ghi một thư điện tử (ten@vidu.vn) hoặc một số điện thoại (0912 345 678).",
  en: "Write one e-mail address (name@example.vn) or one telephone number (0912 345 678).",
};

/** A denunciation is followed under its secret code alone. */
export const noNoticeOfDenunciation: Text = {
  vi: "Đơn tố cáo không được báo tin ra ngoài, để giữ bí mật người tố cáo. Dùng mã đơn và mã bí mật để xem.",
  en: "Nothing is sent about a denunciation, so that nobody learns who denounces. Use the two codes to look.",
};

/** Keeps where the petitioners of new petitions asked to be told; none of a denunciation may be among them. */
export async function keepNoticeAddresses(
  tx: Trx,
  asked: readonly (NoticeAddress & { readonly petitionId: string; readonly on: CivilDate })[],
): Promise<void> {
  if (asked.length === 0) return;
  const rows = asked.map(({ petitionId, on, ...address }) => ({ petition_id: petitionId, asked_on: on, ...address }));
  await sql`insert into notice_address (petition_id, channel, address, asked_on)
    select petition_id, channel, address, asked_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(petition_id uuid, channel text, address text, asked_on date)`.execute(
    tx,
  );
}

/** What the holder of a receipt is shown: whether they may ask to be told, and where they are, shortened. */
export interface NoticeWish {
  readonly may: boolean;
  readonly channel: NoticeChannel | null;
  readonly shown: string | null;
}

/** Null for a wrong code and a wrong secret alike. */
export async function noticeWish(
  tx: Trx,
  opened: { readonly code: string; readonly secretHash: Buffer },
): Promise<NoticeWish | null> {
  const { rows } = await sql<{ wish: NoticeWish | null }>`
    select app.notice_wish(${opened.code}, ${opened.secretHash}) as wish`.execute(tx);
  return rows[0]?.wish ?? null;
}

/** Null for wrong codes; false where nobody may be told. Without an address: stop, and what waits is not sent. */
export async function setNoticeWish(
  tx: Trx,
  opened: { readonly code: string; readonly secretHash: Buffer },
  wanted: NoticeAddress | null,
  on: CivilDate,
): Promise<boolean | null> {
  const { rows } = await sql<{ done: boolean | null }>`
    select app.set_notice_wish(${opened.code}, ${opened.secretHash}, ${wanted?.channel ?? null}, ${wanted?.address ?? null}, ${on}) as done`.execute(
    tx,
  );
  return rows[0]?.done ?? null;
}
