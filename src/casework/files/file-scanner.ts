import { Refused } from "../refusal.ts";

/** Port: looks for malware. "off" where no scanner is configured. */
export interface FileScanner {
  scan(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<"clean" | "infected" | "unavailable" | "off">;
}

/** Throws "unreadable-file" for what the scanner knows as malware, "unavailable" when a configured scanner does not answer. */
export async function refuseInfected(
  scanner: FileScanner,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const found = await scanner.scan(bytes);
  if (found === "infected") {
    throw new Refused({
      code: "unreadable-file",
      message: {
        vi: "Tệp có mã độc nên không nhận. Hãy quét lại bằng máy khác, hoặc mang bản giấy đến nơi tiếp nhận.",
        en: "The file holds malware and is not taken. Scan the paper on another machine, or bring the paper to the office.",
      },
    });
  }
  if (found === "unavailable") {
    throw new Refused({
      code: "unavailable",
      message: {
        vi: "Chưa kiểm tra được mã độc nên chưa nhận tệp. Hãy thử lại sau ít phút, hoặc gửi đơn trước rồi bổ sung tệp sau.",
        en: "The file cannot be checked for malware now. Try again in a few minutes, or send without it and add it later.",
      },
    });
  }
}
