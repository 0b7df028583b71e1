import type { CivilDate } from "../../../time/civil-date.ts";
import { invalidInput, Refused } from "../../refusal.ts";

const guide = { act: "guide", name: { vi: "Hướng dẫn người gửi đơn", en: "Guide the petitioner" } };
const byLetter = {
  act: "transfer",
  name: { vi: "Chuyển bằng văn bản ra ngoài hệ thống", en: "Transfer by letter, outside the system" },
};
const settle = { act: "open-matter", name: { vi: "Xử lý đơn tại cơ quan này", en: "Process it in this agency" } };

export function notClassified(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Phải phân loại đơn theo nội dung trước khi chuyển.",
      en: "Classify the petition by its content before handing it over.",
    },
    article: "Điều 26 Luật Tiếp công dân",
    instead: [{ act: "classify", name: { vi: "Phân loại đơn", en: "Classify the petition" } }],
  });
}

export function alreadyLeft(): Refused {
  return new Refused({
    code: "already-done",
    message: {
      vi: "Đơn đã được hướng dẫn, chuyển, trả lại hoặc lưu.",
      en: "The petition was already guided, transferred, returned or filed.",
    },
  });
}

export function stillSealed(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn tố cáo còn niêm phong cho người tiếp nhận. Hãy chuyển cho người đứng đầu; người đứng đầu quyết định việc chuyển.",
      en: "The denunciation is still sealed to the officer who took it. Hand it to the head, who decides on the transfer.",
    },
    article: "Khoản 3 Điều 8, Điều 56 Luật Tố cáo",
    instead: [{ act: "hand-over", name: { vi: "Chuyển người đứng đầu", en: "Hand to the head" } }],
  });
}

export function onlyGuided(article: string): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Theo pháp luật vào ngày nhận đơn, đơn khiếu nại không thuộc thẩm quyền được hướng dẫn, không chuyển.",
      en: "By the law of the day it was received, a complaint outside competence is guided and not transferred.",
    },
    article,
    instead: [guide],
  });
}

export function nobodyThere(name: string, restricted: boolean): Refused {
  return new Refused({
    code: "law",
    message: restricted
      ? {
          vi: `${name} chưa có người đứng đầu được xem đơn này trong hệ thống (chưa có tài khoản hoặc phải tránh xung đột lợi ích). Đơn chỉ chuyển cho người đứng đầu.`,
          en: `${name} has no head in the system who may see this petition (no account yet, or a conflict of interest). It goes to a head alone.`,
        }
      : {
          vi: `${name} chưa có cán bộ xử lý đơn trong hệ thống; đơn sẽ không có người tiếp nhận.`,
          en: `${name} has nobody in the system who processes petitions; nobody would take it in.`,
        },
    ...(restricted ? { article: "Điều 56 Luật Tố cáo" } : {}),
    instead: [byLetter],
  });
}

export function alreadyDecided(superior: string): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: `${superior} đã quyết định cơ quan này thụ lý đơn; quyết định có hiệu lực bắt buộc, đơn không chuyển tiếp được.`,
      en: `${superior} decided that this agency handles the petition; the decision is binding and it is not passed on.`,
    },
    instead: [settle, guide],
  });
}

/** The third hand-over is the common superior's, also when the body is outside the system. */
export function thirdTime(count: number): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: `Đơn đã chuyển ${count} lần. Lần thứ ba do cơ quan cấp trên chung quyết định; không chuyển thẳng được nữa.`,
      en: `The petition was handed over ${count} times. The third time the common superior decides; it is not passed on directly.`,
    },
    instead: [
      {
        act: "refer-to-superior",
        name: { vi: "Trình cơ quan cấp trên chung quyết định", en: "Refer it to the common superior" },
      },
      settle,
    ],
  });
}

export function noSuperior(): Refused {
  return new Refused({
    code: "law",
    message: {
      vi: "Đơn đã chuyển hai lần và các cơ quan không có cấp trên chung có người đứng đầu trong hệ thống. Hãy xử lý tại cơ quan này hoặc xin ý kiến cấp trên bằng văn bản.",
      en: "The petition was handed over twice, and the agencies have no common superior with a head in the system. Process it here, or ask the superior in writing.",
    },
    instead: [settle, guide],
  });
}

export function badAgency(field: string): Refused {
  return invalidInput([
    {
      field,
      message: {
        vi: "Chọn một cơ quan khác, đang hoạt động vào ngày chuyển.",
        en: "Choose another agency that exists on that day.",
      },
    },
  ]);
}

export function badDay(from: CivilDate): Refused {
  return invalidInput([
    {
      field: "on",
      message: {
        vi: `Ngày phải từ ${from.split("-").toReversed().join("/")} đến hôm nay.`,
        en: `The day lies between ${from} and today.`,
      },
    },
  ]);
}

export function answeredBefore(): Refused {
  return new Refused({
    code: "already-done",
    message: {
      vi: "Lần chuyển này đã được trả lời. Hãy tải lại trang để xem kết quả.",
      en: "This hand-over was answered before. Reload the page to see what became of it.",
    },
  });
}
