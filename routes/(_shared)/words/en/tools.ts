/** What pages say where there is a script: the list under the search, keys, and the warning before a session ends. */
export const tools = {
  found: "Patients found",
  keys: {
    title: "Keys",
    list: "This list",
    on: "Single keys are on",
    close: "Close",
    search: "Find a patient",
  },
  rest: {
    title: "Are you still there?",
    what: "Nothing has been done here for a while. In less than two minutes you will be signed out.",
    stay: "Stay signed in",
    endedTitle: "You have been signed out",
    endedWhat:
      "What you typed is still in this page. Sign in again: a new window opens for it. Then come back here.",
    signIn: "Sign in",
  },
};
