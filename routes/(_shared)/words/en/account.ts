/** One's own account. */
export const account = {
  title: "Your account",
  language: "Language",
  sessions: "Where you are signed in",
  sessionsExplanation: "If you do not recognise one of these, sign it out and change your password.",
  since: "Since",
  device: "Device",
  networkAddress: "Network address",
  thisDevice: "This device",
  endSession: "Sign out",
  endOthers: "Sign out everywhere else",
  ended: "Signed out.",
  key: "The key to the records",
  newPassword: {
    hint: "At least 8 characters. Three or four unrelated words are easy to remember.",
    again: (label: string) => `${label}, again`,
    different: "The two passwords are not the same.",
  },
  password: {
    changeTitle: "Change your password",
    chooseTitle: "Choose your own password",
    changeExplanation: "You will be signed out everywhere else, and stay signed in here.",
    mustChange:
      "The password you signed in with was set by somebody else and expires on {day}. Choose one that only you know, then continue.",
    current: "Current password",
    new: "New password",
    submit: "Change password",
    changed: "Your password has been changed.",
  },
};
