import type { AccountSheet as Sheet } from "../../../casework/access/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { sayDate } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Table } from "../../ui/table.tsx";
import { eventNames } from "./words.ts";

/** Second factor, open sessions and the trail of an account, as its administrator sees them. */
export function AccountSheet({ sheet }: { sheet: Sheet }) {
  const { secondFactorSince, singleSignOnSince, openSessions, events } = sheet;
  return (
    <>
      <p>
        {secondFactorSince ? m.admin_factor_on({ since: sayInstant(secondFactorSince) }) : m.admin_factor_off()} ·{" "}
        {singleSignOnSince && `${m.admin_single_on({ since: sayInstant(singleSignOnSince) })} · `}
        {m.admin_sessions_open({ count: openSessions })}
      </p>
      {events.length > 0 && (
        <details className="fold">
          <summary>{m.admin_account_trail()}</summary>
          <Table
            caption={m.admin_account_trail()}
            rows={events}
            keyOf={(each) => `${each.seq}`}
            columns={[
              {
                key: "what",
                name: m.admin_trail_what(),
                cell: ({ what, eyes }) => (
                  <>
                    {eventNames[what]()} {eyes === "one" && <span className="quiet">({m.admin_trail_alone()})</span>}
                    {eyes === "two" && <span className="quiet">({m.admin_trail_two()})</span>}
                  </>
                ),
              },
              { key: "on", name: m.admin_trail_on(), cell: (each) => sayDate(each.on) },
              { key: "by", name: m.admin_trail_by(), cell: (each) => each.by ?? m.admin_trail_command() },
            ]}
          />
        </details>
      )}
    </>
  );
}
