import { useState } from "react";
import { Form, Link } from "react-router";
import type { LookUpKind, QueueLine } from "../../../casework/identity/index.ts";
import { sayInstant } from "../../account/instant.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { EmptyState, Flash } from "../../ui/callout.tsx";
import { Select, TextInput } from "../../ui/field.tsx";
import { Pager, Table } from "../../ui/table.tsx";
import { lookUpNames } from "./words.ts";

type Hit = { readonly id: string; readonly pseudonym: string };

/** Asking by one exact key. It is posted: what is asked stands in no address. */
export function LookUp({
  agencyId,
  found,
  rows,
  next,
}: {
  agencyId: string;
  found: readonly Hit[] | null;
  rows: readonly QueueLine[];
  next: string | undefined;
}) {
  const [by, setBy] = useState<LookUpKind>("identity-number");
  const kinds = Object.keys(lookUpNames).filter((each): each is LookUpKind => each in lookUpNames);
  return (
    <>
      <p className="quiet">{m.custodian_look_up_lead()}</p>
      <p className="quiet">{m.custodian_no_fuzzy()}</p>
      {found && (
        <Flash>
          {found.length === 0 ? (
            m.custodian_no_hit()
          ) : (
            <>
              {m.custodian_hits()} <Hits hits={found} />
            </>
          )}
        </Flash>
      )}
      <Form method="post" className="form panel" autoComplete="off">
        <input type="hidden" name="intent" value="look-up" />
        <input type="hidden" name="agencyId" value={agencyId} />
        <Select
          name="by"
          label={m.custodian_by()}
          required
          value={by}
          onChange={({ currentTarget }) => setBy(kinds.find((each) => each === currentTarget.value) ?? by)}
          options={kinds.map((value) => ({ value, label: lookUpNames[value]() }))}
        />
        {by === "identity-number" && (
          <TextInput name="number" label={m.custodian_number()} inputMode="numeric" required minLength={6} />
        )}
        {by === "phone" && (
          <TextInput name="phone" label={m.custodian_phone()} inputMode="tel" required minLength={8} />
        )}
        {by === "name-and-birth-year" && (
          <>
            <TextInput name="name" label={m.custodian_full_name()} hint={m.custodian_full_name_hint()} required />
            <TextInput name="birthYear" label={m.custodian_birth_year()} inputMode="numeric" required maxLength={4} />
          </>
        )}
        <Button kind="primary" type="submit">
          {m.custodian_look_up_do()}
        </Button>
      </Form>
      <section>
        <h2>{m.custodian_queue()}</h2>
        <p className="quiet">{m.custodian_queue_lead()}</p>
        {rows.length === 0 ? (
          <EmptyState title={m.custodian_none_queue()} />
        ) : (
          <Table
            caption={m.custodian_queue()}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { key: "at", name: m.custodian_at(), cell: ({ askedAt }) => sayInstant(new Date(askedAt)) },
              { key: "who", name: m.custodian_asked_by(), cell: ({ askedBy }) => askedBy ?? m.custodian_operator() },
              { key: "by", name: m.custodian_by(), cell: (row) => lookUpNames[row.by]() },
              { key: "hits", name: m.custodian_hits_column(), cell: ({ hits }) => <Hits hits={hits} /> },
            ]}
          />
        )}
        <Pager next={next} />
      </section>
    </>
  );
}

function Hits({ hits }: { hits: readonly Hit[] }) {
  return (
    <span className="hits">
      {hits.map(({ id, pseudonym }) => (
        <Link key={id} to={`/office/custodian/${id}`}>
          {pseudonym}
        </Link>
      ))}
    </span>
  );
}
