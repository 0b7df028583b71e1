import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import type { CivilDate } from "../../time/civil-date.ts";
import type { PaperBody, PaperInput } from "../papers/index.ts";
import { hiderOf } from "../reception/index.ts";
import { notFound } from "../refusal.ts";
import { type SignatoriesSetting, secretOfSignatory, trackingPage } from "./signatories-setting.ts";

/** Whom a copy is for. */
export interface Addressee {
  readonly signatoryId: string;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  /** Of the slip they hold; 0 without one. */
  readonly slipNo: number;
}

/**
 * What every copy of an issued paper has in common: number, day, signature and texts, out of which the traces of everybody on
 * the list are taken. What a copy says of a person is then that person's alone. Throws "not-found".
 */
export async function commonPart(tx: Trx, petitionId: string, paperId: string): Promise<PaperInput> {
  const { rows } = await sql<{
    body: PaperBody;
    number: string;
    issuedOn: CivilDate;
    signer: string | null;
    people: { name: string; address: string; idNumber: string | null; phone: string | null }[];
  }>`
    select t.input as body, p.number, p.issued_on as "issuedOn", o.display_name as signer,
      (select coalesce(jsonb_agg(jsonb_build_object('name', d.full_name, 'address', d.address, 'idNumber', d.id_number, 'phone', d.phone)), '[]')
        from signatory s join signatory_detail d on d.signatory_id = s.id where s.petition_id = ${petitionId}) as people
    from paper p join paper_text t on t.paper_id = p.id and t.version = p.version left join officer o on o.id = p.signed_by
    where p.id = ${paperId} and p.state in ('numbered', 'sent')`.execute(tx);
  const row = rows[0];
  if (!row) throw notFound();
  const { paper } = row.body;
  const hide = hiderOf([
    ...row.people.map(({ name, idNumber, phone }) => ({ name, address: "", idNumber: idNumber ?? "", phone })),
    ...row.people.map(({ address }) => ({ name: "", address, idNumber: "" })),
  ]);
  const { reprint: _, matter, ...rest } = paper;
  return {
    ...rest,
    agency: { ...paper.agency, ...(row.signer ? { headName: row.signer } : {}) },
    number: row.number,
    issuedOn: row.issuedOn,
    draft: false,
    ...(matter
      ? {
          matter: {
            ...matter,
            petitioners: [],
            representatives: [],
            peopleCount: 1,
            content: hide(matter.content),
            ...(matter.request ? { request: hide(matter.request) } : {}),
            ...(matter.contestedAct ? { contestedAct: hide(matter.contestedAct) } : {}),
          },
        }
      : {}),
    fields: Object.fromEntries(Object.entries(paper.fields).map(([name, text]) => [name, hide(text)])),
    recipients: paper.recipients.map((each) => hide(each)),
  };
}

/** The copy of one person, with what opens the tracking page for them alone. */
export function copyFor(setting: SignatoriesSetting, common: PaperInput, one: Addressee): PaperInput {
  const { matter } = common;
  const party = {
    name: one.name,
    address: one.address,
    ...(one.idNumber ? { idNumber: one.idNumber } : {}),
    ...(one.phone ? { phone: one.phone } : {}),
  };
  return {
    ...common,
    ...(matter ? { matter: { ...matter, petitioners: [party] } } : {}),
    personalCopy: {
      code: one.code,
      secret: secretOfSignatory(setting, one.signatoryId, one.slipNo),
      url: trackingPage(setting),
    },
  };
}
