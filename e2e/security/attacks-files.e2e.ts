import ExcelJS from "exceljs";
import JSZip from "jszip";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTarget, plant, type Target, text } from "./target.ts";
import { bomb, registerWorkbook, twoFaced, withPart } from "./workbooks.ts";

let target: Target;
let clerk: string;

beforeAll(async () => {
  target = await openTarget();
  clerk = await target.bearer("reception-officer");
});
afterAll(() => target?.close());

interface Sent {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire; each test says what it expects of it.
  readonly body: any;
}

async function send(path: string, bytes: Uint8Array<ArrayBuffer>, name = "a.bin", type = ""): Promise<Sent> {
  const form = new FormData();
  form.set("agencyId", target.communeId);
  form.set("file", new File([bytes], name, { type }));
  const answer = await fetch(`${target.url}/api/v1${path}`, {
    method: "POST",
    headers: { authorization: clerk, "accept-language": "en" },
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const preview = async (bytes: Uint8Array) => send("/imports/preview", own(bytes), "so.xlsx");
const refused = { status: 422, body: { code: "unreadable-file" } };
const download = (id: string) => fetch(`${target.url}/api/v1/files/${id}`, { headers: { authorization: clerk } });

const png = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
/** The same picture, which says that it is as large as a picture can say. */
const hugePicture = (() => {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(0x7fffffff, 16);
  bytes.writeUInt32BE(0x7fffffff, 20);
  return new Uint8Array(bytes);
})();

describe("I send a file that is not what it seems", () => {
  test.each([
    ["a page of the web", "<!doctype html><script>alert(1)</script>", "don.pdf"],
    ["a picture with a script in it (SVG)", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "anh.png"],
    ["an SVG behind an XML head", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "anh.svg"],
    ["a page behind a text", "xin chào\n<ScRiPt src=//evil.example/x.js></ScRiPt>", "don.txt"],
    ["a page behind a byte order mark", "\ufeff< html><body onload=alert(1)>", "don.txt"],
    ["a program", "\x7fELF\x02\x01\x01\x00 program", "don.docx"],
    ["a program for Windows", "MZ\x90\x00\x03 This program cannot be run in DOS mode", "quet.jpg"],
    ["nothing", "", "trong.pdf"],
  ])("%s: refused by its content, whatever its name and type say", async (_, content, name) => {
    expect(await send("/files", text(content), name, "application/pdf")).toMatchObject(refused);
  });

  test("a picture that is a page too leaves as a picture to be saved, never to be shown", async () => {
    const polyglot = own(Buffer.concat([png, text("<script>alert(document.cookie)</script>")]));
    const { body } = await send("/files", polyglot, "a.html", "text/html");
    const answer = await download(body.fileId);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    const page = await fetch(`${target.url}/office/files/${body.fileId}`, {
      headers: { cookie: await target.cookie("reception-officer") },
    });
    expect(page.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(page.headers.get("content-security-policy")).toContain("sandbox");
  });

  test("a picture of 2,147,483,647 pixels a side is bytes like any other: nothing here unfolds pictures", async () => {
    const { status, body } = await send("/files", hugePicture, "quet.png");
    expect(status).toBe(200);
    expect((await download(body.fileId)).headers.get("content-length")).toBe(String(hugePicture.length));
  });

  test.each([
    ["../../../../etc/cron.d/x.txt", "x.txt"],
    ["..\\..\\windows\\win.txt", "win.txt"],
    ["/etc/passwd", "passwd"],
    ["a\u202etxt.exe", "atxt.exe"],
    ['"; filename="evil.html', "; filename=evil.html"],
    ["....//....//", "tep-dinh-kem"],
    ["x\r\nset-cookie: a=b.txt", "xset-cookie a=b.txt"],
  ])("the name %j names no other place and no other header", async (name, kept) => {
    const { body } = await send("/files", text("Đơn"), name);
    const answer = await download(body.fileId);
    expect(decodeURIComponent(answer.headers.get("content-disposition")?.split("''")[1] ?? "")).toBe(kept);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test.each(["..%2f..%2fsecrets%2fcommand", "../../secrets/command", "%2e%2e/%2e%2e/secrets", "1' or '1'='1", "%00"])(
    "the file %s is none",
    async (id) => {
      const answer = await fetch(`${target.url}/api/v1/files/${id}`, { headers: { authorization: clerk } });
      expect([400, 404]).toContain(answer.status);
    },
  );
});

describe("I send more than you can carry", () => {
  test("25 MB and a byte are refused; 25 MB are taken", async () => {
    const most = new Uint8Array(25 * 1024 * 1024 + 1).fill(0x20);
    expect(await send("/files", most)).toMatchObject({ status: 413, body: { code: "too-large" } });
    expect((await send("/files", most.slice(0, -1))).status).toBe(200);
  });

  test.each([
    ["one part of 100 MB", { "[Content_Types].xml": 1, "xl/workbook.xml": 1, "xl/worksheets/sheet1.xml": 95 }],
    ["many parts", Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`x/${i}`, 0]))],
  ])("a workbook that unpacks to too much (%s)", async (_, entries) => {
    const answer = await preview(bomb(entries as Record<string, number>));
    expect(answer.body.code).toBe("too-large");
  });

  test("a bomb within a bomb is not unpacked twice", async () => {
    const inner = bomb({ "xl/worksheets/sheet1.xml": 90 });
    const zip = new JSZip()
      .file("[Content_Types].xml", "<a/>")
      .file("xl/workbook.xml", "<a/>")
      .file("inner.xlsx", inner);
    expect(await preview(await zip.generateAsync({ type: "uint8array" }))).toMatchObject(refused);
  });

  test("a Word file that is a bomb is kept as it came: nothing here unpacks it", async () => {
    const { status } = await send("/files", bomb({ "[Content_Types].xml": 64, "word/document.xml": 64 }), "don.docx");
    expect([200, 422]).toContain(status);
  });

  test.each(["size", "zip64"] as const)(
    "a workbook with two directories, one for the check and one for the reader (%s)",
    async (way) => {
      const hidden = await registerWorkbook("What was never checked");
      expect((await preview(hidden)).body.counts).toMatchObject({ rows: 1 });
      expect(await preview(twoFaced(hidden, way))).toMatchObject(refused);
    },
  );

  test.each([
    [
      "a last row far below",
      (xml: string) => xml.replace('<row r="2"', '<row r="1048576"').replaceAll(/([A-G])2"/g, '$11048576"'),
    ],
    ["a cell far to the right", (xml: string) => xml.replace('r="G2"', 'r="XFD2"')],
    ["a cell beyond the last column", (xml: string) => xml.replace('r="G2"', 'r="ZZZZZZ2"')],
    [
      "a merged area as large as the sheet",
      (xml: string) =>
        xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ],
    ["elements within elements", (xml: string) => xml.replace("<sheetData>", `<sheetData>${"<x>".repeat(100_000)}`)],
  ])("a sheet with %s costs a refusal or a row, not the server", async (_, change) => {
    const workbook = await withPart(await registerWorkbook(), "xl/worksheets/sheet1.xml", change);
    const { status, body } = await preview(workbook);
    if (status === 200) expect(body.counts.rows).toBeLessThanOrEqual(1);
    else expect(body.code).toMatch(/unreadable-file|too-large|invalid-input/);
    expect((await fetch(`${target.url}/readyz`)).status).toBe(200);
  });
});

describe("I hide orders in a workbook", () => {
  const strings = "xl/sharedStrings.xml";
  const doctype = (declared: string, used: string) => (xml: string) =>
    xml
      .replace(/^<\?xml[^>]*\?>/, `<?xml version="1.0"?><!DOCTYPE x [${declared}]>`)
      .replace("Khiếu nại việc đo đất", used);

  test.each([
    ["a file of the server", '<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;", /root:/],
    [
      "an address of the inner network",
      '<!ENTITY e SYSTEM "http://169.254.169.254/latest/meta-data/">',
      "&e;",
      /ami-id|instance/,
    ],
    ["a billion laughs", '<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">', "&b;", /hahahaha/],
  ])("an entity that stands for %s is never unfolded", async (_, declared, used, leaked) => {
    const { status, body } = await preview(await withPart(await registerWorkbook(), strings, doctype(declared, used)));
    expect(JSON.stringify(body)).not.toMatch(leaked);
    expect(status).toBeLessThan(500);
  });

  test("a formula is not evaluated; what it was saved with is text", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await registerWorkbook()).buffer);
    const cell = workbook.worksheets[0]?.getCell("E2");
    if (cell) cell.value = { formula: 'WEBSERVICE("http://evil.example/")', result: "Nội dung đã lưu" };
    const { body } = await preview(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(body.rows[0].content).toBe("Nội dung đã lưu");
  });

  const formulas = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
  ];

  /** The XML of every sheet, in which a formula would be `<f>`. */
  async function sheetsOf(bytes: Uint8Array): Promise<string> {
    const zip = await JSZip.loadAsync(bytes);
    const names = Object.keys(zip.files).filter((name) => name.startsWith("xl/worksheets/sheet"));
    return (await Promise.all(names.map((name) => zip.file(name)?.async("string") ?? ""))).join("");
  }

  test("what a visitor dictates is text in the register that leaves, in every column", async () => {
    const { app, communeId: agencyId } = target;
    const counter = await target.as("reception-officer");
    for (const [i, formula] of formulas.entries())
      await app.reception.recordVisit(counter, {
        key: crypto.randomUUID(),
        agencyId,
        receivedOn: "2026-11-02",
        visitor: { name: formula, address: formula, idNumber: `00118500000${i}` },
        kinds: ["recommendation"],
        content: formula,
        request: formula,
        respondent: formula,
        priorAuthority: formula,
        guidedTo: formula,
        guidanceNumber: formula,
        transferredTo: formula,
        transferNumber: formula,
        note: formula,
        readBack: true,
      });
    const bytes = await app.reception.exportRegister(counter, { agencyId, from: "2026-11-02", to: "2026-11-02" });
    const xml = await sheetsOf(bytes);
    expect(xml).not.toMatch(/<f[ >]/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const cells: ExcelJS.Cell[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
    const hostile = cells.filter(({ value }) => typeof value === "string" && /^[\s]*[=+\-@]/.test(value));
    expect(hostile.length).toBeGreaterThanOrEqual(formulas.length * 6);
    for (const cell of hostile)
      expect(cell, cell.address).toMatchObject({ type: ExcelJS.ValueType.String, numFmt: "@" });
  });

  test("and in the workbook of rows to mend", async () => {
    const { app, communeId: agencyId } = target;
    const counter = await target.as("reception-officer");
    const bytes = await withPart(await registerWorkbook("=1+1", "=2+2"), strings, (xml) =>
      xml.replace("03/7/2026", "=3+3"),
    );
    const { runId } = await app.reception.runImport(counter, { agencyId, bytes });
    const errors = await app.reception.importErrors(counter, { runId, locale: "en" });
    expect(await sheetsOf(errors)).not.toMatch(/<f[ >]/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(errors).buffer);
    expect(JSON.stringify(workbook.worksheets[0]?.getSheetValues())).toContain("=3+3");
  });

  test("(the look at a sheet can see a formula)", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("x").getCell("A1").value = { formula: "1+1", result: 2 };
    expect(await sheetsOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatch(/<f[ >]/);
  });
});

test("a stranger's body is not kept in memory while it comes in pieces", async () => {
  let sent = 0;
  const piece = new Uint8Array(64 * 1024);
  const body = new ReadableStream({
    pull: (to) => {
      sent += piece.length;
      if (sent > 60 * 1024 * 1024) to.close();
      else to.enqueue(piece);
    },
  });
  const answer = await fetch(`${target.url}/api/v1/files`, {
    method: "POST",
    body,
    duplex: "half",
  } as RequestInit).catch(() => undefined);
  if (answer) expect([401, 413]).toContain(answer.status);
  expect(sent).toBeLessThan(8 * 1024 * 1024);
});

test("the scan of a visit is read by nobody who may not read the visit", async () => {
  const { fileId } = await plant(target);
  expect((await download(fileId)).status).toBe(200);
  for (const [role, where] of [
    ["reception-officer", "elsewhere"],
    ["administrator", "here"],
  ] as const) {
    const answer = await fetch(`${target.url}/api/v1/files/${fileId}`, {
      headers: { authorization: await target.bearer(role, where) },
    });
    expect(answer.status, `${role} ${where}`).toBe(404);
  }
});
