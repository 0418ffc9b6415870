/// <reference lib="dom" />
import { IS_BROWSER } from "fresh/runtime";

/** Opens the browser's print dialogue. Without a script the page says how to open it. */
export default function PrintButton({ label }: { label: string }) {
  if (!IS_BROWSER) return null;
  return <button class="button" type="button" onClick={() => print()}>{label}</button>;
}
