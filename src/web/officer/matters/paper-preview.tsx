import { m } from "../../paraglide/messages.js";

/** The draft as it will be printed, where the window is wide; only drafts, since a numbered paper counts its prints. */
export function PaperPreview({ paperId, version, name }: { paperId: string; version: number; name: string }) {
  return (
    <aside className="paper-preview">
      <iframe
        src={`/office/papers/${paperId}.pdf?v=${version}#toolbar=0&navpanes=0&view=FitH`}
        title={m.matters_paper_preview({ name })}
        loading="lazy"
      />
    </aside>
  );
}
