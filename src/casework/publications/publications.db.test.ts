import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestOffice, type TestOffice } from "../../server/testing.ts";
import { transaction } from "../../store/index.ts";
import { openClient } from "../../store/pool.ts";
import type { Asker } from "../setting.ts";
import { act, canary, decidedMatter, publish, settleAgain } from "./testing-publications.ts";

let office: TestOffice;
let clerk: Asker;

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  clerk = await office.as("clerk");
});
afterAll(() => office?.close());

const list = (input: Parameters<TestOffice["app"]["publications"]["list"]>[0] = {}) =>
  office.app.publications.list(input);
const word = (id: string, words: object, asker = clerk) =>
  office.app.publications.word(asker, { key: randomUUID(), id, nothingPersonal: true, ...words });
const withdraw = (id: string, ground: "correction" | "least-time-over", asker = clerk) =>
  office.app.publications.withdraw(asker, { key: randomUUID(), id, ground, reason: "Ghi nhầm số văn bản" });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string }) => error.code,
  );

describe("a decision on a complaint", () => {
  test("is public with number, day and agency once the act of publication is recorded, and nothing before", async () => {
    const matterId = await decidedMatter(office, { kind: "complaint", number: "41/QĐ-UBND" });
    expect((await list({ q: "41/QĐ-UBND" })).lines).toEqual([]);
    const id = await publish(office, matterId);
    const { lines } = await list({ q: "41 qd ubnd" });
    expect(lines).toMatchObject([
      {
        id,
        number: "41/QĐ-UBND",
        issuedOn: "2026-11-16",
        publishedOn: "2026-11-20",
        leastUntil: "2026-12-05",
        agency: "TT.A",
        extract: "",
        place: "",
      },
    ]);
    expect(lines[0]?.what.vi).toBe("Quyết định giải quyết khiếu nại lần đầu");
    expect(lines[0]?.ways[0]?.vi).toContain("Niêm yết");
  });

  test("shows nothing of the matter's people and texts", async () => {
    const shown = JSON.stringify(await list());
    for (const secret of Object.values(canary)) expect(shown).not.toContain(secret);
    expect(shown).not.toContain("VV-");
  });

  test("gets an extract from an officer who confirms it, and is found by its words without diacritics", async () => {
    const id = await publish(office, await decidedMatter(office, { kind: "complaint", number: "42/QĐ-UBND" }));
    await word(id, { field: "đất đai", extract: "Bồi thường 1.250.000.000 đồng khi thu hồi đất trồng lúa" });
    expect((await list({ q: "boi thuong thu hoi dat tr" })).lines.map((each) => each.id)).toEqual([id]);
    expect((await list({ q: "boi thuong cay cao su" })).lines).toEqual([]);
    expect((await office.app.publications.open({ id })).extract).toContain("đất trồng lúa");
  });

  test("takes no extract that is not confirmed, names a person of the matter or holds a number of a person", async () => {
    const id = await publish(office, await decidedMatter(office, { kind: "complaint", number: "43/QĐ-UBND" }));
    expect(await refused(word(id, { extract: "Giữ nguyên quyết định", nothingPersonal: false }))).toBe("invalid-input");
    expect(await refused(word(id, { extract: "Bà nguyen thi chim hoang được bồi thường" }))).toBe("invalid-input");
    expect(await refused(word(id, { place: "Gọi số 0912 345 678" }))).toBe("invalid-input");
    expect((await office.app.publications.open({ id })).extract).toBe("");
  });

  test("is worded and taken down by its own agency alone", async () => {
    const id = await publish(office, await decidedMatter(office, { kind: "complaint", number: "44/QĐ-UBND" }));
    const strangers = [await office.as("clerk", "elsewhere"), await office.as("inspectorate"), "nobody" as const];
    for (const asker of strangers) {
      expect(await refused(word(id, { extract: "Không được phép" }, asker))).not.toBe("done");
      expect(await refused(withdraw(id, "correction", asker))).not.toBe("done");
    }
    expect((await office.app.publications.open({ id })).extract).toBe("");
  });

  test("is taken down for a mistake, and then looks as if it had never been", async () => {
    const matterId = await decidedMatter(office, { kind: "complaint", number: "45/QĐ-UBND" });
    const id = await publish(office, matterId);
    expect(await refused(withdraw(id, "least-time-over"))).toBe("law");
    await withdraw(id, "correction");
    expect((await list({ q: "45/QĐ-UBND" })).lines).toEqual([]);
    expect(await refused(office.app.publications.open({ id }))).toBe("not-found");
    expect(await refused(word(id, { extract: "Viết thêm" }))).toBe("not-found");
    const seen = await transaction(office.app.setting.store, "nobody", (tx) =>
      sql`select id from publication where withdrawn_on is not null`.execute(tx),
    );
    expect(seen.rows).toEqual([]);
    const { publications } = await office.app.publications.ofMatter(clerk, { matterId });
    expect(publications[0]).toMatchObject({
      withdrawnOn: "2026-11-24",
      reason: "Ghi nhầm số văn bản",
      mayWrite: false,
    });
  });
});

describe("a published decision that is taken back and settled again", () => {
  const open = (id: string) => office.app.publications.open({ id });

  test("is gone by itself until the new one is public, and then leads to it from its own address alone", async () => {
    const matterId = await decidedMatter(office, { kind: "complaint", number: "61/QĐ-UBND" });
    const first = await publish(office, matterId);
    await word(first, { extract: "Thu hồi đất làm kênh thoát nước Bãi Lau" });
    await settleAgain(office, matterId, "71/QĐ-UBND");
    expect(await refused(open(first))).toBe("not-found");
    expect((await list({ q: "61/QĐ-UBND" })).lines).toEqual([]);
    const unseen = await transaction(office.app.setting.store, "nobody", (tx) =>
      sql`select id from publication where id = ${first}`.execute(tx),
    );
    expect(unseen.rows).toEqual([]);

    const second = await publish(office, matterId);
    expect(await open(first)).toMatchObject({
      replacedOn: "2026-11-24",
      replacedBy: { id: second, number: "71/QĐ-UBND" },
    });
    expect(await open(second)).toMatchObject({ number: "71/QĐ-UBND", replacedOn: null, replacedBy: null });
    expect((await list({ q: "QĐ-UBND" })).lines.map(({ id }) => id)).not.toContain(first);
    expect((await list({ q: "71/QĐ-UBND" })).lines.map(({ id }) => id)).toEqual([second]);
    const similar = await office.app.publications.similarTo({
      fields: { content: "Thu hồi đất làm kênh thoát nước Bãi Lau" },
    });
    expect(similar.map(({ id }) => id)).not.toContain(first);
    const { publications } = await office.app.publications.ofMatter(clerk, { matterId });
    expect(publications.map(({ number, replacedBy }) => [number, replacedBy?.number ?? null])).toEqual(
      expect.arrayContaining([
        ["61/QĐ-UBND", "71/QĐ-UBND"],
        ["71/QĐ-UBND", null],
      ]),
    );
  });

  test("leads to the newest however often it was replaced, and nowhere once that one is taken down", async () => {
    const matterId = await decidedMatter(office, { kind: "complaint", number: "62/QĐ-UBND" });
    const ids = [await publish(office, matterId)];
    for (const number of ["72/QĐ-UBND", "82/QĐ-UBND"]) {
      await settleAgain(office, matterId, number);
      const publications = await publish(office, matterId).then(() =>
        office.app.publications.ofMatter(clerk, { matterId }),
      );
      ids.push(publications.publications.find((each) => each.replacedOn === null)?.id ?? "");
    }
    const [first = "", second = "", third = ""] = ids;
    expect((await open(first)).replacedBy?.id).toBe(third);
    expect((await open(second)).replacedBy?.id).toBe(third);
    await withdraw(third, "correction");
    for (const id of ids) expect(await refused(open(id))).toBe("not-found");
  });

  test("stands untouched when another matter is settled again, and follows a corrected day of the decision", async () => {
    const matterId = await decidedMatter(office, { kind: "complaint", number: "63/QĐ-UBND" });
    const other = await decidedMatter(office, { kind: "complaint", number: "64/QĐ-UBND" });
    const [id] = [await publish(office, matterId), await publish(office, other)];
    await settleAgain(office, other, "74/QĐ-UBND");
    await act(office, matterId, "correct", {
      what: "decision-on",
      oldValue: "16/11/2026",
      newDate: "2026-11-17",
      reason: "Ghi nhầm ngày",
    });
    expect(await open(id)).toMatchObject({ issuedOn: "2026-11-17", replacedOn: null });
  });
});

describe("a conclusion on a denunciation", () => {
  test("is public with number, day and agency, and nobody can add a word", async () => {
    const id = await publish(
      office,
      await decidedMatter(office, { kind: "denunciation", number: "07/KL-UBND" }),
      "denunciation",
    );
    const shown = await office.app.publications.open({ id });
    expect(shown).toMatchObject({ number: "07/KL-UBND", agency: "TT.A", ways: [], place: "", extract: "", field: "" });
    expect(await refused(word(id, { extract: "Tố cáo đúng một phần" }, await office.as("head")))).toBe("law");
    const denied = transaction(office.app.setting.store, await office.as("head"), (tx) =>
      sql`update publication set shows = 'extract', extract = 'x' where id = ${id}`.execute(tx),
    );
    await expect(denied).rejects.toThrow();
  });
});

describe("similar cases", () => {
  test("are up to three extracts that share several words with what was written, and none by chance", async () => {
    const id = await publish(office, await decidedMatter(office, { kind: "complaint", number: "46/QĐ-UBND" }));
    await word(id, { extract: "Đường dây điện hạ thế đi qua mái nhà dân; buộc di dời cột điện" });
    const about = (content: string) => office.app.publications.similarTo({ fields: { content } });
    expect((await about("Cột điện và đường dây điện hạ thế nằm trên mái nhà tôi")).map((each) => each.id)).toEqual([
      id,
    ]);
    expect(await about("Con bò nhà hàng xóm phá vườn rau")).toEqual([]);
  });
});

describe("a thousand of them", () => {
  test("are walked page by page, by agency and year, each once", async () => {
    const client = openClient(office.app.setting.store.migrator, "test publications");
    await client.connect();
    await client.query(
      `insert into publication (id, agency_id, law_pack, procedure, act, shows, number, issued_on, published_on, extract, seq)
       select gen_random_uuid(), $1, 'complaints/2020-12-10', 'complaint-first', 'publish', 'extract', i || '/QĐ-THU', d, d, 'Nội dung ' || i, 1
       from generate_series(1, 1000) i cross join lateral (select date '2024-01-01' + i / 3 as d) x`,
      [office.otherCommuneId],
    );
    await client.query("analyze publication");
    const { rows } = await client.query<{ "QUERY PLAN": string }>(
      `explain select p.id from publication p where p.withdrawn_on is null and p.replaced_on is null and p.agency_id = '${office.otherCommuneId}'
       and (p.published_on, p.id) < ('2024-06-01', '00000000-0000-0000-0000-000000000000') order by p.published_on desc, p.id desc limit 101`,
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toMatch(/Index (Only )?Scan using publication_(of_agency|newest)/);
    expect(plan).not.toContain("Sort");
    await client.end();
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await list({ agency: "TT.B", year: 2024, limit: 100, ...(after ? { after } : {}) });
      for (const { id } of page.lines) seen.add(id);
      after = page.next;
    } while (after);
    expect(seen.size).toBe(1000);
    expect((await list({ agency: "TT.B", year: 2025 })).lines).toEqual([]);
    expect((await list({ agency: "KHONG-CO" })).lines).toEqual([]);
    expect((await list({ agency: "TT.B", q: "noi dung 77" })).lines.map((each) => each.number)).toContain("77/QĐ-THU");
  });
});
