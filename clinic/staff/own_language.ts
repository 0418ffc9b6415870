import { z } from "zod";
import { updateRow } from "@/clinic/optimistic.ts";
import { command } from "@/clinic/verb.ts";

/** The languages of the console: English and Sesotho. */
const languages = ["en", "st"] as const;
export type Language = typeof languages[number];

export const languageChange = z.strictObject({ language: z.enum(languages) });
export type LanguageChange = z.infer<typeof languageChange>;

/** One's own pages are in this language from now on, wherever one is signed in. @throws ClinicError busy */
export const setLanguage = command(
  "language.change",
  async ({ clinic, actor, commit }, { language }: LanguageChange): Promise<void> => {
    const { directory, staff } = clinic.store;
    const own = async () => {
      await directory.current();
      return directory.staff.get(actor.staffId);
    };
    await updateRow(own, undefined, async (row) => {
      if (row.language === language) return;
      await commit(staff.update({ ...row, language, version: row.version + 1 }));
    });
  },
);
