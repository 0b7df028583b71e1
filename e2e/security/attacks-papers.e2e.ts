import JSZip from "jszip";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTarget, type Planted, plant, type Target } from "./target.ts";

let target: Target;
let planted: Planted;
let head: string;

beforeAll(async () => {
  target = await openTarget();
  planted = await plant(target);
  head = await target.bearer("head");
});
afterAll(() => target?.close());

const flat = (text: string) => text.normalize("NFC").replaceAll(/\s+/g, " ");

async function pdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return flat(text);
}

/** Every part of the Word file. */
async function parts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { files } = await JSZip.loadAsync(bytes);
  const read = Object.values(files).map(async (each) => [each.name, await each.async("string")] as const);
  return new Map(await Promise.all(read));
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const words = (xml = "") =>
  flat(xml.replaceAll(/<[^>]+>/g, "").replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => named[name] ?? ""));

async function paper(format: "pdf" | "docx"): Promise<Uint8Array> {
  const answer = await fetch(`${target.url}/api/v1/papers/${planted.paperId}/document?format=${format}`, {
    headers: { authorization: head },
  });
  expect(answer.status).toBe(200);
  return answer.bytes();
}

/** Puts text into the paper as its drafter does. */
async function write(content: string): Promise<number> {
  const answer = await fetch(`${target.url}/api/v1/papers/${planted.paperId}/rewrite`, {
    method: "POST",
    headers: { authorization: head },
    body: JSON.stringify({ values: { content } }),
  });
  return answer.status;
}

describe("I write orders for the machine that makes the papers", () => {
  test.each([
    ["reads a file (Typst)", '#read("/etc/passwd")'],
    ["runs code (Typst)", '#eval("1+1") #{ let a = 1 } #panic("x")'],
    ["fetches a package (Typst)", '#import "@preview/cetz:0.3.0": *'],
    ["draws a file (Typst)", '#image("/etc/hostname") #include "layout.typ" $sum_x$'],
    ["leaves a raw block (Typst)", "``` x ``` *đậm* _nghiêng_ = Đề mục @nguồn <nhãn> \\u{41}"],
    ["fills a template", "{{constructor.constructor('return 1')()}} #{7*7} <%= 7*7 %> #set page(width: 1cm)"],
    ["leaves a character block (XML)", "]]> <![CDATA[x]]> <!-- x -->"],
    ["opens elements (Word)", "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\calc.exe</w:instrText></w:r><w:t>"],
    ["declares an entity", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;&lt;'],
    ["takes a format of the sheet", "%s %n %x \\input{/etc/passwd} \\write18{id}"],
  ])("what %s stands on the paper as it was written", async (_, order) => {
    expect(await write(`Nội dung ${order} hết`)).toBe(200);
    const printed = flat(`Nội dung ${order} hết`).replaceAll(" ", "");
    const made = await pdf(await paper("pdf"));
    expect(made.replaceAll(" ", "")).toContain(printed);
    const word = await parts(await paper("docx"));
    expect(words(word.get("word/document.xml")).replaceAll(" ", "")).toContain(printed);
    for (const text of [made, ...word.values()]) expect(text).not.toMatch(/root:.*:0:0/);
    for (const [name, part] of word) {
      // Our own number of the page is the one field there is.
      const xml = part.replaceAll(/<w:instrText[^>]*>PAGE<\/w:instrText>/g, "");
      expect(xml, name).not.toMatch(/<w:(instrText|fldSimple|object|altChunk)|TargetMode="External"|<!ENTITY/);
      expect(name).not.toMatch(/vbaProject|embeddings|activeX/);
    }
  });

  test("signs that turn the direction, hide or ring a bell are not printed", async () => {
    expect(await write("Số tiền \u202e000.01\u202c\u200b\u2066\u0007\ufeff đồng\u2028dòng mới")).toBe(200);
    const made = [await pdf(await paper("pdf")), (await parts(await paper("docx"))).get("word/document.xml") ?? ""];
    for (const text of made) {
      for (const sign of "\u202e\u202c\u2066\u200b\ufeff\u0007") expect(text.includes(sign)).toBe(false);
      expect(words(text)).toContain("000.01 đồng");
    }
  });

  test("text without blanks, of ten thousand lines or of signs that no font has still makes a paper", async () => {
    for (const content of [
      "ạ".repeat(9_000),
      "a\n".repeat(4_000),
      "😀𓀀".repeat(500),
      "e\u0301\u0302\u0303".repeat(1_000),
    ]) {
      if ((await write(content)) !== 200) continue;
      expect(new TextDecoder().decode((await paper("pdf")).subarray(0, 5))).toBe("%PDF-");
    }
  });

  test("a PDF has no script, no form, no attachment, no link to the outside", async () => {
    await write('=HYPERLINK("http://evil.example") javascript:app.alert(1) http://evil.example');
    const proxy = await getDocumentProxy(new Uint8Array(await paper("pdf")));
    expect(await proxy.getJSActions()).toBeFalsy();
    expect(await proxy.getAttachments()).toBeFalsy();
    expect(await proxy.getOpenAction()).toBeFalsy();
    const page = await proxy.getPage(1);
    expect((await page.getAnnotations()).map((each: { url?: string }) => each.url).filter(Boolean)).toEqual([]);
  });
});

test("a visitor who is called an order gets a receipt with that name", async () => {
  const counter = await target.as("reception-officer");
  const name = '#read("/etc/passwd") </w:t> {{x}}';
  const { visitId, petitions } = await target.app.reception.recordVisit(counter, {
    key: crypto.randomUUID(),
    agencyId: target.communeId,
    receivedOn: "2026-11-03",
    visitor: { name, address: '#eval("1")', idNumber: "001185033333" },
    kinds: ["recommendation"],
    content: "]]> & < >",
    items: [{ title: '#image("/etc/passwd")', pages: 1 }],
    hasPetitionPaper: true,
    readBack: true,
  });
  const wanted = { visitId, trackingSecret: petitions[0]?.trackingSecret ?? "" };
  const made = await target.app.reception.renderReceipt(counter, { ...wanted, format: "pdf" });
  expect((await pdf(made)).replaceAll(" ", "")).toContain(name.replaceAll(" ", ""));
  const word = await target.app.reception.renderReceipt(counter, { ...wanted, format: "docx" });
  expect(words((await parts(word)).get("word/document.xml"))).toContain(name);
});
