import { Link } from "react-router";
import type { LedgerLine, SealedLine } from "../../../casework/identity/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { EmptyState } from "../../ui/callout.tsx";
import { Pager, Table } from "../../ui/table.tsx";
import { fromNames, ledgerNames } from "./words.ts";

/** The identities kept, by pseudonym: no name is known to this page. */
export function SealedList({ rows, next }: { rows: readonly SealedLine[]; next: string | undefined }) {
  if (rows.length === 0)
    return (
      <EmptyState title={m.custodian_none_sealed()}>
        <p>{m.custodian_none_sealed_text()}</p>
      </EmptyState>
    );
  return (
    <>
      <Table
        caption={m.custodian_sealed()}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "pseudonym",
            name: m.custodian_pseudonym(),
            cell: ({ id, pseudonym }) => <Link to={`/office/custodian/${id}`}>{pseudonym}</Link>,
          },
          { key: "taken", name: m.custodian_taken(), cell: ({ takenOn }) => sayDate(takenOn) },
          { key: "from", name: m.custodian_from(), cell: ({ from }) => fromNames[from]() },
          { key: "petition", name: m.custodian_petition(), cell: ({ petition }) => petition?.code ?? "–" },
          { key: "files", name: m.custodian_files(), number: true, cell: ({ files }) => sayNumber(files) },
          {
            key: "mine",
            name: m.custodian_opens(),
            cell: ({ sealedForMe }) =>
              sealedForMe ? (
                <span className="badge green">{m.custodian_for_me()}</span>
              ) : (
                <span className="badge amber">{m.custodian_not_for_me()}</span>
              ),
          },
        ]}
      />
      <Pager next={next} />
    </>
  );
}

function sayWho({ who, what }: LedgerLine): string {
  if (who !== null) return who;
  return what === "release-expired" ? m.custodian_system() : m.custodian_operator();
}

/** Who did what with identities; it can be added to and never changed. */
export function Ledger({ rows, next }: { rows: readonly LedgerLine[]; next: string | undefined }) {
  return (
    <>
      <p className="quiet">{m.custodian_ledger_lead()}</p>
      {rows.length === 0 ? (
        <EmptyState title={m.custodian_none_ledger()} />
      ) : (
        <Table
          caption={m.custodian_ledger()}
          rows={rows}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { key: "at", name: m.custodian_at(), cell: ({ at }) => sayInstant(new Date(at)) },
            { key: "who", name: m.custodian_who(), cell: sayWho },
            { key: "what", name: m.custodian_what(), cell: ({ what }) => ledgerNames[what]() },
            { key: "pseudonym", name: m.custodian_pseudonym(), cell: ({ pseudonym }) => pseudonym ?? "–" },
            { key: "purpose", name: m.custodian_purpose(), cell: ({ purpose }) => purpose ?? "–" },
          ]}
        />
      )}
      <Pager next={next} />
    </>
  );
}
