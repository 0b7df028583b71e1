/** A stretch of text; `dots` a blank of fixed width (in dots), `fill` a blank to the end of the line. */
export type Run =
  | string
  | { readonly text: string; readonly bold?: true; readonly italic?: true }
  | { readonly dots: number }
  | { readonly fill: true };

export type Rich = readonly Run[];

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Rich;
  readonly align: "justify" | "center" | "left";
  /** First line set in by 10 mm. */
  readonly indent: boolean;
  /** "basis": the italic lines "Căn cứ …"; "heading": bold, kept with what follows; "note": small italic. */
  readonly style: "body" | "basis" | "heading" | "note";
}

/** Empty dotted lines to write on by hand. */
export interface DottedLines {
  readonly kind: "dotted-lines";
  readonly count: number;
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly {
    readonly title: string /** share of the width */;
    readonly width: number;
    readonly align: "left" | "center";
  }[];
  readonly rows: readonly (readonly string[])[];
}

export interface Signature {
  readonly title: readonly string[];
  readonly note?: string;
  readonly name?: string;
}

/** Signatures side by side; a row is never split over two pages. */
export interface Signatures {
  readonly kind: "signatures";
  readonly rows: readonly (readonly [Signature | null, Signature | null])[];
}

/** "Nơi nhận" on the left, the head's signature on the right. */
export interface Ending {
  readonly kind: "ending";
  readonly recipients: readonly string[];
  readonly signature: Signature;
}

/** How to follow a petition: code, secret and the QR code of the address. */
export interface Tracking {
  readonly kind: "tracking";
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly note: string;
  readonly url?: string;
}

export type Block = Paragraph | DottedLines | Table | Signatures | Ending | Tracking;

/** One paper in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I; drawn alike by both renderers. */
export interface DocumentModel {
  /** Title in the properties of the file. */
  readonly name: string;
  /** Words in the properties of the file: the signed text of a receipt. */
  readonly keywords?: string;
  /** Discreet marks at the top of each page: DỰ THẢO, BẢN IN LẠI. */
  readonly marks: readonly string[];
  /** "Mẫu số 02/TCD", printed at the top right of the first page. */
  readonly formLabel?: string;
  readonly header: {
    readonly parent?: string;
    /** Absent on a paper that a citizen writes: the national title then stands alone in the middle. */
    readonly agency?: string;
    readonly number?: string;
    /** Subject of a letter ("V/v …"), under the number. */
    readonly subject?: string;
    readonly placeAndDate?: string;
  };
  /** Kind of paper, its subject, and for a decision the authority that takes it. */
  readonly heading?: { readonly kind: string; readonly subject?: string; readonly authority?: string };
  readonly blocks: readonly Block[];
}
