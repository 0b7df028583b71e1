import { buildCalendar } from "../src/rules/calendar.ts";
import { type LoadedPack, loadPack } from "../src/rules/load-pack.ts";
import { circular320 } from "./allowances/2017-02-01/pack.ts";
import { circular65 } from "./allowances/2026-07-27/pack.ts";
import { chain } from "./amend.ts";
import { calendarYears } from "./calendars/years.ts";
import { law2011 } from "./complaints/2012-07-01/pack.ts";
import { decree124 } from "./complaints/2020-12-10/pack.ts";
import { twoLevels2025 } from "./complaints/2025-07-01/pack.ts";
import { law136 } from "./complaints/2026-07-01/pack.ts";
import { complaintConditions } from "./complaints/conditions.ts";
import { law2018 } from "./denunciations/2019-01-01/pack.ts";
import { decree31 } from "./denunciations/2019-05-28/pack.ts";
import { twoLevels as twoLevelDenunciations } from "./denunciations/2025-07-01/pack.ts";
import { law136 as denunciations136 } from "./denunciations/2026-07-01/pack.ts";
import { denunciationConditions } from "./denunciations/conditions.ts";
import { circular7 } from "./petitions/2014-12-15/pack.ts";
import { circular5 } from "./petitions/2021-11-15/pack.ts";
import { twoLevelProcessing } from "./petitions/2025-07-01/pack.ts";
import { petitions2026 } from "./petitions/2026-07-01/pack.ts";
import { petitionConditions } from "./petitions/conditions.ts";
import { reception2014 } from "./reception/2014-07-01/pack.ts";
import { decree64 } from "./reception/2014-08-15/pack.ts";
import { circular6 as receptionCircular6 } from "./reception/2014-12-15/pack.ts";
import { partyRule11 } from "./reception/2019-02-18/pack.ts";
import { circular4 } from "./reception/2021-11-15/pack.ts";
import { twoLevelReception } from "./reception/2025-07-01/pack.ts";
import { partyConclusion215 } from "./reception/2025-11-23/pack.ts";
import { reception2026 } from "./reception/2026-07-01/pack.ts";
import { receptionConditions } from "./reception/conditions.ts";
import { reflections2014 } from "./reflections/2014-07-01/pack.ts";
import { twoLevelReflections } from "./reflections/2025-07-01/pack.ts";
import { reflections2026 } from "./reflections/2026-07-01/pack.ts";
import { reflectionConditions } from "./reflections/conditions.ts";
import { circular2 } from "./reports/2021-03-22/pack.ts";
import { circular1 } from "./reports/2024-01-20/pack.ts";
import { circular6 } from "./reports/2025-09-30/pack.ts";

const complaints = chain(law2011, [decree124, twoLevels2025, law136]);
const denunciations = chain(law2018, [decree31, twoLevelDenunciations, denunciations136]);
const reception = chain(reception2014, [
  decree64,
  receptionCircular6,
  partyRule11,
  circular4,
  twoLevelReception,
  partyConclusion215,
  reception2026,
]);
const petitions = chain(circular7, [circular5, twoLevelProcessing, petitions2026]);
const reflections = chain(reflections2014, [twoLevelReflections, reflections2026]);
const allowances = chain(circular320, [circular65]);
const reports = chain(circular2, [circular1, circular6]);

/** Every version of the law the system knows, checked, with its conditions. */
export const lawPacks: readonly LoadedPack[] = [
  ...complaints.map((pack) => loadPack(pack, complaintConditions)),
  ...denunciations.map((pack) => loadPack(pack, denunciationConditions)),
  // Before the subjects that share rules with it: a rule is asked of the first that holds it.
  ...reception.map((pack) => loadPack(pack, receptionConditions)),
  ...petitions.map((pack) => loadPack(pack, petitionConditions)),
  ...reflections.map((pack) => loadPack(pack, reflectionConditions)),
  ...allowances.map((pack) => loadPack(pack, {})),
  ...reports.map((pack) => loadPack(pack, {})),
];

/** The announced civil-service calendar; announced years are verified, the others hold fixed solar holidays only. */
export const lawCalendar = buildCalendar(calendarYears);

export { calendarYears };
