import type { KeyLocation } from "@/clinic/key_location.ts";
import { Disclosure } from "@/routes/(_shared)/ui/Disclosure.tsx";
import { Interpolated } from "@/routes/(_shared)/words/Interpolated.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

// Commands are the same in every language.
const MAKE_A_KEY = "openssl rand -base64 32 > clinic.key";
const START_WITH_IT = "deno task start --data ./clinic-data --key-file clinic.key";
const START_WITH_THE_COPY = "deno task start --data BACKUP --key-file COPY";

/** Where the key is, and how to keep a copy. The key itself is not shown. */
export function KeyCopy({ words, place }: { words: Words; place: KeyLocation }) {
  const t = words.setUp.key;
  return (
    <>
      <p>{t.explanation}</p>
      <KeyPlace words={words} place={place} />
      <ul>
        <li>{t.copy}</li>
        <li>{t.lock}</li>
      </ul>
      {place.kind === "evaluation" && (
        <>
          <p class="note">{t.evaluationOnly}</p>
          <Disclosure summary={t.ownKey}>
            <p>{t.ownKeySteps}</p>
            <pre>{`${MAKE_A_KEY}\n${START_WITH_IT}`}</pre>
          </Disclosure>
        </>
      )}
      <Disclosure summary={t.usingTheCopy}>
        <p>{t.usingTheCopySteps}</p>
        <pre>{START_WITH_THE_COPY}</pre>
      </Disclosure>
    </>
  );
}

function KeyPlace({ words, place }: { words: Words; place: KeyLocation }) {
  const t = words.setUp.key;
  if ("path" in place) {
    return (
      <>
        <p>{t.inFile}</p>
        <pre>{breakable(place.path)}</pre>
      </>
    );
  }
  const [text, setting] = place.kind === "setting"
    ? [t.inSetting, "DOVMS_KEY"]
    : [t.byCommand, "DOVMS_KEY_COMMAND"];
  return (
    <p>
      <Interpolated text={text} setting={<code>{setting}</code>} />
    </p>
  );
}

/** A path that may break after a slash where it is too long for a line. */
function breakable(path: string) {
  return path.split(/(?<=[/\\])/).map((part, nth) => (
    <>
      {nth > 0 && <wbr />}
      {part}
    </>
  ));
}
