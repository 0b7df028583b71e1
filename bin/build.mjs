#!/usr/bin/env node
import { ensureBuilt } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";

ensureInstalled();
process.exit((await ensureBuilt()) ? 0 : 1);
