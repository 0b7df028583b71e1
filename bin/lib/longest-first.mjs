import { BaseSequencer } from "vitest/node";

// Browsers first, then databases, then what needs neither; within a kind what takes a minute and more. A worker that begins
// the leak matrix when the others are done makes everybody wait for it.
const kinds = ["e2e", "db", "unit"];
const long = [
  "e2e/security/leak-matrix.e2e.ts",
  "e2e/denunciation.e2e.ts",
  "e2e/road.e2e.ts",
  "e2e/kill-run.e2e.ts",
  "src/cli/cli.db.test.ts",
  "src/server/main.db.test.ts",
  "src/casework/reception/import/import.db.test.ts",
  "src/store/backup/backup.db.test.ts",
];

const turn = ({ moduleId, project }) => {
  const place = long.findIndex((file) => moduleId.endsWith(file));
  return kinds.indexOf(project.name) * 100 + (place < 0 ? long.length : place);
};

export class LongestFirst extends BaseSequencer {
  /** Among the others the order stays what Vitest makes of it: larger files first. */
  async sort(files) {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => turn(one) - turn(other));
  }
}
