import { Link } from "react-router";
import type { MatterSheet } from "../../../casework/matters/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { KeyValues } from "../../ui/stepper.tsx";

/** Whether an act of the procedure asks for a recording, and may happen now. */
export function askedForRecording({ acts }: Pick<MatterSheet, "acts">): boolean {
  return acts.some(({ act, refusal }) => !refusal && act.guards.some((guard) => guard.condition === "recording-kept"));
}

/** The recordings of an online reception, as evidence: what was kept, its digest, by whom and when. */
export function MatterRecordings({ sheet }: { sheet: MatterSheet }) {
  const asked = askedForRecording(sheet);
  if (!asked && sheet.recordings.length === 0) return null;
  return (
    <section id="recordings">
      <h2>{m.matters_recordings()}</h2>
      <RecordingList sheet={sheet} />
      {asked && sheet.restricted && <Callout kind="warn">{m.matters_recording_sealed()}</Callout>}
      {asked && !sheet.restricted && (
        <p>
          <LinkButton to={`/office/matters/${sheet.id}/recordings`}>{m.matters_recording_add()}</LinkButton>
        </p>
      )}
    </section>
  );
}

export function RecordingList({ sheet }: { sheet: Pick<MatterSheet, "id" | "recordings"> }) {
  if (sheet.recordings.length === 0) return <p className="quiet">{m.matters_recordings_none()}</p>;
  return sheet.recordings.map((each) => (
    <article key={each.fileId} className="paper-card">
      <h3>
        <Link to={`/office/matters/${sheet.id}/recordings/${each.fileId}`} reloadDocument>
          {each.name}
        </Link>
      </h3>
      <KeyValues
        pairs={[
          [m.matters_recording_bytes(), m.matters_recording_size({ bytes: sayNumber(each.bytes) })],
          [
            m.matters_recording_digest(),
            <code key="digest" className="digest">
              {each.sha256}
            </code>,
          ],
          [
            m.matters_recording_added(),
            m.matters_recording_by({ who: each.addedBy ?? "", when: sayInstant(new Date(each.addedAt)) }),
          ],
        ]}
      />
    </article>
  ));
}
