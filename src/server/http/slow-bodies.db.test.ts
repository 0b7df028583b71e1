import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Serving, serve } from "../serve.ts";
import { openTestOffice, type TestOffice } from "../testing.ts";
import { firstBox, onlineReception } from "../testing-online-reception.ts";
import { openLog } from "./log.ts";

let office: TestOffice;
let serving: Serving;
let door: string;
let token: string;

const start = Buffer.concat([
  Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="buoi-tiep.mp4"\r\n\r\n'),
  firstBox,
]);
const rest = Buffer.from("phần còn lại\r\n--x--\r\n");

beforeAll(async () => {
  office = await openTestOffice({ today: "2026-11-24" });
  serving = await serve(office.app, { log: openLog({ logLevel: "silent" }), bodyMs: 300 });
  door = `/api/v1/matters/${await onlineReception(office)}/recordings`;
  const officerId = await office.officerId("reception-officer");
  const made = await office.app.access.createToken(office.app.command, { officerId, label: "thử" });
  token = made.secret;
});
afterAll(async () => {
  await serving?.stop();
  await office?.close();
});

/** A request that has sent the first part of its body. */
function begin(path: string, headers: Record<string, string>): ClientRequest {
  const type = { "content-type": "multipart/form-data; boundary=x", "content-length": `${start.length + rest.length}` };
  const sending = request({ port: serving.port, method: "POST", path, headers: { ...type, ...headers } });
  sending.on("error", () => undefined);
  sending.write(start);
  return sending;
}

const answered = (sending: ClientRequest) =>
  new Promise<IncomingMessage>((resolve) => sending.once("response", resolve));
const cut = (sending: ClientRequest) => new Promise<void>((resolve) => sending.once("close", () => resolve()));

test("an officer's recording may come slowly; a stranger's body is cut off meanwhile, at that door and at others", async () => {
  const officers = begin(door, { authorization: `Bearer ${token}` });
  const arrived = answered(officers);

  const stranger = begin(door, {});
  const refused = answered(stranger);
  const citizen = begin("/api/v1/track", {});
  const answers: unknown[] = [];
  citizen.on("response", (answer) => answers.push(answer));
  expect((await refused).statusCode).toBe(401);
  await Promise.all([cut(stranger), cut(citizen)]);
  expect(answers).toEqual([]);

  officers.end(rest);
  const answer = await arrived;
  answer.resume();
  expect(answer.statusCode).toBe(200);
});

test("what an officer sends elsewhere has to come in time as well", async () => {
  const slow = begin("/api/v1/people/search", { authorization: `Bearer ${token}` });
  const answers: unknown[] = [];
  slow.on("response", (answer) => answers.push(answer));
  await cut(slow);
  expect(answers).toEqual([]);
});
