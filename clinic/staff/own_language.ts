import { z } from "zod";
import { currentStaffMember } from "@/clinic/current_rows.ts";
import { updateRow } from "@/clinic/update_row.ts";
import { command } from "@/clinic/verb.ts";

/** The languages of the console: English and Sesotho. */
const languages = ["en", "st"] as const;
export type Language = typeof languages[number];

export const languageChange = z.strictObject({ language: z.enum(languages) });
export type LanguageChange = z.infer<typeof languageChange>;

/** Sets the language of one's own pages, wherever one is signed in. @throws ClinicError not_found */
export const setLanguage = command(
  "language.change",
  async ({ clinic, actor, commit }, { language }: LanguageChange): Promise<void> => {
    const read = () => currentStaffMember(clinic, actor.staffId);
    await updateRow(read, undefined, async (row) => {
      if (row.language === language) return;
      await commit(clinic.store.staff.update({ ...row, language, version: row.version + 1 }));
    });
  },
);
