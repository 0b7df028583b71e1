export const isPicture = (mediaType: string): boolean => mediaType === "image/jpeg" || mediaType === "image/png";

/** Width and height in pixels by the head of a JPEG or PNG; null when they are not there. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 24) return null;
  if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Start of frame: any of C0 to CF but the tables C4, C8 and CC.
    if (marker >= 0xc0 && marker <= 0xcf && (marker === 0xc0 || marker % 4 !== 0)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }

    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
