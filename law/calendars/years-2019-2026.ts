import type { CalendarYear } from "../../src/rules/calendar.ts";
import {
  checked,
  culture,
  hungKings,
  inLieu,
  may,
  national,
  newYear,
  off,
  swap,
  tetDays,
  victory,
} from "./day-words.ts";

const library = "Thư viện mã nguồn mở python-holidays 0.105 (Việt Nam)";
const dispatch6519 = "Công văn 6519/VPCP-KGVX năm 2018, theo Báo Pháp Luật TP.HCM và python-holidays";
const notice2020 = "Thông báo nghỉ Tết Canh Tý 2020, theo Sở Công Thương Đắk Lắk ngày 07/01/2020";
const notice4875 = "Thông báo 4875/TB-LĐTBXH về nghỉ Tết và Quốc khánh năm 2021, theo Khoa học và Đời sống";
const dispatch245 = "Công văn 245 của Văn phòng Chính phủ ngày 11/01/2022, theo Kinh tế Môi trường";
const dispatch8056 = "Công văn 8056/VPCP-KGVX ngày 01/12/2022";
const dispatch2450 = "Công văn 2450/VPCP-KGVX ngày 12/4/2024, theo Báo Tin tức (TTXVN)";
const notice2024 = "Thông báo của Bộ LĐTBXH về nghỉ Tết và Quốc khánh năm 2024, theo báo chí";
const notice2025 =
  "Ý kiến của Thủ tướng về nghỉ lễ, Tết năm 2025, theo báo chí tháng 12/2024 và bản tổng hợp hc-holiday";
const dispatch12729 = "Văn bản 12729/VPCP-KGVX ngày 25/12/2025, theo báo chí và bản tổng hợp hc-holiday";
const compiled = "Thông báo nghỉ lễ, tết của cơ quan có thẩm quyền, theo bản tổng hợp hc-holiday";
const resolution28 = "Nghị quyết 28/2026/QH16";
const and = (...sources: readonly string[]) => sources.join("; ");

/** From 2021 National Day has two days (Labour Code 2019); from 2026 24 November is a day off. */
export const years2019to2026: readonly CalendarYear[] = [
  checked(2019, "2026-11-26", and(dispatch6519, library), [
    off("2019-01-01", newYear),
    ...swap(2019, "2018-12-31", "2019-01-05", dispatch6519),
    ...tetDays(dispatch6519, "2019-02-04", "2019-02-05", "2019-02-06", "2019-02-07", "2019-02-08"),
    inLieu("2019-04-15", hungKings),
    ...swap(2019, "2019-04-29", "2019-05-04", dispatch6519),
    off("2019-04-30", victory),
    off("2019-05-01", may),
    off("2019-09-02", national),
  ]),
  checked(2020, "2026-11-26", and(notice2020, library), [
    off("2020-01-01", newYear),
    ...tetDays(notice2020, "2020-01-23", "2020-01-24", "2020-01-27", "2020-01-28", "2020-01-29"),
    off("2020-04-02", hungKings),
    off("2020-04-30", victory),
    off("2020-05-01", may),
    off("2020-09-02", national),
  ]),
  checked(2021, "2026-11-26", and(notice4875, library), [
    off("2021-01-01", newYear),
    ...tetDays(notice4875, "2021-02-10", "2021-02-11", "2021-02-12", "2021-02-15", "2021-02-16"),
    off("2021-04-21", hungKings),
    off("2021-04-30", victory),
    inLieu("2021-05-03", may),
    off("2021-09-02", national),
    off("2021-09-03", national, notice4875),
  ]),
  checked(2022, "2026-11-26", and(dispatch245, library), [
    inLieu("2022-01-03", newYear),
    ...tetDays(dispatch245, "2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04"),
    inLieu("2022-04-11", hungKings),
    inLieu("2022-05-02", victory),
    inLieu("2022-05-03", may),
    off("2022-09-01", national, library),
    off("2022-09-02", national),
  ]),
  checked(2023, "2026-11-26", and(dispatch8056, library), [
    inLieu("2023-01-02", newYear),
    ...tetDays(dispatch8056, "2023-01-20", "2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26"),
    off("2023-05-01", may),
    // Giỗ Tổ on Saturday 29/4, 30/4 on Sunday.
    inLieu("2023-05-02", hungKings),
    inLieu("2023-05-03", victory),
    off("2023-09-01", national, dispatch8056),
    inLieu("2023-09-04", national, dispatch8056),
  ]),
  checked(2024, "2026-11-26", and(notice2024, dispatch2450, library), [
    off("2024-01-01", newYear),
    ...tetDays(notice2024, "2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14"),
    off("2024-04-18", hungKings),
    ...swap(2024, "2024-04-29", "2024-05-04", dispatch2450),
    off("2024-04-30", victory),
    off("2024-05-01", may),
    off("2024-09-02", national),
    off("2024-09-03", national, notice2024),
  ]),
  checked(2025, "2026-11-26", notice2025, [
    off("2025-01-01", newYear),
    ...tetDays(notice2025, "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"),
    off("2025-04-07", hungKings),
    off("2025-04-30", victory),
    off("2025-05-01", may),
    ...swap(2025, "2025-05-02", "2025-04-26", notice2025),
    off("2025-09-01", national, notice2025),
    off("2025-09-02", national),
  ]),
  checked(2026, "2026-11-26", and(compiled, dispatch12729, resolution28), [
    off("2026-01-01", newYear),
    ...swap(2026, "2026-01-02", "2026-01-10", dispatch12729),
    ...tetDays(compiled, "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
    inLieu("2026-04-27", hungKings),
    off("2026-04-30", victory),
    off("2026-05-01", may),
    ...swap(2026, "2026-08-31", "2026-08-22", compiled),
    off("2026-09-01", national, compiled),
    off("2026-09-02", national),
    // A swap of 23/11 with Saturday 28/11 was proposed in September 2026; no notice of it was found.
    off("2026-11-24", culture, resolution28),
  ]),
];
