import { randomUUID } from "node:crypto";
import type { TestOffice } from "../../server/testing.ts";
import { openClient } from "../../store/pool.ts";

/** Words that stand in the matter and may never be read on a public page. */
export const canary = {
  name: "Nguyễn Thị Chim Hoàng",
  address: "thôn Kín, xã An Thử",
  idNumber: "001099777123",
  content: "Nội dung đơn không được công khai",
};

interface Decided {
  readonly kind: "complaint" | "denunciation";
  readonly number: string;
  /** Who came, and what was said; invented. */
  readonly said?: typeof canary;
}

/** A matter decided and sent, written straight into the tables; its people and texts are invented. */
export async function decidedMatter(office: TestOffice, { kind, number, said = canary }: Decided): Promise<string> {
  const { petitions } = await office.app.reception.recordVisit(await office.as("reception-officer"), {
    key: randomUUID(),
    agencyId: office.communeId,
    receivedOn: "2026-10-01",
    visitor: { name: said.name, address: said.address, idNumber: said.idNumber },
    kinds: [kind],
    content: said.content,
    readBack: true,
  });
  const petitionId = petitions[0]?.id ?? "";
  const [id, paperId] = [randomUUID(), randomUUID()];
  const of =
    kind === "complaint"
      ? { procedure: "complaint-first", pack: "complaints/2026-07-01", state: "SENT", template: "kn-15" }
      : { procedure: "denunciation", pack: "denunciations/2026-07-01", state: "CONCLUDED", template: "tc-12" };
  const client = openClient(office.app.setting.store.migrator, "test publications");
  await client.connect();
  await client.query(
    `insert into matter (id, code, agency_id, procedure, law_pack, opened_on, received_on, state, lead_petition_id, restricted)
     values ($1, $2, $3, $4, $5, '2026-10-01', '2026-10-01', $6, $7, $8)`,
    [id, `VV-${id.slice(-8)}`, office.communeId, of.procedure, of.pack, of.state, petitionId, kind === "denunciation"],
  );
  await client.query(
    "update petition set sealed_to = null, restricted = $2, matter_id = $3, state = 'in-matter' where id = $1",
    [petitionId, kind === "denunciation", id],
  );
  await client.query("insert into matter_petition (matter_id, petition_id, linked_on) values ($1, $2, '2026-10-01')", [
    id,
    petitionId,
  ]);
  await client.query(
    `insert into paper (id, agency_id, matter_id, template, state, number, issued_on)
     values ($1, $2, $3, $4, 'numbered', $5, '2026-11-16')`,
    [paperId, office.communeId, id, of.template, number],
  );
  await client.end();
  return id;
}

/** A superior has the settlement done again: the head records it, and a new decision is issued and sent. */
export async function settleAgain(office: TestOffice, matterId: string, number: string): Promise<void> {
  await writeStraight(office, "update matter set state = 'UNDER_REVIEW' where id = $1", [matterId]);
  await act(office, matterId, "review-resettle", { direction: canary.content });
  await writeStraight(office, "update matter set state = 'SENT' where id = $1", [matterId]);
  await writeStraight(
    office,
    `insert into paper (id, agency_id, matter_id, template, state, number, issued_on)
     values ($1, $2, $3, 'kn-15', 'numbered', $4, '2026-11-23')`,
    [randomUUID(), office.communeId, matterId, number],
  );
}

async function writeStraight(office: TestOffice, query: string, given: readonly string[]): Promise<void> {
  const client = openClient(office.app.setting.store.migrator, "test publications");
  await client.connect();
  await client.query(query, [...given]);
  await client.end();
}

const values: Readonly<Record<Decided["kind"], Record<string, string | boolean | string[]>>> = {
  complaint: { way: "posting", publishedOn: "2026-11-20" },
  denunciation: { ways: ["posting"], publishedOn: "2026-11-20", revealsNothing: true },
};

/** The head records that it was made public; answers with the publication's id. */
export async function publish(
  office: TestOffice,
  matterId: string,
  kind: Decided["kind"] = "complaint",
  place = canary.address,
): Promise<string> {
  await act(office, matterId, "publish", { ...values[kind], place });
  const head = await office.as("head");
  const { publications } = await office.app.publications.ofMatter(head, { matterId });
  return publications.at(-1)?.id ?? "";
}

/** An act of the head, today. */
export async function act(
  office: TestOffice,
  matterId: string,
  name: string,
  given: Record<string, string | boolean | string[]>,
): Promise<void> {
  const head = await office.as("head");
  const { seq } = await office.app.matters.openMatterSheet(head, { matterId });
  const on = "2026-11-24";
  await office.app.matters.performAct(head, { key: randomUUID(), matterId, seq, act: name, on, values: given });
}
