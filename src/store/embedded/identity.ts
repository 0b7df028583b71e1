import { readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The user that the database process runs as. PostgreSQL refuses root, so root must name another. */
export interface ServerIdentity {
  /** `{}` when we are an ordinary user: the process is simply ours. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
}

const NOBODY = { uid: 65534, gid: 65534 };

/**
 * Who runs the database. As root: the owner of an existing database folder, else the owner of the data folder,
 * else the system's `postgres` user, else `nobody`.
 */
export function serverIdentity(existingFolders: readonly string[]): ServerIdentity {
  if (process.getuid?.() !== 0) return { spawn: {} };
  for (const folder of existingFolders) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) return { spawn: { uid: owner.uid, gid: owner.gid } };
  }
  return { spawn: systemUser("postgres") ?? NOBODY };
}

/** Whether the identity may walk down to `folder` by the permission bits (access lists are not read). */
export function mayReach(folder: string, { spawn }: ServerIdentity): boolean {
  if (spawn.uid === undefined) return true;
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === spawn.uid ? 0o100 : stat.gid === spawn.gid ? 0o010 : 0o001;
      if ((stat.mode & bit) === 0) return false;
    }
    if (place === path.dirname(place)) return true;
  }
}

function systemUser(name: string): { uid: number; gid: number } | undefined {
  let passwd: string;
  try {
    passwd = readFileSync("/etc/passwd", "utf8");
  } catch {
    return undefined;
  }
  const fields = passwd
    .split("\n")
    .map((line) => line.split(":"))
    .find(([user]) => user === name);
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return Number.isInteger(uid) && Number.isInteger(gid) && uid > 0 ? { uid, gid } : undefined;
}
