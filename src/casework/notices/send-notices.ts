import { sql } from "kysely";
import { transaction } from "../../store/index.ts";
import type { Asker, Setting } from "../setting.ts";
import type { NoticeChannel } from "./notice-address.ts";
import type { NoticeSenders, Sent } from "./notice-sender.ts";
import { bookingWords, noticeWords } from "./notice-words.ts";

export type NoticesSetting = Setting & { readonly senders: NoticeSenders };

/** Minutes until the next try; while one runs, nobody else takes the notice. After the last it is given up. */
const waits = [5, 15, 60, 240, 720, 1440] as const;
const noticesARun = 500;

/**
 * Background: sends what is due, one after the other. A notice is taken before it is sent and marked after it: what is
 * killed between the two is sent again, never not at all. Returns how many went out.
 */
export async function sendNotices(setting: NoticesSetting, asker: Asker): Promise<number> {
  let sent = 0;
  for (let n = 0; n < noticesARun; n += 1) {
    const due = await takeOne(setting, asker);
    if (!due) break;
    const sender = due.channel === null ? undefined : setting.senders[due.channel];
    const { code, address } = due;
    if (code === null || address === null) await end(setting, asker, due, "dropped", null);
    else {
      const message = {
        id: due.id,
        to: address,
        ...(due.isBooking ? bookingWords : noticeWords)(code, setting.publicUrl),
      };
      const answer: Sent = sender ? await sender.send(message) : { is: "refused", failure: "no-channel" };
      if (answer.is === "sent") sent += 1;
      await note(setting, asker, due, answer);
    }
  }
  return sent;
}

interface Due {
  readonly id: string;
  readonly tries: number;
  /** Null when nobody is to be told any more. */
  readonly code: string | null;
  readonly channel: NoticeChannel | null;
  readonly address: string | null;
  /** About a place at a head's session, not about a petition. */
  readonly isBooking: boolean;
}

function takeOne({ store }: NoticesSetting, asker: Asker): Promise<Due | undefined> {
  return transaction(store, asker, async (tx) => {
    const { rows } = await sql<Due>`
      with due as (
        select id from notice where state = 'waiting' and next_at <= now() order by next_at limit 1 for update skip locked),
      taken as (
        update notice n set tries = n.tries + 1,
          next_at = now() + make_interval(mins => (${`{${waits.join()}}`}::int[])[least(n.tries + 1, ${waits.length})])
        from due where n.id = due.id returning n.id, n.petition_id, n.booking_id, n.tries)
      select t.id, t.tries, t.booking_id is not null as "isBooking", coalesce(p.code, b.code) as code,
        coalesce(a.channel, o.channel) as channel, coalesce(a.address, o.address) as address from taken t
      left join petition p on p.id = t.petition_id and app.may_tell(p) left join notice_address a on a.petition_id = p.id
      left join session_booking b on b.id = t.booking_id and b.state = 'booked' left join session_booking_person o on o.booking_id = b.id`.execute(
      tx,
    );
    return rows[0];
  });
}

async function note(setting: NoticesSetting, asker: Asker, due: Due, answer: Sent): Promise<void> {
  if (answer.is === "sent") return end(setting, asker, due, "sent", null);
  if (answer.is === "refused" || due.tries >= waits.length)
    return end(setting, asker, due, "undelivered", answer.failure);
  await transaction(setting.store, asker, (tx) =>
    sql`update notice set failure = ${answer.failure} where id = ${due.id} and state = 'waiting'`.execute(tx),
  );
}

async function end(
  setting: NoticesSetting,
  asker: Asker,
  { id }: Due,
  state: "sent" | "undelivered" | "dropped",
  failure: string | null,
): Promise<void> {
  await transaction(setting.store, asker, (tx) =>
    sql`update notice set state = ${state}, failure = ${failure}, ended_at = now() where id = ${id} and state = 'waiting'`.execute(
      tx,
    ),
  );
}
