/** Millimetres in twentieths of a point, the unit of Word. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);

/** A4 and the margins of Nghị định 30/2020/NĐ-CP, in millimetres. */
export const page = { width: 210, height: 297, left: 30, right: 20 } as const;

/** Width of the text, in twentieths of a point. */
export const textWidth = mm(page.width - page.left - page.right);
