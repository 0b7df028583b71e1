import { expect, test } from "vitest";
import { deviceCookie } from "./device-cookie.ts";

const devices = deviceCookie(Buffer.alloc(32, 7), true);
const request = (cookie = "") => new Request("https://office.invalid/sign-in", { headers: { cookie } });
const sent = (setCookie: string) => setCookie.split(";")[0] ?? "";

test("a browser is known again for the name that signed in there, and for no other", () => {
  const set = devices.write(request(), "lan.tiepdan");
  expect(set).toMatch(
    /^__Host-minhxet-device-[0-9a-f]{12}=.*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000; Secure$/,
  );
  const id = devices.read(request(sent(set)), "lan.tiepdan");
  expect(id).toBeTypeOf("string");
  expect(devices.read(request(sent(set)), "minh")).toBeUndefined();
  const other = sent(devices.write(request(), "minh"));
  const renamed = `${other.split("=")[0]}=${sent(set).split("=")[1]}`;
  expect(devices.read(request(renamed), "minh")).toBeUndefined();
  expect(devices.read(request(`${sent(set)}; ${other}`), "lan.tiepdan")).toBe(id);
  expect(sent(devices.write(request(sent(set)), "lan.tiepdan"))).toBe(sent(set));
});

test("a mark that is made up or signed by another installation is none", () => {
  const foreign = sent(deviceCookie(Buffer.alloc(32, 8), true).write(request(), "lan.tiepdan"));
  const name = sent(devices.write(request(), "lan.tiepdan")).split("=")[0];
  for (const value of [foreign.split("=")[1], "abc.def", "abc", ".", ""])
    expect(devices.read(request(`${name}=${value}`), "lan.tiepdan")).toBeUndefined();
  expect(devices.read(request(), "lan.tiepdan")).toBeUndefined();
});
