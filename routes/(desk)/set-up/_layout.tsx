import type { LayoutConfig } from "fresh";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { FormToken } from "@/routes/(_shared)/forms/PostForm.tsx";
import { CardPage } from "@/routes/(_shared)/ui/CardPage.tsx";

/** One step after the other, as before signing in: no menu leads away from here. */
export const config: LayoutConfig = { skipInheritedLayouts: true };

export default defineDesk.layout(({ Component, state }) => (
  <FormToken.Provider value={state.session.formToken}>
    <CardPage words={state.words}>
      <Component />
    </CardPage>
  </FormToken.Provider>
));
