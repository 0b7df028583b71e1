import { sql } from "kysely";
import type { Trx } from "../../store/index.ts";
import { foldVietnamese } from "../people/index.ts";
import type { FieldProblem } from "../refusal.ts";

/** Identity papers, telephones and accounts have nine digits or more; sums of money are written in threes. */
const longNumbers = /\d[\d .-]{7,}\d/g;
const money = /^\d{1,3}(\.\d{3})+$/;

/** Which of the words name one of the matter's people or hold a number that belongs to a person. Empty is not proof. */
export async function personalIn(
  tx: Trx,
  matterId: string,
  words: Readonly<Record<string, string>>,
): Promise<readonly FieldProblem[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct d.full_name as name from matter_petition mp join petition_party pp on pp.petition_id = mp.petition_id
    join person_detail d on d.person_id = pp.person_id where mp.matter_id = ${matterId}`.execute(tx);
  const names = rows.map(({ name }) => ` ${foldVietnamese(name)} `);
  return Object.entries(words).flatMap(([field, text]) => {
    const folded = ` ${foldVietnamese(text).replace(/[^\p{L}\d]+/gu, " ")} `;
    if (names.some((name) => folded.includes(name)))
      return [
        {
          field,
          message: {
            vi: "Có họ tên của người trong vụ việc. Hãy bỏ đi hoặc thay bằng “người khiếu nại”, “người liên quan”.",
            en: "It names one of the people of the matter. Leave it out, or write “the complainant”, “a person concerned”.",
          },
        },
      ];
    const numbers = (text.match(longNumbers) ?? []).filter((each) => !money.test(each));
    if (!numbers.some((each) => each.replace(/\D/g, "").length >= 9)) return [];
    return [
      {
        field,
        message: {
          vi: "Có dãy số dài như số giấy tờ, số điện thoại hoặc số tài khoản. Hãy bỏ đi.",
          en: "It holds a long number as of an identity paper, a telephone or an account. Leave it out.",
        },
      },
    ];
  });
}
