import type { CivilDate } from "../../time/civil-date.ts";

/** A person or organisation named on a paper. Every value is display text. */
export interface PaperParty {
  readonly name: string;
  readonly address?: string;
  readonly idNumber?: string;
  /** Day and place of issue as display text, e.g. "12/05/2021, Cục Cảnh sát QLHC về TTXH". */
  readonly idIssued?: string;
  readonly phone?: string;
  readonly role?: string;
}

/** The office that issues the paper. */
export interface PaperAgency {
  readonly name: string;
  readonly parentName?: string;
  /** Abbreviation in the number: "UBND". */
  readonly symbol: string;
  readonly place: string;
  /** "Chủ tịch"; for a person who acts for the head two lines: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH". */
  readonly headTitle: string;
  readonly headName?: string;
}

export interface PaperMatter {
  readonly code: string;
  readonly petitioners: readonly PaperParty[];
  readonly peopleCount: number;
  readonly representatives: readonly PaperParty[];
  readonly respondent?: string;
  readonly contestedAct?: string;
  readonly content: string;
  readonly request?: string;
  readonly receivedOn: CivilDate;
  readonly acceptedOn?: CivilDate;
  readonly settleBy?: CivilDate;
}

export interface PaperVisit {
  readonly registerNo: number;
  /** Local date and time, `YYYY-MM-DDTHH:mm`, or display text. */
  readonly receivedAt: string;
  readonly place: string;
  readonly officer: { readonly name: string; readonly title: string };
  readonly giver: PaperParty;
  readonly content: string;
  readonly items: readonly PaperItem[];
  readonly petitionCode: string;
  readonly trackingSecret?: string;
  readonly trackingUrl?: string;
  /** The signed text of the QR code, and the address that shows what it says. */
  readonly signed?: string;
  readonly verifyUrl?: string;
}

export interface PaperItem {
  readonly title: string;
  readonly pages?: number;
  readonly condition?: string;
  readonly copyType?: string;
}

/** What a citizen filed themselves, as the receipt repeats it. */
export interface PaperFiled {
  readonly code: string;
  readonly trackingSecret: string;
  readonly trackingUrl: string;
  readonly kind: string;
  /** Local date and time, `YYYY-MM-DDTHH:mm`. */
  readonly at: string;
  readonly content: string;
  readonly request: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly digest: string;
  /** The signed text of the QR code, and the address that shows what it says. */
  readonly signed: string;
  readonly verifyUrl: string;
}

/** Under a copy made for one of many signatories: how that person follows the petition. */
export interface PersonalCopy {
  readonly code: string;
  readonly secret: string;
  readonly url: string;
}

/** One visit on the minutes of a head's session or on the notice of what the head concluded. */
export interface PaperSessionLine {
  /** Number in the register, "12/2026". */
  readonly no: string;
  /** The person and the address; of a denunciation the pseudonym. */
  readonly who: string;
  /** A denunciation: its words stand in its own file. */
  readonly hidden: boolean;
  readonly content: string;
  readonly opinions: string;
  readonly conclusion: string;
  readonly unit: string;
  readonly doBy?: CivilDate;
  readonly contact: string;
}
export interface PaperSession {
  readonly on: CivilDate;
  readonly kind: "scheduled" | "unscheduled";
  readonly place: string;
  /** HH:MM, empty where nobody wrote it down. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly receivedBy: string;
  readonly attending: string;
  readonly secretary: string;
  readonly lines: readonly PaperSessionLine[];
}

/** Everything a statutory paper is filled from. A blank without a value prints dots, as on paper. */
export interface PaperInput {
  readonly template: string;
  readonly agency: PaperAgency;
  /** "12/QĐ-UBND"; absent while the paper is a draft. */
  readonly number?: string;
  readonly issuedOn?: CivilDate;
  readonly draft: boolean;
  /** Times this paper was printed again; marks the copy. */
  readonly reprint?: number;
  readonly matter?: PaperMatter;
  readonly visit?: PaperVisit;
  readonly filed?: PaperFiled;
  readonly personalCopy?: PersonalCopy;
  readonly session?: PaperSession;
  /** Values of the act's form, already display text. */
  readonly fields: Readonly<Record<string, string>>;
  readonly recipients: readonly string[];
  /** Of a paper that three sign: who proposed it and who vouched for it in the unit; in a small office that is the head. */
  readonly signers?: { readonly proposer?: string; readonly unit?: string; readonly unitIsHead?: true };
  /** Lines "Căn cứ …" from the law pack. */
  readonly legalBasis: readonly string[];
  /** The act whose form fills the paper, and the article it rests on; absent for a paper drawn up by itself. */
  readonly act?: string;
  readonly article?: string;
}

export type PaperFormat = "pdf" | "docx";
