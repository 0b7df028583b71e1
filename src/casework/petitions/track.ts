import { sql } from "kysely";
import * as z from "zod";
import type { DeadlineStep } from "../../rules/deadline.ts";
import { procedureOf } from "../../rules/decide.ts";
import type { Text } from "../../rules/pack.ts";
import { transaction } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import { letterhead } from "../agencies/index.ts";
import { type ReceiptTrail, receiptTrail } from "../audit/index.ts";
import type { Setting } from "../setting.ts";
import { type Letter, lettersByCode } from "./correspondence.ts";
import { hashTrackingSecret } from "./tracking-secret.ts";
import { type Move, movesByCode } from "./transfers/moves.ts";

export interface Tracking {
  readonly code: string;
  readonly receivedOn: CivilDate;
  readonly statusPlain: Text;
  /** The office that has it. */
  readonly holder: string;
  /** Where it went from office to office, the latest first: who has it since when, and why. */
  readonly moves: readonly Move[];
  readonly next?: {
    readonly what: Text;
    readonly on: CivilDate;
    readonly article: string;
    readonly why: readonly DeadlineStep[];
    readonly provisional: boolean;
  };
  readonly events: readonly { readonly on: CivilDate; readonly what: Text }[];
  readonly papers: readonly { readonly title: string; readonly pages: number | null }[];
  /** What the petitioner and the office wrote to each other, oldest first. */
  readonly letters: readonly Letter[];
  /** The proof that its registration lies under a signed root of the trail; null until one is made. */
  readonly trail: ReceiptTrail | null;
}

interface TrackRow {
  code: string;
  receivedOn: CivilDate;
  state: string;
  kind: string | null;
  matterState: string | null;
  lawPack: string | null;
  procedure: string | null;
  agencyId: string;
  nextDueOn: CivilDate | null;
  deadlines: {
    clock: string;
    dueOn: CivilDate;
    provisional: boolean;
    explanation: { name: Text; article: string; steps: DeadlineStep[] };
  }[];
  events: { act: string; on: CivilDate }[];
  pages: { title: string; pages: number | null }[];
}

const plainByState: Readonly<Record<string, Text>> = {
  received: {
    vi: "Cơ quan đã nhận đơn của ông/bà và đang phân loại.",
    en: "The office has your petition and is sorting it.",
  },
  screening: {
    vi: "Cơ quan đã nhận đơn và đang xem xét điều kiện xử lý.",
    en: "The office has your petition and is checking whether it can be handled.",
  },
  guided: {
    vi: "Cơ quan đã hướng dẫn ông/bà gửi đơn đến nơi có thẩm quyền.",
    en: "You have been told which office is competent.",
  },
  transferred: {
    vi: "Đơn đã được chuyển đến cơ quan có thẩm quyền.",
    en: "Your petition was passed to the competent office.",
  },
  "handed-over": {
    vi: "Đơn đã được chuyển đến cơ quan khác và đang chờ cơ quan đó tiếp nhận.",
    en: "Your petition was passed to another office, which has yet to take it in.",
  },
  referred: {
    vi: "Đơn đã được trình cơ quan cấp trên để quyết định cơ quan nào thụ lý.",
    en: "Your petition went to the office above, which decides who handles it.",
  },
  filed: {
    vi: "Đơn được lưu vì không đủ điều kiện xử lý.",
    en: "Your petition was filed because it cannot be handled.",
  },
  returned: { vi: "Đơn đã được trả lại kèm lý do.", en: "Your petition was returned with the reasons." },
  closed: { vi: "Việc xử lý đơn đã kết thúc.", en: "The handling of your petition has ended." },
};

/** Where a petition, or its matter, is: in plain words. */
export function plainStatus(
  setting: Setting,
  at: Pick<TrackRow, "state" | "matterState" | "lawPack" | "procedure">,
): Text {
  const procedure = procedureIn(setting, at);
  const state = procedure?.states.find((each) => each.id === at.matterState);
  return (
    state?.plain ?? plainByState[at.state] ?? { vi: "Đơn đang được xem xét.", en: "Your petition is being examined." }
  );
}

function procedureIn(setting: Setting, { lawPack, procedure }: Pick<TrackRow, "lawPack" | "procedure">) {
  const pack = setting.law.packs.find((each) => each.id === lawPack);
  return pack && procedure ? procedureOf(pack, procedure) : undefined;
}

const registered: Text = { vi: "Cơ quan nhận đơn", en: "The office received your petition" };

/** What the person with the receipt sees. Null for a wrong code and a wrong secret alike. */
export async function trackPetition(
  setting: Setting,
  input: { readonly code: string; readonly secret: string },
): Promise<Tracking | null> {
  const wanted = z.object({ code: z.string().max(60), secret: z.string().max(60) }).safeParse(input);
  if (!wanted.success) return null;
  const code = wanted.data.code.trim().toUpperCase();
  const secretHash = hashTrackingSecret(wanted.data.secret);
  const found = await transaction(setting.store, "nobody", async (tx) => {
    const { rows } = await sql<{
      answer: TrackRow | null;
    }>`select app.track(${code}, ${secretHash}) as answer`.execute(tx);
    const row = rows[0]?.answer;
    if (!row) return null;
    const holder = (await letterhead(tx, row.agencyId, setting.today()))?.name ?? "";
    const due = row.deadlines.find((each) => each.dueOn === row.nextDueOn) ?? row.deadlines[0];
    const acts = new Map(procedureIn(setting, row)?.acts.map((act) => [act.id, act.name]));
    const events = row.events.flatMap((event) => {
      const what = acts.get(event.act);
      return what ? [{ on: event.on, what }] : [];
    });
    return {
      code: row.code,
      receivedOn: row.receivedOn,
      statusPlain: plainStatus(setting, row),
      holder,
      moves: await movesByCode(tx, code, secretHash),
      ...(due
        ? {
            next: {
              what: due.explanation.name,
              on: due.dueOn,
              article: due.explanation.article,
              why: due.explanation.steps,
              provisional: due.provisional,
            },
          }
        : {}),
      events: [{ on: row.receivedOn, what: registered }, ...events],
      papers: row.pages,
      letters: await lettersByCode(tx, code, secretHash),
    };
  });
  return found && { ...found, trail: await receiptTrail(setting, { code, secretHash }) };
}
