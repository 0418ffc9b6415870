import type { Layout } from "../render/component.ts";
import type { Middleware } from "../request/handler_types.ts";
import type { RegisteredItem } from "../routing/layers.ts";
import type { Snapshot } from "../snapshot.ts";

/** What the methods of an app recorded, in order, and its build. */
export interface Registrations<State> {
  items: RegisteredItem<State>[];
  wrapper: Layout | undefined;
  notFound: Middleware<State> | undefined;
  snapshot: Snapshot | undefined;
}
