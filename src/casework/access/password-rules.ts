import type { Text } from "../../rules/pack.ts";

export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 128;

/** Words on which most guessed passwords of at least 12 characters are built, Vietnamese ones among them; without marks. */
const commonWords = [
  "password",
  "passw0rd",
  "matkhau",
  "qwerty",
  "asdfgh",
  "zxcvbn",
  "1qaz2wsx",
  "administrator",
  "quantri",
  "admin",
  "welcome",
  "letmein",
  "iloveyou",
  "anhyeuem",
  "emyeuanh",
  "yeuem",
  "vietnam",
  "hanoi",
  "saigon",
  "hochiminh",
  "minhxet",
  "uyban",
  "ubnd",
  "tiepdan",
  "congdan",
  "khieunai",
  "tocao",
  "abc123",
  "123abc",
];

/** Why the password cannot be used, or undefined. `username` in lower case. */
export function passwordProblem(password: string, username: string): Text | undefined {
  const length = [...password.normalize("NFC")].length;
  if (length < PASSWORD_LENGTH_MIN) {
    return {
      vi: `Mật khẩu cần ít nhất ${PASSWORD_LENGTH_MIN} ký tự. Một câu dài dễ nhớ thì tốt hơn một từ khó.`,
      en: `A password needs at least ${PASSWORD_LENGTH_MIN} characters. A long phrase is better than a hard word.`,
    };
  }
  if (length > PASSWORD_LENGTH_MAX) {
    return {
      vi: `Mật khẩu dài tối đa ${PASSWORD_LENGTH_MAX} ký tự.`,
      en: `A password has at most ${PASSWORD_LENGTH_MAX} characters.`,
    };
  }
  const plain = unmarked(password);
  const name = unmarked(username);
  if (plain.includes(name) && plain.length - name.length < 8) {
    return { vi: "Mật khẩu không được dựa trên tên đăng nhập.", en: "A password must not be built on the user name." };
  }
  if (isGuessable(plain)) {
    return {
      vi: "Mật khẩu này dễ đoán: nhiều người dùng hoặc lặp lại. Hãy chọn vài từ không liên quan đến nhau.",
      en: "This password is easy to guess: widely used or repetitive. Choose several unrelated words.",
    };
  }
  return undefined;
}

function unmarked(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[\s._-]+/gu, "");
}

/** True when common words, runs (1234, aaaa, 4321) and years leave fewer than six characters of its own. */
function isGuessable(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  let rest = plain;
  for (const word of commonWords) rest = rest.replaceAll(word, "");
  rest = rest.replace(/(?:19|20)\d\d/g, "");
  return withoutRuns(rest).length < 6;
}

/** The text without stretches of three or more letters or digits that repeat or follow each other. */
function withoutRuns(text: string): string {
  const keep: string[] = [];
  for (let i = 0; i < text.length; ) {
    const end = runEnd(text, i);
    if (end - i < 3) keep.push(text.slice(i, i + 1));
    i = end - i < 3 ? i + 1 : end;
  }
  return keep.join("");
}

function runEnd(text: string, from: number): number {
  const step = text.charCodeAt(from + 1) - text.charCodeAt(from);
  if (![-1, 0, 1].includes(step)) return from + 1;
  let end = from + 1;
  while (end < text.length && text.charCodeAt(end) - text.charCodeAt(end - 1) === step) end++;
  return end;
}
