import { define } from "../(_shared)/define.ts";
import { Door } from "../(_shared)/Door.tsx";

export default define.layout(({ Component, state }) => (
  <Door words={state.words}>
    <Component />
  </Door>
));
