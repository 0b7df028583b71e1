import type { NoticeLine, YearSheet } from "../../../casework/calendar/index.ts";
import { say, sayDate, sayMonth, sayNumber, sayWeekday } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { ConfirmDialog } from "../../ui/button.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";
import { Table } from "../../ui/table.tsx";
import type { Problem } from "../matters/shown.ts";
import { WithdrawForm } from "./calendar-forms.tsx";
import type { TypedNotice } from "./calendar-notice.ts";
import { kindNames, sayNotice, sayRecount } from "./calendar-words.ts";

const months = Array.from({ length: 12 }, (_, i) => i + 1);
const monthOf = (date: string) => Number(date.slice(5, 7));

/** The days that differ from the plain week, month by month. */
export function Months({ sheet }: { sheet: YearSheet }) {
  const quiet = months.filter((month) => !sheet.days.some((day) => monthOf(day.on) === month));
  return (
    <>
      {months
        .filter((month) => !quiet.includes(month))
        .map((month) => (
          <section key={month} className="month">
            <div className="month-head">
              <h3>{sayMonth(month)}</h3>
              <span className="quiet">
                {m.admin_cal_month_days({ count: sayNumber(sheet.workingDays[month - 1] ?? 0) })}
              </span>
            </div>
            <Table
              caption={`${sayMonth(month)} ${sheet.year}`}
              rows={sheet.days.filter((day) => monthOf(day.on) === month)}
              keyOf={(day) => day.on}
              columns={[
                { key: "day", name: m.admin_cal_col_day(), cell: (day) => sayWeekday(day.on) },
                {
                  key: "what",
                  name: m.admin_cal_col_what(),
                  cell: (day) => (
                    <>
                      {day.kind !== "holiday" && (
                        <Badge tone={day.kind === "worked-saturday" ? "amber" : "blue"}>{kindNames[day.kind]()}</Badge>
                      )}
                      {say(day.name)}
                    </>
                  ),
                },
                {
                  key: "source",
                  name: m.admin_cal_col_source(),
                  cell: (day) => (
                    <span className="day-source">
                      <Source text={day.source} />
                    </span>
                  ),
                },
                {
                  key: "by",
                  name: m.admin_cal_col_by(),
                  cell: (day) => (
                    <span className="day-by">
                      {day.noticeId === null ? m.admin_cal_by_law() : (day.by ?? m.admin_cal_by_command())}
                    </span>
                  ),
                },
              ]}
            />
          </section>
        ))}
      {quiet.length > 0 && (
        <p className="quiet">
          {m.admin_cal_quiet_months({
            months: quiet
              .map(
                (month) =>
                  `${sayMonth(month)} (${m.admin_cal_month_days({ count: sheet.workingDays[month - 1] ?? 0 })})`,
              )
              .join(", "),
          })}
        </p>
      )}
    </>
  );
}

/** A source as it was written; an address in it is a link. */
export function Source({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s]+)/).map((part, i) =>
    part.startsWith("http") ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change their order
      <a key={i} href={part} rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

/** What was entered, by whom, from which notice, and how far the deadlines follow. */
export function Notices({
  sheet,
  typed,
  problems,
}: {
  sheet: YearSheet;
  typed: TypedNotice | null;
  problems: readonly Problem[];
}) {
  if (sheet.notices.length === 0) return <p className="quiet">{m.admin_cal_notices_none()}</p>;
  return (
    <ul className="notices">
      {sheet.notices.map((line) => (
        <li key={line.id}>
          <Notice line={line} />
          {sheet.mayAnnounce && line.kind !== "withdrawal" && line.withdrawnBy === null && (
            <ConfirmDialog label={m.admin_cal_withdraw()} question={m.admin_cal_preview_kept()}>
              <WithdrawForm noticeId={line.id} typed={typed} problems={problems} />
            </ConfirmDialog>
          )}
        </li>
      ))}
    </ul>
  );
}

function Notice({ line }: { line: NoticeLine }) {
  return (
    <>
      <p>
        <strong>{sayNotice(line)}</strong>{" "}
        {line.withdrawnBy !== null && <Badge>{m.admin_cal_notice_withdrawn()}</Badge>}{" "}
        <span className="quiet">
          {sayDate(line.on)} · {line.by ?? m.admin_cal_by_command()}
        </span>
      </p>
      {line.days.length > 0 && <p>{line.days.map((day) => `${sayDate(day.on)}: ${say(day)}`).join("; ")}</p>}
      {line.source !== null && (
        <p className="quiet">
          <Source text={line.source} />
        </p>
      )}
      {line.reason !== null && <p>{m.admin_cal_notice_reason({ reason: line.reason })}</p>}
      <p className="quiet">{sayRecount(line.recount)}</p>
      {line.recount.state === "running" && <progress aria-label={sayRecount(line.recount)} />}
    </>
  );
}
