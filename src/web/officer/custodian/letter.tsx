import { useEffect, useRef, useState } from "react";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import type { SealedPerson } from "./identity-payload.ts";
import { drawScan, type ScanPage } from "./scan-pages.ts";

/** A numbered paper of the case, written without the denouncer. */
export interface LetterPaper {
  readonly id: string;
  readonly name: string;
}

/** The sheet with the address, and behind it a paper of the case. It is made and printed here, and kept nowhere. */
export function Letter({
  person,
  code,
  papers,
  onClose,
}: {
  person: SealedPerson;
  code: string | undefined;
  papers: readonly LetterPaper[];
  onClose: () => void;
}) {
  const [pages, setPages] = useState<readonly ScanPage[]>([]);
  const [isMissing, setMissing] = useState(false);
  const add = async (id: string) => {
    setMissing(false);
    try {
      const response = await fetch(`/office/papers/${id}.pdf`, { redirect: "error" });
      if (!response.ok) return setMissing(true);
      setPages(await drawScan(new Uint8Array(await response.arrayBuffer()), "application/pdf"));
    } catch {
      setMissing(true);
    }
  };
  return (
    <section className="letter-desk" aria-labelledby="letter-title">
      <h2 id="letter-title">{m.custodian_letter()}</h2>
      <p className="quiet">{m.custodian_letter_note()}</p>
      {papers.map(({ id, name }) => (
        <p key={id}>
          <Button className="letter-paper" onClick={() => void add(id)}>
            {m.custodian_letter_paper({ name })}
          </Button>
        </p>
      ))}
      {isMissing && (
        <p className="error" role="alert">
          {m.custodian_letter_paper_missing()}
        </p>
      )}
      <div className="letter">
        <p className="letter-to">
          {m.custodian_letter_to()} <strong>{person.name}</strong>
          <br />
          {person.address}
        </p>
        {code && <p>{m.custodian_letter_about({ code })}</p>}
        <label className="visually-hidden" htmlFor="letter-words">
          {m.custodian_letter_words()}
        </label>
        <textarea
          id="letter-words"
          rows={6}
          placeholder={m.custodian_letter_words()}
          autoComplete="off"
          spellCheck={false}
        />
        {pages.map((page, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page has no other name than its place
          <LetterPage key={i} page={page} number={i + 1} />
        ))}
      </div>
      <p className="actions">
        <Button kind="primary" onClick={() => print()}>
          {m.custodian_print()}
        </Button>{" "}
        <Button onClick={onClose}>{m.custodian_close()}</Button>
      </p>
    </section>
  );
}

function LetterPage({ page, number }: { page: ScanPage; number: number }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.replaceChildren(page.canvas);
  }, [page]);
  return <div ref={frame} className="letter-page" role="img" aria-label={m.custodian_page_picture({ page: number })} />;
}
