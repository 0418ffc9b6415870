import type { Problem } from "./problems.ts";
import { Disclosure } from "@/routes/(_shared)/ui/Disclosure.tsx";
import { TextArea } from "./TextArea.tsx";
import { VersionField } from "./version_field.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { PostForm } from "./PostForm.tsx";

interface VoidOrRestoreProps {
  readonly words: Words;
  /** Where the record is, and its forms are sent. */
  readonly path: string;
  readonly version: number;
  readonly isVoided: boolean;
  /** What was typed. */
  readonly reason: string;
  readonly problems: readonly Problem[];
}

/** Voids a record that was made by mistake, with a reason, or restores it. */
export function VoidOrRestore({ words, path, version, isVoided, reason, problems }: VoidOrRestoreProps) {
  const t = words.patients;
  if (isVoided) {
    return (
      <PostForm id="form" action={path}>
        <VersionField version={version} />
        <button class="button plain" type="submit" name="restore" value="yes">{t.restoreRecord}</button>
      </PostForm>
    );
  }
  return (
    <Disclosure summary={t.voidRecord} icon="ban" grave open={problems.length > 0}>
      <PostForm id="form" action={path}>
        <VersionField version={version} />
        <p>{t.voidWhat}</p>
        <TextArea name="reason" label={t.voidReason} value={reason} rows={2} problems={problems} />
        <button class="button danger" type="submit">{t.voidRecord}</button>
      </PostForm>
    </Disclosure>
  );
}
