import { useReducer, useState } from "react";
import { sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button, ConfirmDialog } from "../../ui/button.tsx";
import { Callout, Flash } from "../../ui/callout.tsx";
import { askDesk } from "./ask-desk.ts";
import { BlackPage } from "./black-page.tsx";
import { flatten } from "./flatten.ts";
import { nothingRedacted, redact } from "./redaction.ts";
import type { ScanPage } from "./scan-pages.ts";
import { TextCover } from "./text-cover.tsx";

interface CopyProps {
  readonly mediaType: string;
  readonly fileId: string;
  readonly identityId: string;
  readonly agencyId: string;
  readonly mayAdd: boolean;
  readonly watermark: string;
}

/** Where the working copy is made: the sealed paper with what must not be seen blacked out. */
export function CopyDesk(props: CopyProps & ({ readonly pages: readonly ScanPage[] } | { readonly text: string })) {
  return "pages" in props ? <ScanDesk {...props} pages={props.pages} /> : <TextDesk {...props} text={props.text} />;
}

function ScanDesk({ pages, ...file }: CopyProps & { readonly pages: readonly ScanPage[] }) {
  const [state, step] = useReducer(redact, nothingRedacted);
  const [page, setPage] = useState(0);
  const [isPreview, setPreview] = useState(false);
  const shown = pages[page];
  const boxes = state.boxes.filter((box) => box.page === page);
  const bare = pages.filter((_, i) => state.boxes.every((box) => box.page !== i)).length;
  return (
    <div className="copy-desk">
      <h3>{m.custodian_copy()}</h3>
      <p className="quiet">{m.custodian_copy_lead()}</p>
      <div className="copy-tools" role="toolbar" aria-label={m.custodian_copy_tools()}>
        <Button
          onClick={() => step({ do: "add", box: { page, x: 0.35, y: 0.45, width: 0.3, height: 0.05 } })}
          aria-disabled={isPreview}
        >
          {m.custodian_add_box()}
        </Button>
        <Button onClick={() => step({ do: "undo" })} aria-disabled={state.past.length === 0}>
          {m.custodian_undo()}
        </Button>
        <Button aria-pressed={isPreview} onClick={() => setPreview(!isPreview)}>
          {m.custodian_preview()}
        </Button>
        {pages.length > 1 && (
          <span className="copy-pages">
            <Button onClick={() => setPage(Math.max(0, page - 1))} aria-disabled={page === 0}>
              {m.ui_previous()}
            </Button>
            <span role="status">{m.custodian_page({ page: page + 1, count: pages.length })}</span>
            <Button
              onClick={() => setPage(Math.min(pages.length - 1, page + 1))}
              aria-disabled={page === pages.length - 1}
            >
              {m.ui_next()}
            </Button>
          </span>
        )}
      </div>
      {shown && (
        <BlackPage
          page={shown}
          number={page}
          boxes={boxes}
          isPreview={isPreview}
          step={step}
          watermark={file.watermark}
        />
      )}
      {bare > 0 && <p className="quiet">{m.custodian_bare_pages({ count: sayNumber(bare) })}</p>}
      <SaveCopy {...file} make={() => flatten(pages, state.boxes, file.mediaType)} />
    </div>
  );
}

function TextDesk({ text, ...file }: CopyProps & { readonly text: string }) {
  const [covered, setCovered] = useState(text);
  return (
    <div className="copy-desk">
      <h3>{m.custodian_copy()}</h3>
      <p className="quiet">{m.custodian_copy_text_lead()}</p>
      <TextCover text={text} onChange={setCovered} />
      <SaveCopy
        {...file}
        make={async () => ({ bytes: new TextEncoder().encode(covered), mediaType: "text/plain" as const })}
      />
    </div>
  );
}

const extensions = { "image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf", "text/plain": "txt" } as const;

interface Copy {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: keyof typeof extensions;
}

function SaveCopy({ make, mayAdd, ...file }: CopyProps & { make: () => Promise<Copy> }) {
  const [state, setState] = useState<"busy" | "saved" | { readonly problem: string }>();
  const save = async () => {
    setState("busy");
    try {
      const copy = await make();
      // A name of our own: the sealed file's may hold the person's.
      const name = `ban-da-che.${extensions[copy.mediaType]}`;
      const { agencyId, identityId, fileId } = file;
      const blob = new Blob([copy.bytes], { type: copy.mediaType });
      const answer = await askDesk("add-copy", { agencyId, identityId, fileId, name, copy: blob });
      setState("problem" in answer ? answer : "saved");
    } catch {
      setState({ problem: m.custodian_failed() });
    }
  };
  if (!mayAdd) return <p className="quiet">{m.custodian_copy_no_case()}</p>;
  return (
    <div className="save-copy">
      {state === "saved" && <Flash>{m.custodian_copy_saved()}</Flash>}
      {typeof state === "object" && (
        <div role="alert">
          <Callout kind="danger">{state.problem}</Callout>
        </div>
      )}
      {state !== "saved" && (
        <ConfirmDialog label={m.custodian_copy_save()} question={m.custodian_copy_save_ask()}>
          <Button kind="primary" className="save-working-copy" onClick={() => void save()}>
            {m.custodian_copy_save()}
          </Button>
        </ConfirmDialog>
      )}
      <p role="status" className="quiet">
        {state === "busy" ? m.custodian_copy_working() : ""}
      </p>
    </div>
  );
}
