/** One's own account. */
export const account = {
  title: "Your account",
  language: "Language",
  languageChanged: "Your pages are in English now.",
  sessions: "Where you are signed in",
  sessionsWhat: "If you do not know one of these, end it and change your password.",
  since: "Since",
  with: "With",
  from: "From where",
  thisOne: "This one",
  end: "End it",
  endOthers: "End all others",
  ended: "It is ended.",
  key: "The key to the records",
  password: {
    changeTitle: "Change your password",
    chooseTitle: "Choose your own password",
    otherPlaces: "Wherever else you are signed in, you will be signed out. Here you stay signed in.",
    mustChange:
      "The one you signed in with was made by somebody else and ends on {day}. Choose one that only you know, then carry on.",
    current: "Your password now",
    new: "New password",
    submit: "Change password",
    changed: "Your password is changed.",
  },
};
