import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openLog } from "./http/log.ts";
import { serve } from "./serve.ts";
import { openTestOffice } from "./testing.ts";
import { firstBox, onlineReception } from "./testing-online-reception.ts";

const megabyte = 1024 * 1024;
const megabytes = 240;

/** What is garbage already counts too: far less than the file, and it does not grow with it. */
const grownBytesMax = 120 * megabyte;

test("a recording of 240 MB goes in and out without being whole in memory", async () => {
  const office = await openTestOffice({ today: "2026-11-24" });
  const serving = await serve(office.app, { log: openLog({ logLevel: "silent" }) });
  try {
    const matterId = await onlineReception(office);
    const officerId = await office.officerId("reception-officer");
    const { secret } = await office.app.access.createToken(office.app.command, { officerId, label: "thử" });
    const where = `http://127.0.0.1:${serving.port}/api/v1/matters/${matterId}/recordings`;

    const file = path.join(office.app.setting.store.dataDir, "dai.mp4");
    await longRecording(file);
    let most = 0;
    const before = process.memoryUsage.rss();
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss() - before);
    }, 20);
    const { bytes, came } = await inAnotherProcess(where, file, secret);
    clearInterval(watch);
    expect(came).toBe(bytes);
    expect(bytes).toBeGreaterThan(megabytes * megabyte);
    expect(most).toBeLessThan(grownBytesMax);
  } finally {
    await serving.stop();
    await office.close();
  }
}, 300_000);

/** The browser's side of it, whose memory is its own. */
async function inAnotherProcess(where: string, file: string, secret: string): Promise<{ bytes: number; came: number }> {
  const script = `
    const { openAsBlob } = require("node:fs");
    const [where, file, secret] = process.argv.slice(1);
    const headers = { authorization: "Bearer " + secret };
    const send = async () => {
      const body = new FormData();
      body.set("file", await openAsBlob(file), "dai.mp4");
      const { fileId, bytes } = await (await fetch(where, { method: "POST", headers, body })).json();
      let came = 0;
      for await (const piece of (await fetch(where + "/" + fileId, { headers })).body) came += piece.byteLength;
      return { bytes, came };
    };
    send().then((all) => console.log(JSON.stringify(all)));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script, where, file, secret]);
  return JSON.parse(stdout);
}

/** Of noise, behind the first box of an MP4. */
async function longRecording(file: string): Promise<void> {
  await writeFile(file, firstBox);
  const noise = randomBytes(megabyte);
  for (let sent = 0; sent < megabytes; sent += 1) await appendFile(file, noise);
}
