import { buildCalendar } from "../src/rules/calendar.ts";
import { type LoadedPack, loadPack } from "../src/rules/load-pack.ts";
import { amend } from "./amend.ts";
import { calendarYears } from "./calendars/years.ts";
import { law2011 } from "./complaints/2012-07-01/pack.ts";
import { decree124 } from "./complaints/2020-12-10/pack.ts";
import { law136 } from "./complaints/2026-07-01/pack.ts";
import { complaintConditions } from "./complaints/conditions.ts";
import { law2018 } from "./denunciations/2019-01-01/pack.ts";
import { decree31 } from "./denunciations/2019-05-28/pack.ts";
import { twoLevels as denunciationsOnTwoLevels } from "./denunciations/2025-07-01/pack.ts";
import { law136 as denunciations136 } from "./denunciations/2026-07-01/pack.ts";
import { denunciationConditions } from "./denunciations/conditions.ts";
import { reception2014 } from "./reception/2014-07-01/pack.ts";
import { reception2026 } from "./reception/2026-07-01/pack.ts";
import { receptionConditions } from "./reception/conditions.ts";

const from2012 = amend(law2011, decree124);
const from2020 = amend(from2012.later, law136);
const from2014 = amend(reception2014, reception2026);
const from2019 = amend(law2018, decree31);
const from2019Decree = amend(from2019.later, denunciationsOnTwoLevels);
const denunciationsFrom2025 = amend(from2019Decree.later, denunciations136);

/** Every version of the law the system knows, checked, with its conditions. */
export const lawPacks: readonly LoadedPack[] = [
  loadPack(from2012.earlier, complaintConditions),
  loadPack(from2020.earlier, complaintConditions),
  loadPack(from2020.later, complaintConditions),
  loadPack(from2014.earlier, receptionConditions),
  loadPack(from2014.later, receptionConditions),
  loadPack(from2019.earlier, denunciationConditions),
  loadPack(from2019Decree.earlier, denunciationConditions),
  loadPack(denunciationsFrom2025.earlier, denunciationConditions),
  loadPack(denunciationsFrom2025.later, denunciationConditions),
];

/** The announced civil-service calendar; announced years are verified, the others hold fixed solar holidays only. */
export const lawCalendar = buildCalendar(calendarYears);

export { calendarYears };
