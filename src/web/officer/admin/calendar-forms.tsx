import { useEffect, useRef } from "react";
import { Form, Link } from "react-router";
import type { NoticePreview } from "../../../casework/calendar/index.ts";
import { say, sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { DateInput, Select, TextInput } from "../../ui/field.tsx";
import { Table } from "../../ui/table.tsx";
import { errorOf, type Problem } from "../matters/shown.ts";
import { asFields, dayKinds, fieldNames, rows, type TypedNotice } from "./calendar-notice.ts";
import { kindNames } from "./calendar-words.ts";

interface FormProps {
  readonly typed: TypedNotice | null;
  readonly problems: readonly Problem[];
}

/** Days of one notice; the lines after the first are folded until they are needed. */
export function DaysForm({ typed, problems }: FormProps) {
  const own = typed?.kind === "days" ? typed : null;
  return (
    <Form method="post" className="form">
      <input type="hidden" name="kind" value="days" />
      <SourceInput typed={own} problems={own ? problems : []} />
      <DayRow at={0} typed={own} problems={problems} />
      <MoreRows at={1} typed={own} problems={problems} />
      <Button kind="primary" type="submit" name="intent" value="preview">
        {m.admin_cal_preview()}
      </Button>
    </Form>
  );
}

function SourceInput({ name = "source", typed, problems }: FormProps & { name?: string }) {
  return (
    <TextInput
      name={name}
      label={m.admin_cal_source()}
      hint={m.admin_cal_source_hint()}
      defaultValue={typed?.source}
      error={errorOf(problems, name)}
      autoComplete="off"
      required
    />
  );
}

function MoreRows({ at, typed, problems }: FormProps & { at: number }) {
  if (at >= rows) return null;
  const later = typed?.days.slice(at).some((day) => day.on.trim() !== "" || day.nameVi.trim() !== "");
  return (
    <details className="notice-more" open={later}>
      <summary>{m.admin_cal_row_more()}</summary>
      <DayRow at={at} typed={typed} problems={problems} />
      <MoreRows at={at + 1} typed={typed} problems={problems} />
    </details>
  );
}

function DayRow({ at, typed, problems }: FormProps & { at: number }) {
  const name = (field: string) => `days.${at}.${field}`;
  const day = typed?.days[at];
  const hint = at > 0 ? { hint: m.admin_cal_name_hint() } : {};
  return (
    <fieldset className="notice-row">
      <legend>{m.admin_cal_row({ n: at + 1 })}</legend>
      <div className="fields">
        <DateInput
          name={name("on")}
          label={m.admin_cal_on()}
          defaultValue={day?.on}
          error={errorOf(problems, name("on"))}
          required={at === 0}
        />
        <Select
          name={name("kind")}
          label={m.admin_cal_kind()}
          defaultValue={day?.kind || "holiday"}
          options={dayKinds.map((kind) => ({ value: kind, label: kindNames[kind]() }))}
        />
      </div>
      <div className="fields names">
        <TextInput
          name={name("nameVi")}
          label={m.admin_cal_name_vi()}
          {...hint}
          defaultValue={day?.nameVi}
          error={errorOf(problems, name("nameVi"))}
          autoComplete="off"
          required={at === 0}
        />
        <TextInput
          name={name("nameEn")}
          label={m.admin_cal_name_en()}
          {...hint}
          defaultValue={day?.nameEn}
          error={errorOf(problems, name("nameEn"))}
          autoComplete="off"
          required={at === 0}
        />
      </div>
    </fieldset>
  );
}

export function CompleteForm({ year, typed, problems }: FormProps & { year: number }) {
  const own = typed?.kind === "complete" ? typed : null;
  return (
    <Form method="post" className="form">
      <input type="hidden" name="kind" value="complete" />
      <input type="hidden" name="year" value={year} />
      <SourceInput name={fieldNames.completeSource} typed={own} problems={own ? problems : []} />
      <Button kind="primary" type="submit" name="intent" value="preview">
        {m.admin_cal_preview()}
      </Button>
    </Form>
  );
}

export function WithdrawForm({ noticeId, typed, problems }: FormProps & { noticeId: string }) {
  const own = typed?.kind === "withdrawal" && typed.noticeId === noticeId ? typed : null;
  return (
    <Form method="post" className="form">
      <input type="hidden" name="kind" value="withdrawal" />
      <input type="hidden" name="noticeId" value={noticeId} />
      <TextInput
        name={fieldNames.reason(noticeId)}
        label={m.admin_cal_withdraw_reason()}
        defaultValue={own?.reason}
        error={own ? errorOf(problems, fieldNames.reason(noticeId)) : undefined}
        autoComplete="off"
        required
      />
      <Button type="submit" name="intent" value="preview">
        {m.admin_cal_preview()}
      </Button>
    </Form>
  );
}

/** What would happen, in figures and examples, before anything is saved. */
export function Preview({
  preview,
  typed,
  formKey,
  year,
}: {
  preview: NoticePreview;
  typed: TypedNotice;
  formKey: string;
  year: number;
}) {
  const { moved, confirmed, examples, more } = preview;
  const heading = useRef<HTMLHeadingElement>(null);
  // The form stands below the year: what it would do is shown above, where the reader is led.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every preview has a key of its own
  useEffect(() => heading.current?.focus(), [formKey]);
  return (
    <section className="notice-preview" aria-labelledby="preview">
      <h2 id="preview" ref={heading} tabIndex={-1}>
        {m.admin_cal_preview_title()}
      </h2>
      <ul className="figures">
        {moved > 0 && <li>{m.admin_cal_preview_moved({ count: sayNumber(moved) })}</li>}
        {confirmed > 0 && <li>{m.admin_cal_preview_confirmed({ count: sayNumber(confirmed) })}</li>}
        {moved + confirmed === 0 && <li>{m.admin_cal_preview_none()}</li>}
      </ul>
      {more && <p>{m.admin_cal_preview_more()}</p>}
      <p className="quiet">{m.admin_cal_preview_kept()}</p>
      {examples.length > 0 && (
        <Table
          caption={m.admin_cal_preview_examples()}
          rows={examples}
          keyOf={(each) => `${each.code} ${each.clock.vi}`}
          columns={[
            { key: "code", name: m.admin_cal_col_code(), cell: (each) => each.code },
            { key: "clock", name: m.admin_cal_col_clock(), cell: (each) => say(each.clock) },
            { key: "from", name: m.admin_cal_col_from(), cell: (each) => sayDate(each.from) },
            { key: "to", name: m.admin_cal_col_to(), cell: (each) => <strong>{sayDate(each.to)}</strong> },
          ]}
        />
      )}
      <Form method="post" className="send">
        <input type="hidden" name="key" value={formKey} />
        {asFields(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button kind="primary" type="submit" name="intent" value="announce">
          {m.admin_cal_confirm()}
        </Button>
        <Link to={`/office/admin/calendar?year=${year}`}>{m.admin_cal_cancel()}</Link>
      </Form>
    </section>
  );
}
