import { Link } from "react-router";
import type { MatterSheet } from "../../../casework/matters/index.ts";
import { say } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { LinkButton } from "../../ui/button.tsx";
import { Badge } from "../../ui/deadline-chip.tsx";

const groupName = { on: m.matters_acts_on, stays: m.matters_acts_stays, ends: m.matters_acts_ends };

/** Every act of the procedure: what can be done now opens its form, what cannot says why and what can be done instead. */
export function MatterActs({ sheet }: { sheet: MatterSheet }) {
  const possible = sheet.acts.filter((each) => !each.refusal);
  // First what this step of the matter knows: with other answers, or for an earlier day, it may be possible.
  const impossible = sheet.acts
    .filter((each) => each.refusal)
    .toSorted((a, b) => Number(!dependsOnDay(a.refusal)) - Number(!dependsOnDay(b.refusal)));
  const nextAct = sheet.state.next?.act;
  // The suggested act is in the first group, whatever it leads to.
  const groupOf = ({ act, leads }: (typeof possible)[number]) => (act.id === nextAct ? "on" : leads);
  const groups = (["on", "stays", "ends"] as const).flatMap((leads) => {
    const acts = possible
      .filter((each) => groupOf(each) === leads)
      .toSorted((a, b) => Number(b.act.id === nextAct) - Number(a.act.id === nextAct));
    return acts.length > 0 ? [{ leads, acts }] : [];
  });
  return (
    <section>
      <h2>{m.matters_acts()}</h2>
      {possible.length === 0 && <p className="quiet">{m.matters_acts_none()}</p>}
      {groups.map(({ leads, acts }) => (
        <div className="act-group" key={leads}>
          {groups.length > 1 && <h3>{groupName[leads]()}</h3>}
          <ul className="acts">
            {acts.map(({ act }) => (
              <li key={act.id}>
                <LinkButton
                  to={`/office/matters/${sheet.id}/acts/${act.id}`}
                  kind={act.id === nextAct ? "primary" : "secondary"}
                  className={act.leavesTheBuilding ? "outside" : ""}
                >
                  {say(act.name)}
                  {act.leavesTheBuilding && <span aria-hidden="true"> ↗</span>}
                </LinkButton>
                <span className="act-notes">
                  {act.id === nextAct && <Badge tone="blue">{m.matters_acts_next()}</Badge>}
                  {act.bindingDocument && <span>{m.matters_acts_paper()}</span>}
                  {act.leavesTheBuilding && <span>{m.matters_acts_outside()}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {impossible.length > 0 && (
        <details className="not-now">
          <summary>{m.matters_acts_not_now({ count: impossible.length })}</summary>
          <ul>
            {impossible.map(({ act, refusal }) => (
              <li key={act.id}>
                <p aria-disabled="true" className="not-now-name">
                  {say(act.name)}
                </p>
                {refusal && (
                  <p>
                    {say(refusal.message)} <cite>{refusal.article}</cite>
                  </p>
                )}
                {dependsOnDay(refusal) && (
                  <p>
                    <Link to={`/office/matters/${sheet.id}/acts/${act.id}`}>{m.matters_acts_other_day()}</Link>
                  </p>
                )}
                {dependsOnDay(refusal) && refusal && refusal.instead.length > 0 && (
                  <p>
                    {m.matters_acts_instead()}{" "}
                    {refusal.instead.map((each, i) => (
                      <span key={each.act}>
                        {i > 0 && ", "}
                        <Link to={`/office/matters/${sheet.id}/acts/${each.act}`}>{say(each.name)}</Link>
                      </span>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** At another step, or for another officer, what is possible instead is the list above; it is not said once more. */
function dependsOnDay(refusal: MatterSheet["acts"][number]["refusal"]): boolean {
  return refusal?.code === "guard";
}
