import { defineConfig } from "vitest/config";

const outside = ["node_modules/**", "build/**", "data/**", ".react-router/**"];
const common = { environment: "node", pool: "forks", exclude: outside } as const;
const database = "./src/store/testing-setup.ts";

export default defineConfig({
  test: {
    maxWorkers: 2,
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
          globalSetup: [database, "./e2e/lib/browser-setup.ts"],
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
