export const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const pdf = "application/pdf";
export const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Bytes as an attachment; the name is ASCII and names nobody. */
export function download(bytes: Uint8Array, type: string, name: string, inline = false): Response {
  const body = new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(body.byteLength),
      "Content-Disposition": `${inline ? "inline" : "attachment"}; filename="${name}"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
