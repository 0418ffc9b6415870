/** What pages say where there is a script: the list under the search, keys, and the warning before a session ends. */
export const tools = {
  suggestions: "Patients found",
  shortcuts: {
    title: "Keyboard shortcuts",
    list: "This list",
    on: "Shortcuts are on",
    close: "Close",
    search: "Find a patient",
  },
  idleWarning: {
    title: "Are you still there?",
    what: "You have not done anything here for a while. You will be signed out in less than two minutes.",
    stay: "Stay signed in",
    endedTitle: "You have been signed out",
    endedWhat:
      "What you typed is still on this page. Sign in again in the window that opens, then come back here.",
    signIn: "Sign in",
  },
};
