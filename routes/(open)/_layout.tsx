import { define } from "@/routes/(_shared)/define.ts";
import { OpenPage } from "./(_components)/OpenPage.tsx";
import { FormToken } from "@/routes/(_shared)/PostForm.tsx";

/** The frame of the pages before signing in, and right after it. */
export default define.layout(({ Component, state }) => (
  <FormToken.Provider value={state.session?.formToken ?? null}>
    <OpenPage words={state.words}>
      <Component />
    </OpenPage>
  </FormToken.Provider>
));
