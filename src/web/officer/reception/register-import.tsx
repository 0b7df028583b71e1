import { data, Form, redirect, useNavigation } from "react-router";
import type { RegisterPreview } from "../../../casework/reception/import/index.ts";
import { appContext, sessionContext } from "../../context.ts";
import { say, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextInput } from "../../ui/field.tsx";
import { formText } from "../../ui/form-data.ts";
import { orRefusal } from "../../ui/refusal.ts";
import { Table } from "../../ui/table.tsx";
import type { Route } from "./+types/register-import.ts";
import { type Problem, problemsOf } from "./problems.ts";
import { importAgency } from "./reception-agency.ts";
import { shelve, shelved, unshelve } from "./upload-shelf.ts";
import { kindsName } from "./words.ts";

interface Shown {
  readonly problems: readonly Problem[];
  readonly upload?: string;
  readonly preview?: RegisterPreview;
}

export function loader({ context }: Route.LoaderArgs) {
  importAgency(context.get(sessionContext).who.grants);
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const { reception } = context.get(appContext);
  const { asker, who } = context.get(sessionContext);
  const agencyId = importAgency(who.grants);
  const officerId = who.officerId ?? "";
  const refuse = (problems: readonly Problem[]) => data<Shown>({ problems }, { status: 422 });

  const file = form.get("file");
  const sent = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
  const bytes = sent ?? shelved(officerId, formText(form, "upload"));
  if (!bytes) return refuse([{ field: "file", message: m.register_import_no_file() }]);
  const upload = sent ? shelve(officerId, sent) : formText(form, "upload");
  const columns = sent ? {} : changedColumns(form);

  if (formText(form, "intent") === "start") {
    const started = await orRefusal(reception.startImport(asker, { agencyId, bytes, columns }));
    if ("refusal" in started) return refuse(problemsOf(started.refusal));
    unshelve(upload);
    return redirect(`/office/register/import/${started.value.runId}`, 303);
  }
  const seen = await orRefusal(reception.previewRegister(asker, { agencyId, bytes, columns, limit: 12 }));
  if ("refusal" in seen) return refuse(problemsOf(seen.refusal).map((each) => ({ ...each, field: "file" })));
  const missing = seen.value.columns.filter(({ field }) => seen.value.missing.includes(field));
  return data<Shown>({
    problems: missing.map(({ field, label }) => ({
      field: `column.${field}`,
      message: `${say(label)}: ${m.register_import_no_column()}`,
    })),
    upload,
    preview: seen.value,
  });
}

/** Columns that the officer took for something else than the reader did: a letter, or null for "none". */
function changedColumns(form: FormData): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  for (const [name, value] of form) {
    if (!name.startsWith("column.") || typeof value !== "string") continue;
    const field = name.slice("column.".length);
    if (value !== formText(form, `was.${field}`) || formText(form, `chosen.${field}`) === "yes")
      changed[field] = value === "" ? null : value;
  }
  return changed;
}

export default function RegisterImport({ actionData }: Route.ComponentProps) {
  const { problems, upload, preview }: Shown = actionData ?? { problems: [] };
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <title>{`${m.register_import_title()} · ${m.ui_product()}`}</title>
      <h1>{m.register_import_title()}</h1>
      <p className="lead-office">{m.register_import_lead()}</p>
      <ErrorSummary problems={problems} />
      {preview && upload ? (
        <Preview preview={preview} upload={upload} busy={busy} />
      ) : (
        <Form method="post" encType="multipart/form-data" className="form">
          <TextInput
            name="file"
            type="file"
            label={m.register_import_file()}
            error={problems.find(({ field }) => field === "file")?.message}
            accept=".xlsx"
            required
          />
          <Button kind="primary" type="submit" name="intent" value="preview" disabled={busy}>
            {busy ? m.ui_working() : m.register_import_preview()}
          </Button>
        </Form>
      )}
    </>
  );
}

function Preview({ preview, upload, busy }: { preview: RegisterPreview; upload: string; busy: boolean }) {
  const { counts } = preview;
  return (
    <Form method="post" className="import-preview">
      <input type="hidden" name="upload" value={upload} />
      <ul className="figures">
        <li>{m.register_import_rows({ n: sayNumber(counts.rows) })}</li>
        <li>{m.register_import_ready({ n: sayNumber(counts.ready) })}</li>
        {counts.alreadyThere > 0 && <li>{`${m.register_run_there()}: ${sayNumber(counts.alreadyThere)}`}</li>}
        {counts.rejected > 0 && <li>{m.register_import_bad({ n: sayNumber(counts.rejected) })}</li>}
      </ul>
      {counts.sealed > 0 && (
        <Callout kind="warn">
          <p>{m.register_import_sealed({ n: sayNumber(counts.sealed) })}</p>
        </Callout>
      )}
      <div className="send">
        <Button kind="primary" type="submit" name="intent" value="start" disabled={busy || preview.missing.length > 0}>
          {m.register_import_start({ n: sayNumber(counts.ready) })}
        </Button>
        <a href="/office/register/import">{m.register_import_other()}</a>
      </div>
      <h2>{m.register_import_columns()}</h2>
      <p className="hint">{m.register_import_columns_hint()}</p>
      <Columns preview={preview} />
      <Button type="submit" name="intent" value="preview" disabled={busy}>
        {m.register_import_again()}
      </Button>
      {preview.rejected.length > 0 && <Rejected rejected={preview.rejected.slice(0, 20)} />}
      <h2>{m.register_import_first()}</h2>
      <FirstRows rows={preview.rows} />
    </Form>
  );
}

const sureness = {
  certain: m.register_import_sure_certain,
  likely: m.register_import_sure_likely,
  "by-number": m.register_import_sure_by_number,
  chosen: m.register_import_sure_chosen,
  missing: m.register_import_sure_missing,
} as const;

function Columns({ preview }: { preview: RegisterPreview }) {
  const options = [...preview.columns, ...preview.unused].flatMap(({ letter, header }) =>
    letter ? [{ letter, header }] : [],
  );
  options.sort((a, b) => a.letter.length - b.letter.length || a.letter.localeCompare(b.letter));
  return (
    <div className="columns">
      {preview.columns.map(({ field, label, letter, confidence }) => (
        <div className="field" key={field}>
          <label htmlFor={`column.${field}`}>
            {say(label)} <span className="optional">({sureness[confidence]()})</span>
          </label>
          <input type="hidden" name={`was.${field}`} value={letter ?? ""} />
          <input type="hidden" name={`chosen.${field}`} value={confidence === "chosen" ? "yes" : ""} />
          <select id={`column.${field}`} name={`column.${field}`} defaultValue={letter ?? ""} key={letter}>
            <option value="">{m.register_import_no_column()}</option>
            {options.map((option) => (
              <option key={option.letter} value={option.letter}>
                {`${option.letter} · ${option.header}`}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
}

function FirstRows({ rows }: { rows: RegisterPreview["rows"] }) {
  return (
    <Table
      caption={m.register_import_first()}
      rows={rows}
      keyOf={(row) => String(row.row)}
      columns={[
        { key: "row", name: m.register_run_row(), cell: (row) => row.row, number: true },
        { key: "date", name: m.register_c_date(), cell: (row) => row.receivedOn.split("-").reverse().join("/") },
        {
          key: "person",
          name: m.register_c_person(),
          cell: (row) =>
            row.pseudonym ??
            ([row.group, ...row.people.map(({ name, address }) => [name, address].filter(Boolean).join(", "))]
              .filter(Boolean)
              .join("; ") ||
              "–"),
        },
        { key: "content", name: m.register_c_content(), cell: (row) => <span className="clamp">{row.content}</span> },
        { key: "kind", name: m.register_c_kind(), cell: (row) => kindsName(row.kinds) },
        { key: "count", name: m.register_c_count(), cell: (row) => row.peopleCount, number: true },
        {
          key: "warn",
          name: m.register_import_warnings(),
          cell: (row) => row.warnings.map(({ column, text }) => `${column}: ${say(text)}`).join(" "),
        },
      ]}
    />
  );
}

export function Rejected({
  rejected,
}: {
  rejected: readonly {
    readonly row: number;
    readonly column: string;
    readonly value: string;
    readonly reason: Parameters<typeof say>[0];
  }[];
}) {
  return (
    <>
      <h2>{m.register_run_table()}</h2>
      <Table
        caption={m.register_run_table()}
        rows={rejected}
        keyOf={(each) => `${each.row}${each.column}`}
        columns={[
          { key: "row", name: m.register_run_row(), cell: (each) => each.row, number: true },
          { key: "column", name: m.register_run_column(), cell: (each) => each.column },
          {
            key: "value",
            name: m.register_run_value(),
            cell: (each) => <span className="clamp">{each.value || "–"}</span>,
          },
          { key: "reason", name: m.register_run_reason(), cell: (each) => say(each.reason) },
        ]}
      />
    </>
  );
}
