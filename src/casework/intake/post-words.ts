import type { Text } from "../../rules/pack.ts";
import type { Forwarder, PostSource } from "./post-input.ts";

/** Where a petition comes from (Điều 3 Thông tư 07/2014/TT-TTCP). */
export const sourceNames: Readonly<Record<PostSource, Text>> = {
  post: { vi: "Bưu chính", en: "Post" },
  mailbox: { vi: "Hòm thư góp ý", en: "Letter box" },
  forwarded: { vi: "Nơi khác chuyển đến", en: "Forwarded" },
  leader: { vi: "Lãnh đạo giao", en: "Handed down by a leader" },
  email: { vi: "Thư điện tử", en: "E-mail" },
};

export const forwarderNames: Readonly<Record<Forwarder, Text>> = {
  "na-deputy": { vi: "Đại biểu, Đoàn đại biểu Quốc hội", en: "Deputy or delegation of the National Assembly" },
  "council-deputy": { vi: "Đại biểu, Thường trực Hội đồng nhân dân", en: "Deputy or board of a People's Council" },
  front: { vi: "Mặt trận Tổ quốc, tổ chức thành viên", en: "Fatherland Front or a member organisation" },
  press: { vi: "Cơ quan báo chí", en: "Press" },
  party: { vi: "Cơ quan của Đảng", en: "Party body" },
  other: { vi: "Cơ quan, tổ chức khác", en: "Another body" },
};
