import { useState } from "react";
import { sayInstant } from "../../account/instant.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { KeyValues } from "../../ui/stepper.tsx";
import { idKindName } from "../reception/words.ts";
import type { IdentityPayload, SealedPerson } from "./identity-payload.ts";
import { Letter, type LetterPaper } from "./letter.tsx";
import { lockAfterMs } from "./use-lock.ts";
import { Watermark } from "./watermark.tsx";

/** Whoever denounced, in clear, under the viewer's name. Nothing here was rendered on the server. */
export function OpenedPeople({
  payload,
  at,
  viewer,
  code,
  papers = [],
  onLock,
}: {
  payload: IdentityPayload;
  at: Date;
  viewer: string;
  code: string | undefined;
  papers?: readonly LetterPaper[];
  onLock: () => void;
}) {
  const [addressee, setAddressee] = useState<SealedPerson>();
  return (
    <section className="opened">
      <p className="opened-bar">
        <span role="status">{m.custodian_opened_until({ at: sayInstant(new Date(at.getTime() + lockAfterMs)) })}</span>
        <Button onClick={onLock}>{m.custodian_lock_now()}</Button>
      </p>
      <Watermark text={`${viewer} · ${sayInstant(at)}`}>
        {payload.people.map((person) => (
          <div key={`${person.name}${person.address}`} className="opened-person">
            <h2>{person.name}</h2>
            <KeyValues pairs={factsOf(person)} />
            <Button onClick={() => setAddressee(person)}>{m.custodian_letter()}</Button>
          </div>
        ))}
        {payload.words && (
          <div className="opened-person">
            <h2>{m.custodian_words()}</h2>
            <p className="long">{payload.words}</p>
          </div>
        )}
      </Watermark>
      {addressee && <Letter person={addressee} code={code} papers={papers} onClose={() => setAddressee(undefined)} />}
    </section>
  );
}

function factsOf(person: SealedPerson): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    [m.custodian_address(), person.address],
    [
      m.custodian_number(),
      [person.identityNumber, person.identityPaper && idKindName(person.identityPaper)].filter(Boolean).join(" · "),
    ],
    [m.custodian_phone(), person.phone],
    [m.custodian_email(), person.email],
    [m.custodian_birth_year(), person.birthYear],
  ];
  return facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]));
}
