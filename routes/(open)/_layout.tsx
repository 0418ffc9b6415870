import { define } from "@/routes/(_shared)/define.ts";
import { FormToken } from "@/routes/(_shared)/forms/PostForm.tsx";
import { CardPage } from "@/routes/(_shared)/ui/CardPage.tsx";

/** The frame of the pages before signing in. */
export default define.layout(({ Component, state }) => (
  <FormToken.Provider value={state.session?.formToken ?? null}>
    <CardPage words={state.words}>
      <Component />
    </CardPage>
  </FormToken.Provider>
));
