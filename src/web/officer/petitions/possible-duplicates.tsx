import { Form } from "react-router";
import type {
  ElsewhereDuplicate,
  PossibleDuplicate,
  Reason,
  SeenDuplicate,
} from "../../../casework/duplicates/index.ts";
import type { PetitionSheet } from "../../../casework/petitions/index.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { TextInput } from "../../ui/field.tsx";
import { errorOf } from "../matters/shown.ts";
import { type FormProps, Hidden } from "./petition-forms.tsx";
import { sayKind, sayState } from "./words.ts";

const reasons: Readonly<Record<Reason["why"], () => string>> = {
  "same-identity-number": m.duplicates_same_identity_number,
  "same-phone": m.duplicates_same_phone,
  "same-name-and-year": m.duplicates_same_name_and_year,
  "same-name-and-place": m.duplicates_same_name_and_place,
  "same-name": m.duplicates_same_name,
  "similar-name": m.duplicates_similar_name,
  "same-parcel": m.duplicates_same_parcel,
  "same-parcel-after-merger": m.duplicates_same_parcel_after_merger,
  "same-decision": m.duplicates_same_decision,
  "same-accused": m.duplicates_same_accused,
  "same-respondent": m.duplicates_same_respondent,
  "similar-content": m.duplicates_similar_content,
};

const sayReason = ({ why, percent }: Reason): string =>
  percent === undefined ? reasons[why]() : m.duplicates_similar_percent({ percent });

/** Candidates with their reasons. `children` is what may be done with one that the officer may see. */
export function DuplicateList({
  found,
  todo,
}: {
  found: readonly PossibleDuplicate[];
  todo?: (each: SeenDuplicate) => React.ReactNode;
}) {
  return (
    <ul className="earlier">
      {found.map((each) => (
        <li key={each.code}>
          {each.seen ? <Seen each={each} /> : <Elsewhere each={each} />}
          <p>{each.reasons.map(sayReason).join(" · ")}</p>
          {each.seen && todo?.(each)}
        </li>
      ))}
    </ul>
  );
}

function Seen({ each }: { each: SeenDuplicate }) {
  return (
    <>
      <a href={`/office/petitions/${each.petitionId}`} target="_blank" rel="noreferrer">
        {each.code}
      </a>{" "}
      <strong>{each.name}</strong>{" "}
      <span className="soft">
        {[sayDate(each.receivedOn), sayKind(each.kind), each.matterCode ?? sayState(each.state)].join(" · ")}
      </span>
      <p className="clamp">{each.content}</p>
    </>
  );
}

function Elsewhere({ each }: { each: ElsewhereDuplicate }) {
  return (
    <>
      <strong>{each.code}</strong>{" "}
      <span className="soft">
        {[each.agency, sayDate(each.receivedOn), sayKind(each.kind), m.duplicates_elsewhere()].join(" · ")}
      </span>
    </>
  );
}

/** Beside the petition: what came before about the same matter, and one click to file it there. */
export function DuplicatesPanel({ sheet, formKey, found }: FormProps & { found: readonly PossibleDuplicate[] }) {
  if (found.length === 0) return null;
  return (
    <section className="panel" id="duplicates">
      <h2>{m.duplicates_title()}</h2>
      <p className="quiet">{m.duplicates_note()}</p>
      <DuplicateList
        found={found}
        todo={(each) =>
          sheet.mayFileAsDuplicate &&
          each.kind === sheet.kind &&
          each.agencyId === sheet.agencyId && (
            <Form method="post">
              <Hidden intent="duplicate" formKey={formKey} />
              <input type="hidden" name="first" value={each.petitionId} />
              <Button type="submit">{each.matterCode ? m.duplicates_file() : m.duplicates_file_petition()}</Button>
            </Form>
          )
        }
      />
    </section>
  );
}

/** With which petition this one is filed and how to take it out again, or which ones are filed with it. */
export function FiledWith({ sheet, formKey, typed, problems }: FormProps) {
  const { duplicateOf, duplicates } = sheet;
  if (!duplicateOf) return <Copies duplicates={duplicates} />;
  return (
    <section className="panel main-panel">
      <h2>{m.duplicates_filed_with()}</h2>
      <p>
        <a href={`/office/petitions/${duplicateOf.id}`}>{duplicateOf.code}</a>
        {duplicateOf.matterId && (
          <>
            {" · "}
            <a href={`/office/matters/${duplicateOf.matterId}`}>{duplicateOf.matterCode}</a>
          </>
        )}
      </p>
      {sheet.mayUndoDuplicate && (
        <details className="fold" open={typed.intent === "undo-duplicate"}>
          <summary>{m.duplicates_undo()}</summary>
          <Form method="post" className="form">
            <Hidden intent="undo-duplicate" formKey={formKey} />
            <TextInput
              name="undoReason"
              label={m.duplicates_undo_reason()}
              defaultValue={typed.undoReason}
              error={errorOf(problems, "reason")}
              required
            />
            <ConfirmDialog label={m.duplicates_undo_do()} question={m.duplicates_undo_confirm()}>
              <Button kind="primary" type="submit">
                {m.ui_confirm()}
              </Button>
            </ConfirmDialog>
          </Form>
        </details>
      )}
    </section>
  );
}

function Copies({ duplicates }: { duplicates: PetitionSheet["duplicates"] }) {
  if (duplicates.length === 0) return null;
  return (
    <section>
      <h2>{m.duplicates_copies()}</h2>
      <ul className="plain-list">
        {duplicates.map((each) => (
          <li key={each.id}>
            <a href={`/office/petitions/${each.id}`}>{each.code}</a> · {sayDate(each.receivedOn)}
          </li>
        ))}
      </ul>
    </section>
  );
}
