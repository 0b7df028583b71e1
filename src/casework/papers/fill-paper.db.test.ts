import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FieldValue } from "../../rules/decide.ts";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import { civilDate } from "../../time/civil-date.ts";
import { addPeople } from "../people/index.ts";
import { registerPetitions } from "../petitions/index.ts";
import { draftPaper, fillPaper } from "./index.ts";

let office: TestOffice;
let owner: ReturnType<typeof openClient>;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  owner = openClient(office.app.setting.store.migrator, "test papers");
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await office?.close();
});

/** A petition with an invented person. */
async function petition(kind: "complaint" | "denunciation") {
  const { setting, command } = office.app;
  return transaction(setting.store, command, async (tx) => {
    const personId = randomUUID();
    await addPeople(tx, [
      {
        id: personId,
        agencyId: office.communeId,
        sealedTo: null,
        fullName: "Nguyễn Văn Thử",
        address: "thôn Một, xã An Thử",
        idKind: "citizen-card",
        idNumber: "001099000001",
      },
    ]);
    const [made] = await registerPetitions(tx, setting, null, [
      {
        agencyId: office.communeId,
        visitId: null,
        source: "counter",
        receivedOn: civilDate("2026-11-02"),
        kind,
        sealedTo: null,
        pseudonym: null,
        peopleCount: 1,
        parties: [{ personId, role: "petitioner" }],
        content: "Nội dung đơn",
        contestedAct: "Quyết định số 15/QĐ-UBND",
        respondent: "Ông Lê Văn Tám",
        files: [],
        namesForSearch: [],
        giveTrackingSecret: false,
      },
    ]);
    if (!made) throw new Error("nothing was registered");
    return made.id;
  });
}

/** A matter as it stands in the middle of its course, written straight into the tables. */
async function matter(petitionId: string, procedure: string, facts: Record<string, unknown> = {}) {
  const id = randomUUID();
  const pack = procedure.startsWith("complaint") ? "complaints/2026-07-01" : "denunciations/2026-07-01";
  await owner.query(
    `insert into matter (id, code, agency_id, procedure, law_pack, opened_on, received_on, state, facts, lead_petition_id)
     values ($1, $2, $3, $4, $5, '2026-11-02', '2026-11-02', 'VERIFYING', $6, $7)`,
    [id, `XX-${id.slice(-8)}`, office.communeId, procedure, pack, JSON.stringify(facts), petitionId],
  );
  await owner.query("insert into matter_petition (matter_id, petition_id, linked_on) values ($1, $2, '2026-11-02')", [
    id,
    petitionId,
  ]);
  return { id, pack, procedure };
}

async function told(matterId: string, seq: number, act: string, texts: Record<string, string>) {
  await owner.query(
    `insert into matter_event (matter_id, seq, act, on_date, recorded_at, from_state, to_state, data, prev_hash, hash)
     values ($1, $2, $3, '2026-11-03', now(), 'CHECKING', 'ACCEPTED', '{}', '', '')`,
    [matterId, seq, act],
  );
  for (const [field, body] of Object.entries(texts))
    await owner.query("insert into matter_text values ($1, $2, $3, $4)", [matterId, seq, field, body]);
}

type Matter = Awaited<ReturnType<typeof matter>>;

function ruleOf(of: Matter, document: string, act?: string) {
  const pack = office.app.setting.law.packs.find((each) => each.id === of.pack);
  const procedure = pack?.procedures.find((each) => each.id === of.procedure);
  const rule = procedure?.documents.find((each) => each.key === document);
  if (!pack || !rule) throw new Error(`${of.procedure} has no ${document}`);
  const done = act ? procedure?.acts.find((each) => each.id === act) : undefined;
  return { pack, rule, ...(done ? { act: done } : {}) };
}

function fill(of: Matter, document: string, act?: string, values: Record<string, FieldValue> = {}) {
  const { setting, command } = office.app;
  const { pack, rule, act: done } = ruleOf(of, document, act);
  return transaction(setting.store, command, (tx) =>
    fillPaper(tx, {
      matterId: of.id,
      agencyId: office.communeId,
      pack,
      document: rule,
      ...(done ? { act: done } : {}),
      values,
      on: civilDate("2026-11-24"),
    }),
  );
}

async function issued(
  of: Matter,
  document: string,
  number: string,
  on: string,
  act?: string,
  values: Record<string, FieldValue> = {},
) {
  const paper = await fill(of, document, act, values);
  const { setting, command } = office.app;
  const id = await transaction(setting.store, command, (tx) =>
    draftPaper(tx, setting, {
      agencyId: office.communeId,
      matterId: of.id,
      template: document,
      forAct: null,
      officerId: null,
      body: { paper, values },
    }),
  );
  await owner.query("update paper set state = 'numbered', number = $2, issued_on = $3 where id = $1", [id, number, on]);
}

describe("a paper of a denunciation", () => {
  test("is filled without the people, and finds what was accepted, by which decision and until when", async () => {
    const file = await matter(await petition("denunciation"), "denunciation", { forwarded: true });
    const accepting = await fill(file, "tc-04", "accept", { accused: "Ông Lê Văn Tám", content: "Nhận tiền" });
    expect(accepting.fields).toMatchObject({ settlementDays: "30", content: "Nhận tiền" });
    await told(file.id, 1, "accept", { accused: "Ông Lê Văn Tám", content: "Nhận tiền" });
    await issued(file, "tc-04", "41/QĐ-UBND", "2026-11-04");
    await issued(file, "tc-07", "43/QĐ-UBND", "2026-11-05");

    const notice = await fill(file, "tc-05");
    expect(notice.matter?.petitioners).toEqual([]);
    expect(JSON.stringify(notice)).not.toContain("Nguyễn Văn Thử");
    expect(notice.fields).toMatchObject({
      accused: "Ông Lê Văn Tám",
      acceptedContent: "Nhận tiền",
      acceptanceNumber: "41/QĐ-UBND",
      acceptanceDate: "04/11/2026",
      forwarded: "Có",
    });
    const report = await fill(file, "tc-10", "report-team", { findings: "Có việc nhận tiền" });
    expect(report).toMatchObject({ act: "report-team", fields: { teamNumber: "43/QĐ-UBND" } });
  });

  test("finds the report and the conclusion", async () => {
    const file = await matter(await petition("denunciation"), "denunciation");
    await told(file.id, 1, "report-agency", { findings: "Không có việc nhận tiền" });
    await issued(file, "tc-11", "07/BC-TT", "2026-11-10");
    await issued(file, "tc-12", "05/KL-UBND", "2026-11-12", "conclude", { conclusion: "false" });
    const record = await fill(file, "tc-publication", "publish", {});
    expect(record.fields).toMatchObject({
      reportNumber: "07/BC-TT",
      conclusionNumber: "05/KL-UBND",
      conclusionDate: "12/11/2026",
      conclusionOutcome: "Tố cáo sai sự thật",
      findings: "Không có việc nhận tiền",
    });
  });
});

describe("a second decision", () => {
  test("finds the first one in the matter that shares its petition, and offers no second complaint", async () => {
    const shared = await petition("complaint");
    const first = await matter(shared, "complaint-first");
    await issued(first, "kn-15", "12/QĐ-UBND", "2026-11-05", "decide", { conclusion: "wrong", measure: "keep" });
    const second = await matter(shared, "complaint-second");
    const { fields, matter: named } = await fill(second, "kn-16");
    expect(named?.petitioners[0]?.name).toBe("Nguyễn Văn Thử");
    expect(fields).toMatchObject({
      firstDecisionNumber: "12/QĐ-UBND",
      firstDecisionDate: "05/11/2026",
      firstDecisionAgency: "Ủy ban nhân dân xã An Thử",
      firstResult: "Kết luận: Sai toàn bộ\nGiữ nguyên",
    });
    expect(fields).not.toHaveProperty("appealDays");
    expect(fields).not.toHaveProperty("decisionNumber");
  });

  test("finds nothing where no matter shares its petition", async () => {
    const alone = await matter(await petition("complaint"), "complaint-second");
    expect((await fill(alone, "kn-16")).fields).not.toHaveProperty("firstDecisionNumber");
  });
});

describe("the days of a second complaint", () => {
  test.each([
    ["complaint-first", {}, "30"],
    ["complaint-first", { remote: true }, "45"],
    ["complaint-disciplinary", { dismissal: false }, "10"],
    ["complaint-disciplinary", { dismissal: true }, "30"],
  ])("%s %o: %s days, as the pack counts them", async (procedure, facts, days) => {
    const file = await matter(await petition("complaint"), procedure, facts);
    expect((await fill(file, "kn-15")).fields.appealDays).toBe(days);
  });
});

describe("a letter to the expert", () => {
  test("refers to the decision that commissioned the opinion, not to the decision on the complaint", async () => {
    const file = await matter(await petition("complaint"), "complaint-first");
    await issued(file, "kn-09", "21/QĐ-UBND", "2026-11-06");
    expect((await fill(file, "kn-10")).fields).toMatchObject({ expertNumber: "21/QĐ-UBND", expertDate: "06/11/2026" });
  });
});

test.each([
  ["KT", "Phó Chủ tịch"],
  ["TUQ", "Chánh Văn phòng"],
])(
  "while somebody acts for the head, a paper is signed %s. by that person, in the head's authority",
  async (form, title) => {
    const made = await matter(await petition("complaint"), "complaint-first");
    const [head, acting] = [await office.officerId("head"), await office.officerId("clerk")];
    await owner.query("update officer set job_title = $1 where id = $2", [title, acting]);
    await owner.query(
      `insert into delegation (id, agency_id, from_officer, to_officer, form, valid_from, valid_to, reason, made_on)
     values (gen_random_uuid(), $1, $2, $3, $4, '2026-11-24', '2026-11-24', 'thử', '2026-11-24')`,
      [office.communeId, head, acting, form],
    );
    const paper = await fill(made, "kn-03");
    expect(paper.agency).toMatchObject({ headTitle: `${form}. CHỦ TỊCH\n${title}`, headName: "Cán bộ clerk.here" });
    await owner.query("update delegation set ended_at = now(), ended_by = from_officer where ended_at is null");
    const own = await fill(made, "kn-03");
    expect(own.agency).toMatchObject({ headTitle: "CHỦ TỊCH", headName: "Cán bộ head.here" });
  },
);
