import type { LayoutConfig } from "fresh";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { FormToken } from "@/routes/(_shared)/forms/PostForm.tsx";
import { CardPage } from "@/routes/(_shared)/ui/CardPage.tsx";

/** The frame of the pages before signing in: nothing leads away from the steps. */
export const config: LayoutConfig = { skipInheritedLayouts: true };

export default defineDesk.layout(({ Component, state }) => (
  <FormToken.Provider value={state.session.formToken}>
    <CardPage words={state.words}>
      <Component />
    </CardPage>
  </FormToken.Provider>
));
