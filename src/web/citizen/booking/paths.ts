import { calendarPath } from "../law/words.ts";

export const bookPath = (sessionId: string): string => `${calendarPath}/dat-cho/${sessionId}`;
/** Where both codes open a booking. */
export const bookedPath = `${calendarPath}/cho-da-dat`;
