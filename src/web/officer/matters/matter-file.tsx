import type { MatterSheet } from "../../../casework/matters/index.ts";
import type { CivilDate } from "../../../time/civil-date.ts";
import { say, sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { KeyValues } from "../../ui/stepper.tsx";
import { FileList } from "../petitions/file-list.tsx";
import { sayRole } from "../petitions/words.ts";

const factNames: Readonly<Record<string, () => string>> = {
  peopleCount: m.matters_fact_people,
  remote: m.matters_fact_remote,
};

/** People and what goes beside them, documents, established facts, and the law the matter runs under with its open points. */
export function MatterFile({ sheet, children }: { sheet: MatterSheet; children?: React.ReactNode }) {
  return (
    <>
      <section>
        <h2>{m.matters_people()}</h2>
        <ul className="party-list">
          {sheet.people.map((each) => (
            <li key={`${each.role}${each.name}`}>
              <strong>{each.name}</strong> <span className="quiet">{sayRole(each.role)}</span>
              <br />
              {[each.address, each.phone].filter(Boolean).join(" · ")}
            </li>
          ))}
        </ul>
        {children}
      </section>
      <FileList files={sheet.files} />
      <section>
        <h2>{m.matters_facts()}</h2>
        <KeyValues
          pairs={[
            ...Object.entries(factNames).flatMap(([key, name]) => {
              const value = sheet.facts[key];
              if (value === undefined) return [];
              const words = typeof value === "boolean" ? (value ? m.matters_yes() : m.matters_no()) : String(value);
              return [[name(), words] as const];
            }),
            ...sheet.stated.map(({ label, value }) => [say(label), say(value)] as const),
          ]}
        />
      </section>
      <section>
        <h2>{m.matters_law()}</h2>
        <p>{m.matters_law_version({ version: sayDate(sheet.lawPack.slice(-10) as CivilDate) })}</p>
        <ul>
          {sheet.lawBasis.map((basis) => (
            <li key={basis}>{basis}</li>
          ))}
        </ul>
        {sheet.gaps.length > 0 && (
          <details className="gaps">
            <summary>{m.matters_gaps({ count: sheet.gaps.length })}</summary>
            <p>{m.matters_gaps_lead()}</p>
            <dl>
              {sheet.gaps.map((gap) => (
                <div key={gap.id}>
                  <dt>
                    {gap.id}: {say(gap.question)}
                  </dt>
                  <dd>{say(gap.default)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </section>
    </>
  );
}
