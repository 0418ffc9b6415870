const ENCODABLE = /^[\x20-\x7e]+$/; // Code 128 holds ASCII; file numbers may be of any script

/** A barcode's modules from left to right, each dark ("1") or light ("0"), without quiet zones. */
export type Modules = string;

/**
 * A text in Code 128 (ISO/IEC 15417), in as few modules as its three code sets allow; undefined where it holds
 * characters that no barcode of this kind can. jsbarcode is loaded on first use: most runs of the program print nothing.
 */
export async function code128(text: string): Promise<Modules | undefined> {
  if (!ENCODABLE.test(text)) return undefined;
  const { default: encode } = await import("jsbarcode");
  const output: { encodings?: { data: Modules }[] } = {};
  encode(output, text, { format: "CODE128" });
  return output.encodings?.map(({ data }) => data).join("");
}
