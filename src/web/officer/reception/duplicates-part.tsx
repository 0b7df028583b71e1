import { useEffect, useRef, useState } from "react";
import type { PossibleDuplicate } from "../../../casework/duplicates/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { DuplicateList } from "../petitions/possible-duplicates.tsx";
import type { DuplicatesFound } from "./duplicates.ts";
import type { Values } from "./visit-form.ts";

const ofPerson = ["name", "address", "idNumber", "birthYear", "phone"] as const;
const compared = [
  "content",
  "request",
  "contestedAct",
  "respondent",
  "kind.complaint",
  "kind.denunciation",
  "kind.recommendation",
] as const;
const pauseMs = 700;
const contentMin = 20;

/** How the form calls whoever hands the petition in: at the counter, or by post. */
type Person = "visitor" | "sender";
type Looked = readonly PossibleDuplicate[] | "failed" | undefined;

/** Asks after a pause in typing; an answer that was overtaken by a newer question is dropped. */
function useDuplicates(typed: Values, person: Person, before: Looked): Looked {
  const [looked, setLooked] = useState<Looked>(before);
  const names = [...ofPerson.map((name) => `${person}.${name}`), ...compared];
  const question = JSON.stringify(names.map((name) => [name, typed[name] ?? ""]));
  const asked = useRef(question);
  const enough = (typed[`${person}.name`] ?? "").trim().length > 3 && (typed.content ?? "").trim().length >= contentMin;
  useEffect(() => {
    if (question === asked.current || !enough) return;
    const overtaken = new AbortController();
    const asks: [string, string][] = JSON.parse(question);
    const timer = setTimeout(async () => {
      asked.current = question;
      try {
        const body = new URLSearchParams(asks);
        const { signal } = overtaken;
        const response = await fetch("/office/reception/duplicates", { method: "POST", body, signal });
        const answer: DuplicatesFound = response.ok ? await response.json() : { failed: true };
        setLooked(answer.duplicates ?? "failed");
      } catch {
        if (!overtaken.signal.aborted) setLooked("failed");
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [question, enough]);
  return looked;
}

/** Beside the content: what was handed in before about the same matter. The button works without scripts too. */
export function DuplicatesPart({
  typed,
  person = "visitor",
  before,
}: {
  typed: Values;
  person?: Person;
  before: readonly PossibleDuplicate[] | undefined;
}) {
  const looked = useDuplicates(typed, person, before);
  return (
    <section id="possible-duplicates" className="known" aria-label={m.duplicates_title()}>
      <h2>{m.duplicates_title()}</h2>
      <div role="status">
        {looked === undefined && <p className="hint">{m.duplicates_hint()}</p>}
        {looked === "failed" && <p className="hint">{m.duplicates_failed()}</p>}
        {Array.isArray(looked) && (
          <p className="hint">{looked.length === 0 ? m.duplicates_none() : m.duplicates_found({ n: looked.length })}</p>
        )}
      </div>
      {Array.isArray(looked) && looked.length > 0 && <DuplicateList found={looked} />}
      {looked === "failed" ? (
        <Button type="submit" name="intent" value="duplicates">
          {m.duplicates_look()}
        </Button>
      ) : (
        <noscript>
          <Button type="submit" name="intent" value="duplicates">
            {m.duplicates_look()}
          </Button>
        </noscript>
      )}
    </section>
  );
}
