import { defineConfig } from "vitest/config";
import { LongestFirst } from "./bin/lib/longest-first.mjs";

const outside = ["node_modules/**", "build/**", "data/**", ".react-router/**"];
// A worker takes one file after another and keeps the modules it has loaded: loading them anew for each file took 42 of
// the 104 s of processor of the unit tests. So no test may change a module; what it sets, it sets back.
const common = { environment: "node", pool: "forks", isolate: false, exclude: outside } as const;
const database = "./src/store/testing-setup.ts";

export default defineConfig({
  test: {
    // One more than the cores it is meant for: a test often waits, for the disk, a killed server or a browser.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    reporters: ["default"],
    passWithNoTests: true,
    projects: [
      {
        test: {
          ...common,
          name: "unit",
          include: ["{src,law,demo,bench,docs,bin}/**/*.test.ts"],
          exclude: [...outside, "**/*.db.test.ts"],
          // Generous on purpose: a busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...common,
          name: "db",
          include: ["{src,law,demo,bench}/**/*.db.test.ts"],
          globalSetup: [database],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...common,
          name: "e2e",
          include: ["e2e/**/*.e2e.ts"],
          // The pages as they are served, without what React adds for whoever develops them.
          env: { NODE_ENV: "production" },
          globalSetup: [database, "./e2e/lib/browser-setup.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...common,
          name: "slow",
          include: ["{src,e2e,bench,demo}/**/*.slow.ts"],
          isolate: true,
          env: { NODE_ENV: "production" },
          globalSetup: [database, "./e2e/lib/browser-setup.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
