import type { CalendarYear } from "../../src/rules/calendar.ts";
import { checked, hungKings, inLieu, may, national, newYear, off, swap, tetDays, victory } from "./day-words.ts";

// Reports of the official notices; the notices themselves were not at hand (settled 9: secondary, named).
const binhDinh = "Báo Bình Định, 12/2011: Thủ tướng đồng ý ngày 27/12/2011 (theo chinhphu.vn)";
const thaiNguyen = "Báo Thái Nguyên, 28/12/2012: thông báo thời gian nghỉ các ngày lễ, Tết năm 2013";
const dongThap =
  "Báo Đồng Tháp, 18/12/2013: Thủ tướng đồng ý hoán đổi ngày nghỉ lễ, Tết năm 2014; Báo Lao Động cùng nội dung";
const library = "Thư viện mã nguồn mở python-holidays 0.105 (Việt Nam)";
const xaHoi = "Báo Xã hội: thông báo chính thức lịch nghỉ lễ, Tết năm 2015; Tờ trình 89/TTr-LĐTBXH ngày 20/11/2014";
const october2015 = "Phiên họp Chính phủ 29/10/2015, theo VnExpress: nghỉ Tết Bính Thân 9 ngày, không hoán đổi";
const dispatch9794 = "Công văn 9794/VPCP-KGVX ngày 14/11/2016, theo Thư Viện Pháp Luật";
const notice2018 = "Thông báo của Bộ LĐTBXH về nghỉ lễ, Tết năm 2018, theo báo chí ngày 23/12/2017";
const dispatch6519 = "Công văn 6519/VPCP-KGVX năm 2018, theo Báo Pháp Luật TP.HCM và python-holidays";
const checkedOn = "2026-11-26";
const and = (...sources: readonly string[]) => sources.join("; ");

/**
 * Two sources were compared for each year. python-holidays lacks the swaps of 31/12/2012 and 15/02/2013, and counts Tết
 * 2013 by the later law and Tết 2014 a day off; there the newspapers of the day, which quote the notices, are followed.
 */
export const years2012to2018: readonly CalendarYear[] = [
  checked(2012, checkedOn, and(binhDinh, thaiNguyen, library), [
    inLieu("2012-01-02", newYear),
    // The Labour Code of 1994 gave four days of Tết: the last of the old year and three of the new.
    ...tetDays(binhDinh, "2012-01-23", "2012-01-24", "2012-01-25", "2012-01-26"),
    ...swap(2012, "2012-01-27", "2012-02-04", binhDinh),
    inLieu("2012-04-02", hungKings),
    off("2012-04-30", victory),
    off("2012-05-01", may),
    inLieu("2012-09-03", national),
    ...swap(2012, "2012-12-31", "2013-01-05", thaiNguyen),
  ]),
  checked(2013, checkedOn, and(thaiNguyen, library), [
    off("2013-01-01", newYear),
    ...swap(2013, "2012-12-31", "2013-01-05", thaiNguyen),
    ...tetDays(thaiNguyen, "2013-02-11", "2013-02-12", "2013-02-13", "2013-02-14"),
    ...swap(2013, "2013-02-15", "2013-02-23", thaiNguyen),
    off("2013-04-19", hungKings),
    ...swap(2013, "2013-04-29", "2013-05-04", thaiNguyen),
    off("2013-04-30", victory),
    off("2013-05-01", may),
    off("2013-09-02", national),
  ]),
  checked(2014, checkedOn, and(dongThap, library), [
    off("2014-01-01", newYear),
    ...swap(2014, "2014-01-28", "2014-01-25", dongThap),
    ...swap(2014, "2014-01-29", "2014-02-08", dongThap),
    ...tetDays(dongThap, "2014-01-30", "2014-01-31", "2014-02-03", "2014-02-04", "2014-02-05"),
    off("2014-04-09", hungKings),
    off("2014-04-30", victory),
    off("2014-05-01", may),
    ...swap(2014, "2014-05-02", "2014-04-26", dongThap),
    // Found in this one source only.
    ...swap(2014, "2014-09-01", "2014-09-06", library),
    off("2014-09-02", national),
    ...swap(2014, "2015-01-02", "2014-12-27", xaHoi),
  ]),
  checked(2015, checkedOn, and(xaHoi, library), [
    off("2015-01-01", newYear),
    ...swap(2015, "2015-01-02", "2014-12-27", xaHoi),
    ...swap(2015, "2015-02-16", "2015-02-14", xaHoi),
    ...tetDays(xaHoi, "2015-02-17", "2015-02-18", "2015-02-19", "2015-02-20", "2015-02-23"),
    off("2015-04-28", hungKings),
    ...swap(2015, "2015-04-29", "2015-04-25", xaHoi),
    off("2015-04-30", victory),
    off("2015-05-01", may),
    off("2015-09-02", national),
  ]),
  checked(2016, checkedOn, and(october2015, library), [
    off("2016-01-01", newYear),
    ...tetDays(october2015, "2016-02-08", "2016-02-09", "2016-02-10", "2016-02-11", "2016-02-12"),
    inLieu("2016-04-18", hungKings),
    inLieu("2016-05-02", victory),
    inLieu("2016-05-03", may),
    off("2016-09-02", national),
  ]),
  checked(2017, checkedOn, and(dispatch9794, "Việt Nam Mới: lịch nghỉ các ngày lễ, Tết năm 2017", library), [
    inLieu("2017-01-02", newYear),
    ...tetDays(dispatch9794, "2017-01-26", "2017-01-27", "2017-01-30", "2017-01-31", "2017-02-01"),
    off("2017-04-06", hungKings),
    off("2017-05-01", may),
    inLieu("2017-05-02", victory),
    inLieu("2017-09-04", national),
  ]),
  checked(2018, checkedOn, and(notice2018, dispatch6519, library), [
    off("2018-01-01", newYear),
    ...tetDays(notice2018, "2018-02-14", "2018-02-15", "2018-02-16", "2018-02-19", "2018-02-20"),
    off("2018-04-25", hungKings),
    off("2018-04-30", victory),
    off("2018-05-01", may),
    inLieu("2018-09-03", national, notice2018),
    ...swap(2018, "2018-12-31", "2019-01-05", dispatch6519),
  ]),
];
