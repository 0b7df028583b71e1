import path from "node:path";

/** The project's folder. */
export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../..");

/** The pinned Node that npm installs; everything but these start scripts runs on it. */
export const node = path.join(root, "node_modules/.bin/node");

/** The program of an installed package. */
export const tool = (name) => path.join(root, "node_modules/.bin", name);

/**
 * The surroundings of our processes: the pinned Node first, the data folder in the project unless it was chosen, and
 * compiled code kept (a command takes 0.5 s of processor instead of 1.0).
 */
export function environment(extra = {}) {
  const PATH = [path.join(root, "node_modules/.bin"), process.env.PATH ?? ""].join(path.delimiter);
  const kept = { MINHXET_DATA: path.join(root, "data"), NODE_COMPILE_CACHE: path.join(root, ".cache/node") };
  return { ...kept, ...process.env, ...extra, PATH };
}

/** PATH without any node_modules/.bin: while packages are installed, the Node in there is being replaced. */
export function systemEnvironment() {
  const entries = (process.env.PATH ?? "").split(path.delimiter);
  const PATH = entries.filter((entry) => !/node_modules[\\/]\.bin[\\/]?$/.test(entry)).join(path.delimiter);
  return { ...process.env, PATH };
}
