import { measureRecall, tuneWeights } from "./recall.ts";

if (process.argv[2] === "tune") await tuneWeights("tuning");
else await measureRecall(process.argv[2] ?? "tuning");
