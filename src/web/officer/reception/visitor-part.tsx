import { useCallback, useEffect, useRef, useState } from "react";
import type { PersonFound, PersonHistory } from "../../../casework/people/index.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { Select, TextInput } from "../../ui/field.tsx";
import { historyOf } from "./found-person.ts";
import { onResultKey } from "./keyboard.ts";
import { History, PeopleFound } from "./known-person.tsx";
import type { Lookup } from "./people.ts";
import type { Values } from "./visit-form.ts";
import { idKindName, idKindOptions } from "./words.ts";

/** One look-up at a time: an answer that was overtaken by a newer question is dropped. */
function useLookup() {
  const asked = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(async (fields: Record<string, string>, then: (lookup: Lookup) => void) => {
    asked.current?.abort();
    asked.current = new AbortController();
    try {
      const { signal } = asked.current;
      const response = await fetch("/office/reception/people", {
        method: "POST",
        body: new URLSearchParams(fields),
        signal,
      });
      if (response.ok) then((await response.json()) as Lookup);
    } catch {
      // Overtaken or offline: the button for finding still works.
    }
  }, []);
  const later = (work: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(work, 220);
  };
  return { ask, later };
}

export function VisitorPart({
  values,
  error,
  found: foundBefore,
  history: historyBefore,
  onChange,
}: {
  values: Values;
  error: (field: string) => string | undefined;
  found: readonly PersonFound[] | undefined;
  history: PersonHistory | undefined;
  onChange: () => void;
}) {
  const value = (field: string) => values[`visitor.${field}`] ?? "";
  const [found, setFound] = useState(foundBefore);
  const [history, setHistory] = useState(historyBefore);
  const [chosen, setChosen] = useState<Partial<PersonFound> | undefined>(
    value("personId") || historyBefore ? chosenBefore(values) : undefined,
  );
  const { ask, later } = useLookup();
  const before = useRef({ personId: value("personId"), history: historyBefore });
  useEffect(() => {
    if (before.current.personId && !before.current.history)
      void ask({ personId: before.current.personId }, (lookup) => setHistory(lookup.history));
  }, [ask]);
  const look = (target: EventTarget) => {
    if (!(target instanceof HTMLInputElement) || !["visitor.name", "visitor.idNumber"].includes(target.name)) return;
    const query = target.value.trim();
    later(() => (query.length < 2 ? setFound(undefined) : void ask({ query }, (lookup) => setFound(lookup.found))));
  };
  const choose = (person: PersonFound) => {
    setChosen(person);
    setFound(undefined);
    setHistory(undefined);
    void ask(historyOf(person), (lookup) => setHistory(lookup.history));
    setTimeout(() => {
      onChange();
      document.getElementById("content")?.focus();
    });
  };
  return (
    <fieldset className="part">
      <legend>{m.reception_part_person()}</legend>
      <div className="person-fields">
        {chosen ? (
          <Chosen
            person={chosen}
            error={error}
            onOther={() => {
              setChosen(undefined);
              setHistory(undefined);
              setTimeout(() => document.getElementById("visitor.name")?.focus());
            }}
          />
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: keys and input of the fields inside
          <div
            className="fields"
            onKeyDown={(event) =>
              event.key === "ArrowDown" && event.target instanceof HTMLInputElement && onResultKey(event)
            }
            onInput={(event) => !(event.nativeEvent as InputEvent).isComposing && look(event.target)}
            onCompositionEnd={(event) => look(event.target)}
          >
            <TextInput
              name="visitor.name"
              label={m.reception_name()}
              error={error("visitor.name")}
              defaultValue={value("name")}
              autoComplete="off"
              spellCheck={false}
              autoFocus
              required
            />
            <TextInput
              name="visitor.address"
              label={m.reception_address()}
              error={error("visitor.address")}
              defaultValue={value("address")}
              autoComplete="off"
              required
            />
            <div className="row">
              <TextInput
                name="visitor.idNumber"
                label={m.reception_id_number()}
                error={error("visitor.idNumber")}
                defaultValue={value("idNumber")}
                autoComplete="off"
                spellCheck={false}
                required
              />
              <Select
                name="visitor.idKind"
                label={m.reception_id_kind()}
                options={idKindOptions()}
                defaultValue={value("idKind")}
              />
            </div>
            <div className="row">
              <TextInput
                name="visitor.birthYear"
                label={m.reception_birth_year()}
                error={error("visitor.birthYear")}
                defaultValue={value("birthYear")}
                inputMode="numeric"
                maxLength={4}
                autoComplete="off"
              />
              <TextInput
                name="visitor.phone"
                label={m.reception_phone()}
                error={error("visitor.phone")}
                defaultValue={value("phone")}
                inputMode="tel"
                autoComplete="off"
              />
            </div>
          </div>
        )}
        <TextInput
          name="tellAt"
          label={m.notices_tell_at()}
          hint={m.notices_tell_at_counter()}
          error={error("tellAt")}
          defaultValue={values.tellAt}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <section id="known-people" className="known" aria-label={m.reception_known()}>
        <h2>{chosen ? m.reception_history() : m.reception_known()}</h2>
        {chosen ? history && <History history={history} /> : <PeopleFound found={found} onChoose={choose} />}
        {!chosen && (
          <noscript>
            <Button type="submit" name="intent" value="find">
              {m.reception_find()}
            </Button>
          </noscript>
        )}
      </section>
    </fieldset>
  );
}

function chosenBefore(values: Values): Partial<PersonFound> {
  const birthYear = Number(values["visitor.birthYear"]) || null;
  return {
    personId: values["visitor.personId"] ?? "",
    fullName: values["visitor.name"] ?? "",
    address: values["visitor.address"] || null,
    idKind: (values["visitor.idKind"] || null) as PersonFound["idKind"],
    idNumber: values["visitor.idNumber"] || null,
    birthYear,
    phone: values["visitor.phone"] || null,
  };
}

/** The person as known; what is not known yet can be added. */
function Chosen({
  person,
  error,
  onOther,
}: {
  person: Partial<PersonFound>;
  error: (field: string) => string | undefined;
  onOther: () => void;
}) {
  const hidden = {
    personId: person.personId,
    name: person.fullName,
    idKind: person.idKind,
    birthYear: person.birthYear,
    phone: person.phone,
  };
  const asks = (field: "address" | "idNumber") => !person[field] || error(`visitor.${field}`) !== undefined;
  return (
    <div className="fields">
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={`visitor.${field}`} value={value ?? ""} />
      ))}
      <div className="chosen">
        <p>
          <strong>{person.fullName}</strong> {person.birthYear && <span className="soft">({person.birthYear})</span>}
        </p>
        {!asks("address") && <p>{person.address}</p>}
        {!asks("idNumber") && (
          <p>
            {person.idKind ? `${idKindName(person.idKind)}: ` : ""}
            {person.idNumber}
          </p>
        )}
        {person.phone && <p>{person.phone}</p>}
        <Button
          type="submit"
          kind="quiet"
          name="intent"
          value="other"
          onClick={(event) => {
            event.preventDefault();
            onOther();
          }}
        >
          {m.reception_other_person()}
        </Button>
      </div>
      {asks("address") ? (
        <TextInput
          name="visitor.address"
          label={m.reception_address()}
          error={error("visitor.address")}
          defaultValue={person.address ?? ""}
          autoComplete="off"
          required
        />
      ) : (
        <input type="hidden" name="visitor.address" value={person.address ?? ""} />
      )}
      {asks("idNumber") ? (
        <TextInput
          name="visitor.idNumber"
          label={m.reception_id_number()}
          error={error("visitor.idNumber")}
          defaultValue={person.idNumber ?? ""}
          autoComplete="off"
          required
        />
      ) : (
        <input type="hidden" name="visitor.idNumber" value={person.idNumber ?? ""} />
      )}
    </div>
  );
}
