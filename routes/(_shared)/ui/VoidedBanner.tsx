import type { ClinicHandle } from "@/clinic/scope.ts";
import { instantInWords } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { Banner } from "./Banner.tsx";

interface VoidedBannerProps {
  readonly words: Words;
  readonly clinic: ClinicHandle;
  /** The reason is null for those who may not read it. */
  readonly voided: { readonly at: string; readonly reason: string | null };
}

/** When and why a record was voided. The span is needed: beside an element, Deno escapes the texts in a component twice. */
export function VoidedBanner({ words, clinic, voided: { at, reason } }: VoidedBannerProps) {
  return (
    <Banner tone="danger">
      <span>
        <strong>{words.patients.voidedOn(instantInWords(words, clinic, at))}</strong> {reason}
      </span>
    </Banner>
  );
}
