interface Pdf {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** A PDF of ours, shown by the browser and kept by nobody on the way. */
export function pdfAnswer({ bytes, fileName }: Pdf): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${fileName}"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "frame-ancestors 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}
