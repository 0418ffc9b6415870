import { Disclosure } from "@/routes/(_shared)/ui/Disclosure.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { PostForm } from "./PostForm.tsx";
import type { Problem } from "./problems.ts";
import { TextArea } from "./TextArea.tsx";
import { VersionField } from "./version_field.tsx";

interface VoidOrRestoreProps {
  readonly words: Words;
  /** The record's page; its forms go to `void` and `restore` below it. */
  readonly path: string;
  readonly version: number;
  readonly isVoided: boolean;
  /** What was typed into the form that was refused. */
  readonly voidReason?: string;
  readonly restoreReason?: string;
  readonly problems: readonly Problem[];
}

/** Voids a record that was made by mistake, with a reason, or restores it, with one if somebody wants to give it. */
export function VoidOrRestore({ isVoided, ...props }: VoidOrRestoreProps) {
  return isVoided ? <Restore {...props} /> : <Void {...props} />;
}

type FormProps = Omit<VoidOrRestoreProps, "isVoided">;

function Restore({ words: { patients: t }, path, version, restoreReason, problems }: FormProps) {
  return (
    <PostForm id={idOf(problems)} class="card narrow" action={`${path}/restore`}>
      <VersionField version={version} />
      <TextArea name="reason" label={t.restoreReason} value={restoreReason} rows={2} problems={problems} />
      <button class="button plain" type="submit">{t.restoreRecord}</button>
    </PostForm>
  );
}

function Void({ words: { patients: t }, path, version, voidReason, problems }: FormProps) {
  return (
    <Disclosure summary={t.voidRecord} icon="ban" grave open={problems.length > 0}>
      <PostForm id={idOf(problems)} action={`${path}/void`}>
        <VersionField version={version} />
        <p>{t.voidExplanation}</p>
        <TextArea name="reason" label={t.voidReason} value={voidReason} rows={2} problems={problems} />
        <button class="button danger" type="submit">{t.voidRecord}</button>
      </PostForm>
    </Disclosure>
  );
}

/** A problem that names no field links to the form that was refused, which a page may have several of. */
function idOf(problems: readonly Problem[]): string | undefined {
  return problems.length > 0 ? "form" : undefined;
}
