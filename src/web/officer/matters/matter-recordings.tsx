import type { MatterSheet } from "../../../casework/matters/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { sayNumber } from "../../i18n/say.ts";
import { sizeInWords } from "../../i18n/size-in-words.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { KeyValues } from "../../ui/stepper.tsx";

/** The act of the procedure that asks for a recording; `asked`: it may happen now. */
export function recordingAct({ acts }: Pick<MatterSheet, "acts">): { asked: boolean; article?: string } {
  const found = acts.find(({ act }) => act.guards.some((guard) => guard.condition === "recording-kept"));
  return found ? { asked: !found.refusal, article: found.act.article } : { asked: false };
}

/** The recordings of an online reception, as evidence: what was kept, its digest, by whom and when. */
export function MatterRecordings({ sheet }: { sheet: MatterSheet }) {
  const { asked } = recordingAct(sheet);
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
    <article key={each.fileId} className="paper-card recording">
      <h3>{each.name}</h3>
      <KeyValues
        pairs={[
          [
            m.matters_recording_bytes(),
            m.matters_recording_size({ size: sizeInWords(each.bytes), bytes: sayNumber(each.bytes) }),
          ],
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
      <p className="paper-links">
        <a href={`/office/matters/${sheet.id}/recordings/${each.fileId}`} download>
          {m.matters_recording_download()} <span className="visually-hidden">{each.name}</span>
        </a>
      </p>
    </article>
  ));
}
