import { useState } from "react";
import type { OpenedIdentity } from "../../../casework/identity/index.ts";
import { sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { CopyDesk } from "./copy-desk.tsx";
import { drawScan, type ScanPage, scanKind } from "./scan-pages.ts";
import { openBytes } from "./sealing.ts";

type SealedFile = OpenedIdentity["files"][number];
type Shown =
  | { readonly file: SealedFile; readonly pages: readonly ScanPage[] }
  | { readonly file: SealedFile; readonly text: string };

/** The sealed papers of an opened identity; each is decrypted only when it is asked for. */
export function SealedFiles({
  files,
  secret,
  identityId,
  agencyId,
  mayAdd,
  watermark,
}: {
  files: readonly SealedFile[];
  secret: string;
  identityId: string;
  agencyId: string;
  mayAdd: boolean;
  watermark: string;
}) {
  const [shown, setShown] = useState<Shown>();
  const [state, setState] = useState<"busy" | { readonly problem: string }>();
  const open = async (file: SealedFile) => {
    setShown(undefined);
    setState("busy");
    try {
      const response = await fetch(`/office/custodian/${identityId}/files/${file.id}`, { redirect: "error" });
      if (!response.ok) return setState({ problem: m.custodian_no_answer() });
      const bytes = await openBytes(new Uint8Array(await response.arrayBuffer()), secret);
      if (!bytes) return setState({ problem: m.custodian_not_for_your_key() });
      setShown(
        scanKind(file.mediaType) === "text"
          ? { file, text: new TextDecoder().decode(bytes) }
          : { file, pages: await drawScan(bytes, file.mediaType) },
      );
      setState(undefined);
    } catch {
      setState({ problem: m.custodian_unreadable() });
    }
  };
  return (
    <section className="sealed-files">
      <h2>{m.custodian_sealed_files()}</h2>
      {files.length === 0 && <p className="quiet">{m.custodian_no_files()}</p>}
      <ul className="plain-list">
        {files.map((file, i) => (
          <li key={file.id}>
            {m.custodian_file({ number: i + 1, kind: kindName(file.mediaType), size: sayNumber(kilobytes(file)) })}{" "}
            {scanKind(file.mediaType) === "other" ? (
              <span className="quiet">{m.custodian_file_other()}</span>
            ) : (
              <Button onClick={() => void open(file)}>{m.custodian_file_open()}</Button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="quiet">
        {state === "busy" ? m.custodian_file_working() : ""}
      </p>
      {typeof state === "object" && (
        <div role="alert">
          <Callout kind="danger">{state.problem}</Callout>
        </div>
      )}
      {shown && (
        <CopyDesk
          key={shown.file.id}
          {...shown}
          mediaType={shown.file.mediaType}
          fileId={shown.file.id}
          identityId={identityId}
          agencyId={agencyId}
          mayAdd={mayAdd}
          watermark={watermark}
        />
      )}
    </section>
  );
}

const kilobytes = ({ size }: SealedFile) => Math.max(1, Math.round(size / 1024));
const kindName = (mediaType: string) => (mediaType.split("/")[1] ?? mediaType).toUpperCase().slice(0, 12);
