import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DraftAccess } from "../src/casework/filing/index.ts";
import { openServedOffice, type ServedOffice } from "./lib/served-office.ts";

let office: ServedOffice;
/** Another installation, where five filings an hour are usual. */
let small: ServedOffice;

beforeAll(async () => {
  const config = { trustedProxies: 1 };
  office = await openServedOffice({ today: "2026-11-24", config });
  small = await openServedOffice({ today: "2026-11-24", config: { ...config, filingsAnHour: 5 } });
});
afterAll(async () => {
  await small?.close();
  await office?.close();
});

interface Where {
  readonly network: string;
  readonly agency?: string;
}

interface Phone {
  readonly access: DraftAccess;
  readonly network: string;
}

/** A telephone whose owner has answered every question and looks at the last page. */
async function phoneAt({ app }: ServedOffice, { network, agency = "TT.A" }: Where): Promise<Phone> {
  const access = await app.filing.startDraft({ network });
  for (const [step, typed] of [
    ["loai", { kind: "recommendation" }],
    ["noi-nhan", { agency }],
    ["su-viec", { content: "Mương thoát nước thôn Hai tắc từ tháng trước, nước tràn vào nhà" }],
    ["yeu-cau", { request: "Nạo vét mương" }],
    ["nguoi-gui", { name: "Lê Thị Thử", address: "thôn Hai, xã An Thử" }],
    ["cung-gui", { group: "alone" }],
  ] as const)
    await app.filing.saveStep(access, { step, typed });
  return { access, network };
}

async function phonesAt(at: ServedOffice, n: number, of: (i: number) => Where): Promise<Phone[]> {
  const phones: Phone[] = [];
  while (phones.length < n) {
    const next = Array.from({ length: 20 }, (_, i) => phoneAt(at, of(phones.length + i)));
    phones.push(...(await Promise.all(next)));
  }
  return phones;
}

const headersOf = ({ app, url }: ServedOffice, { access, network }: Phone): Record<string, string> => ({
  cookie: app.filing.cookie.write(access).split(";")[0] ?? "",
  origin: url,
  "x-forwarded-for": network,
});

/** Presses "send". `patience`: hangs up after so many milliseconds. */
async function press(at: ServedOffice, phone: Phone, { confirm = "", patience = 0 } = {}): Promise<Response | null> {
  const sent = fetch(`${at.url}/nop-don/kiem-tra`, {
    method: "POST",
    redirect: "manual",
    headers: headersOf(at, phone),
    body: new URLSearchParams({ confirm }),
    ...(patience ? { signal: AbortSignal.timeout(patience) } : {}),
  });
  return patience ? sent.catch(() => null) : sent;
}

/** The two codes on the receipt. */
async function receiptOf(at: ServedOffice, phone: Phone): Promise<{ readonly code: string; readonly secret: string }> {
  const page = await (await fetch(`${at.url}/nop-don/bien-nhan`, { headers: headersOf(at, phone) })).text();
  const [code = "", secret = ""] = [...page.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, text]) => text ?? "");
  return { code, secret };
}

const numbers = (agency: string, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `${agency}-26-${String(i + 1).padStart(5, "0")}`);

describe("two hundred people send at the same instant", () => {
  test.each([
    { where: "each from a network of their own", agency: "TT.A", networkOf: (i: number) => `198.51.100.${i}` },
    { where: "all behind one address of a telephone company", agency: "TT.B", networkOf: () => "203.0.113.80" },
  ])(
    "$where: each gets a receipt that opens the petition, none twice, the numbers without gap, whoever pressed twice or hung up",
    async ({ agency, networkOf }) => {
      const phones = await phonesAt(office, 200, (i) => ({ network: networkOf(i), agency }));
      const answers = await Promise.all(
        phones.map(async (phone, i) => {
          if (i % 10 === 0) return Promise.all([press(office, phone), press(office, phone)]);
          if (i % 10 === 5) await press(office, phone, { patience: 40 });
          return [await press(office, phone)];
        }),
      );
      for (const answer of answers.flat())
        expect([answer?.status, answer?.headers.get("location")]).toEqual([303, "/nop-don/bien-nhan"]);
      const receipts = await Promise.all(phones.map((phone) => receiptOf(office, phone)));
      expect(receipts.map(({ code }) => code).toSorted()).toEqual(numbers(agency, 200));
      expect(new Set(receipts.map(({ secret }) => secret)).size).toBe(200);
      const { code, secret } = receipts.at(-1) ?? { code: "", secret: "" };
      expect(await office.app.petitions.track({ code, secret, network: "203.0.113.9" })).toMatchObject({ code });
    },
  );
});

const confirmIn = async (answer: Response | null): Promise<string> =>
  /name="confirm" value="([^"]+)"/.exec((await answer?.text()) ?? "")?.[1] ?? "";

describe("one network floods an office", () => {
  test("it is asked to confirm each, then told when to come back; others are asked once more, and elsewhere not at all", async () => {
    const flood = await phonesAt(small, 60, () => ({ network: "192.0.2.66" }));
    const answers = await Promise.all(flood.map((phone) => press(small, phone)));
    const by = (status: number) => answers.filter((answer) => answer?.status === status);
    expect([by(303).length, by(200).length, by(429).length]).toEqual([5, 45, 10]);
    const refused = by(429)[0];
    const seconds = Number(refused?.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(await refused?.text()).toMatch(/thử lại sau \d+ phút/);

    const honest = await phoneAt(small, { network: "198.51.100.7" });
    const asked = await confirmIn(await press(small, honest));
    expect(asked).not.toBe("");
    expect((await press(small, await phoneAt(small, { network: "198.51.100.8", agency: "TT.B" })))?.status).toBe(303);
    await expect
      .poll(async () => (await press(small, honest, { confirm: asked }))?.status, { timeout: 10_000, interval: 500 })
      .toBe(303);
    expect((await receiptOf(small, honest)).code).toBe("TT.A-26-00006");
  });
});
