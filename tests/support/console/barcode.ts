import zxing from "@zxing/library"; // CommonJS: its names are not exports

const { BinaryBitmap, Code128Reader, GlobalHistogramBinarizer, RGBLuminanceSource } = zxing;

const SCALE = 3; // dots a module, as a printer would have them
const ROWS = 10;

/** What a scanner reads off the barcode that a page draws. @throws Error where it finds none */
export function scanned(html: string): string {
  const { width, bars } = barcodeIn(html);
  const dots = new Uint8ClampedArray(width * SCALE * ROWS).fill(255);
  for (const [left, wide] of bars) {
    for (let row = 0; row < ROWS; row++) {
      const start = row * width * SCALE + left * SCALE;
      dots.fill(0, start, start + wide * SCALE);
    }
  }
  const source = new RGBLuminanceSource(dots, width * SCALE, ROWS);
  return new Code128Reader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(source))).getText();
}

/** The bars as the picture has them: where each begins and how wide it is, in modules. */
function barcodeIn(html: string): { width: number; bars: [left: number, wide: number][] } {
  const [, width, path] = /class="barcode"[^>]*viewBox="0 0 (\d+) \d+"[^>]*><path d="([^"]+)"/.exec(html) ??
    [];
  if (!width || !path) throw new Error("there is no barcode in the page");
  const bars = [...path.matchAll(/M(\d+) 0h(\d+)v\d+h-\d+z/g)];
  return { width: Number(width), bars: bars.map(([, left, wide]) => [Number(left), Number(wide)]) };
}
