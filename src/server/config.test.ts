import path from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, isLoopback, readConfig, shownHost } from "./config.ts";

const refusedLines = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
};

describe("the settings of an installation", () => {
  test("are those of one machine when nothing is set, and a blank value is nothing", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "  " })).toEqual({
      port: 8080,
      host: "127.0.0.1",
      dataDir: path.resolve("data"),
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      demo: undefined,
      publicUrl: "http://127.0.0.1:8080",
      trustedProxies: 0,
      logLevel: "info",
      today: undefined,
    });
  });

  test("are read from the environment", () => {
    const config = readConfig({
      PORT: "9090",
      HOST: "::1",
      DATABASE_URL: "postgres://a:b@db:5432/x",
      MINHXET_DEMO: "1",
      MINHXET_PUBLIC_URL: "https://minhxet.example.gov.vn/",
      MINHXET_TRUST_PROXY: "2",
      MINHXET_TODAY: "2026-11-24",
    });
    expect(config).toMatchObject({
      port: 9090,
      host: "::1",
      databaseUrl: "postgres://a:b@db:5432/x",
      demo: true,
      publicUrl: "https://minhxet.example.gov.vn",
      trustedProxies: 2,
      today: "2026-11-24",
    });
    expect(readConfig({ HOST: "::1" }).publicUrl).toBe("http://[::1]:8080");
  });

  test.each([
    ["PORT", "70000"],
    ["PORT", "80a"],
    ["DATABASE_URL", "mysql://a@b/c"],
    ["MINHXET_DEMO", "yes"],
    ["MINHXET_OIDC_ISSUER", "http://id.example.gov.vn"],
    ["MINHXET_OIDC_CLIENT_ID", "alone"],
    ["MINHXET_IMAP_URL", "imap://don:mat-khau@mail.example.gov.vn/INBOX"],
    ["MINHXET_IMAP_AGENCY", "alone"],
    ["MINHXET_OIDC_SECOND_FACTOR", "mfa;otp"],
    ["MINHXET_PUBLIC_URL", "https://a.example/path"],
    ["MINHXET_TRUST_PROXY", "-1"],
    ["LOG_LEVEL", "loud"],
    ["MINHXET_TODAY", "2026-02-30"],
  ])("%s=%s is refused in one line that names it", (name, value) => {
    const lines = refusedLines({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} must be `));
  });

  test("that are wrong together are named together", () => {
    expect(refusedLines({ PORT: "x", MINHXET_DEMO: "y" })).toHaveLength(2);
  });
});

test("loopback is told from the world, and an address is shown as a browser takes it", () => {
  expect(["127.0.0.1", "127.1.2.3", "::1", "localhost"].every(isLoopback)).toBe(true);
  expect(["0.0.0.0", "10.0.0.1", "::", "localhost.example"].some(isLoopback)).toBe(false);
  expect(["0.0.0.0", "::", "::1", "10.0.0.1"].map(shownHost)).toEqual(["localhost", "localhost", "[::1]", "10.0.0.1"]);
});

describe("how messages to petitioners leave the house", () => {
  const smtp = { MINHXET_SMTP_URL: "smtps://a:b@mail.example:465", MINHXET_SMTP_FROM: "bao-tin@example.vn" };
  const gateway = { MINHXET_GATEWAY_URL: "https://tin.example/gui", MINHXET_GATEWAY_SECRET: "x".repeat(32) };

  test("is by SMTP, by a gateway, or into a folder", () => {
    expect(readConfig({ ...smtp, ...gateway, MINHXET_NOTICE_FOLDER: "/tin" }).notices).toEqual({
      smtp: { url: smtp.MINHXET_SMTP_URL, from: smtp.MINHXET_SMTP_FROM },
      gateway: { url: gateway.MINHXET_GATEWAY_URL, secret: gateway.MINHXET_GATEWAY_SECRET },
      folder: "/tin",
    });
    expect(readConfig({}).notices).toBeUndefined();
  });

  test.each([
    [{ ...smtp, MINHXET_SMTP_FROM: "" }, "MINHXET_SMTP_FROM"],
    [{ ...gateway, MINHXET_GATEWAY_SECRET: "" }, "MINHXET_GATEWAY_SECRET"],
    [{ ...gateway, MINHXET_GATEWAY_SECRET: "short" }, "MINHXET_GATEWAY_SECRET"],
    [{ ...gateway, MINHXET_GATEWAY_URL: "http://tin.example/gui" }, "MINHXET_GATEWAY_URL"],
    [{ ...gateway, MINHXET_GATEWAY_URL: "file:///etc/passwd" }, "MINHXET_GATEWAY_URL"],
    [{ ...smtp, MINHXET_SMTP_URL: "https://mail.example" }, "MINHXET_SMTP_URL"],
    [{ ...smtp, MINHXET_SMTP_FROM: "Bao tin <a@b.vn>" }, "MINHXET_SMTP_FROM"],
  ])("refuses %j", (env, named) => {
    expect(refusedLines(env).join()).toContain(named);
  });
});
